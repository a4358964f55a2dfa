package dev.rollcall.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a run went.
 *
 * @param requestsSent how many requests that write were sent
 * @param timeline its phases in order
 * @param stopped why it ended early, as a sentence; empty where it did not
 * @param nextSteps what to do now, as sentences with commands
 */
public record RunTimeline(
    int requestsSent, List<Phase> timeline, Optional<String> stopped, List<String> nextSteps) {

  /** Nothing has happened. */
  public static final RunTimeline NONE = new RunTimeline(0, List.of(), Optional.empty(), List.of());

  /**
   * One phase of a run.
   *
   * @param name e.g. {@code additions}
   * @param ended empty where it did not end
   * @param status a word or two, e.g. {@code completed}
   */
  public record Phase(String name, Instant started, Optional<Instant> ended, String status) {}

  /** Copies. */
  public RunTimeline {
    timeline = List.copyOf(timeline);
    nextSteps = List.copyOf(nextSteps);
  }
}
