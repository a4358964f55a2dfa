package dev.rollcall.apply;

/** The right to change a workspace, held by one run at a time. */
public interface Lease extends AutoCloseable {

  /** Hands the lease back. */
  @Override
  void close();

  /** Hands out leases. */
  interface Leases {
    /**
     * Takes the lease on a workspace for a run.
     *
     * @throws TenantBusy where another run holds it
     */
    Lease acquire(String workspace, RunId run);
  }
}
