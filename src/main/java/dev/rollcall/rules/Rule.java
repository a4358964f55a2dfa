package dev.rollcall.rules;

import dev.rollcall.model.Origin;
import java.util.List;

/**
 * What everybody gets for whom a condition holds, as the job file says it.
 *
 * @param when the condition in CEL, over {@code person} and {@code today}
 * @param origin where the text of the condition begins: line from 1, column from 0, or -1 where the
 *     column says nothing (a block of text that YAML has re-indented)
 * @param positions where places within the condition's text are
 */
public record Rule(
    String name, String when, Origin origin, List<Grant> grants, Positions positions) {

  /** Knows where in the job file a place in the text of a condition is. */
  @FunctionalInterface
  public interface Positions {

    /**
     * The place as people write it.
     *
     * @param line of the condition's text, from 1
     * @param column from 0, in code points
     */
    String at(int line, int column);
  }

  /** Copies. */
  public Rule {
    grants = List.copyOf(grants);
  }
}
