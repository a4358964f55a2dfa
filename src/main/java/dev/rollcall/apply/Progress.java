package dev.rollcall.apply;

/** Hears how a run gets on, for a progress bar or plain lines. Must be quick and never throw. */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void phase(String name, int requests) {}

        @Override
        public void step(String detail) {}
      };

  /** What is heard from now on is about this run. Whoever does not care hears nothing. */
  default void run(RunId run) {}

  /** How a run begins that follows another one, in a sentence for people. */
  default void begins(String how) {}

  /**
   * A phase begins.
   *
   * @param name for people, e.g. {@code additions}
   * @param requests how many steps it will take; 0 where that is not known
   */
  void phase(String name, int requests);

  /** One step of the phase is done. */
  void step(String detail);
}
