package dev.rollcall.tenant.http;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * What is left of the heap: whether what this process has to keep still fits. Told by what was left
 * after the last collections, so that garbage does not count.
 */
final class HeapHeadroom {

  /** Of the heap; the rest is for reading on, and for ending in good order. */
  private static final double FULL = 0.9;

  private List<MemoryPoolMXBean> pools = List.of();

  /** Whether hardly anything is left. */
  boolean isGone() {
    Runtime java = Runtime.getRuntime();
    if (!isOver(java.totalMemory() - java.freeMemory()) || !isOver(kept())) {
      return false;
    }
    // The last collection may be long ago, and what it found may be gone since.
    System.gc();
    return isOver(kept());
  }

  private static boolean isOver(long used) {
    return used > FULL * Runtime.getRuntime().maxMemory();
  }

  private long kept() {
    if (pools.isEmpty()) {
      pools =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .toList();
    }
    long kept = 0;
    for (MemoryPoolMXBean pool : pools) {
      MemoryUsage left = pool.getCollectionUsage();
      kept += left == null ? 0 : left.getUsed();
    }
    return kept;
  }
}
