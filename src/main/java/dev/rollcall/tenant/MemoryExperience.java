package dev.rollcall.tenant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Experience that is kept for as long as the process lives: for dry runs, and where nothing is
 * kept.
 */
public final class MemoryExperience implements Experience {

  private final Map<BatchKind, Lesson> lessons = new ConcurrentHashMap<>();

  @Override
  public Lesson lesson(BatchKind kind) {
    return lessons.getOrDefault(kind, Lesson.NONE);
  }

  @Override
  public void remember(BatchKind kind, Lesson lesson) {
    lessons.put(kind, lesson);
  }

  /** What was remembered last of this kind; empty where nothing was. */
  public String detail(BatchKind kind) {
    return lesson(kind).detail();
  }
}
