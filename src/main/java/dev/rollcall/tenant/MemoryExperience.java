package dev.rollcall.tenant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Experience that is kept for as long as the process lives: for dry runs, and where nothing is
 * kept.
 */
public final class MemoryExperience implements Experience {

  private final Map<BatchKind, Trust> trusts = new ConcurrentHashMap<>();
  private final Map<BatchKind, String> details = new ConcurrentHashMap<>();

  @Override
  public Trust of(BatchKind kind) {
    return trusts.getOrDefault(kind, Trust.UNTRIED);
  }

  @Override
  public void remember(BatchKind kind, Trust trust, String detail) {
    trusts.put(kind, trust);
    details.put(kind, detail);
  }

  /** What was remembered last of this kind; empty where nothing was. */
  public String detail(BatchKind kind) {
    return details.getOrDefault(kind, "");
  }
}
