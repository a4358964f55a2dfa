package dev.rollcall.batch;

import java.util.Optional;

/**
 * What a run has deleted at its end because it is kept no longer.
 *
 * @param remark for people; empty where there was nothing
 * @param rows whether the repository has fewer rows now
 */
public record RetentionResult(Optional<String> remark, boolean rows) {

  /** Nothing was. */
  public static final RetentionResult NOTHING = new RetentionResult(Optional.empty(), false);
}
