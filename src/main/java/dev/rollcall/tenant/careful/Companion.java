package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.BatchKind;
import java.util.List;
import java.util.Map;

/**
 * What whoever a list is of holds elsewhere, and may lose by a request that changes the list: a
 * person's groups, by one that sets the person's roles.
 */
public interface Companion {

  /** What it is remembered by whether these are kept. */
  BatchKind kind();

  /** Whether there may be any, as far as is known without asking. */
  boolean mayBeHeld();

  /** What is held, read now, as items that would give it; ends the run where it cannot be read. */
  Map<SharedList, List<BatchItem>> held();
}
