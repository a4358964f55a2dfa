package dev.rollcall.rules;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Origin;
import java.util.List;

/**
 * What everybody gets for whom a condition holds, as the job file says it.
 *
 * @param when the condition in CEL, over {@code person} and {@code today}
 * @param origin where the text of the condition begins: line from 1, column from 0, or -1 where the
 *     column says nothing (a block of text that YAML has re-indented)
 */
public record Rule(String name, String when, Origin origin, List<Grant> grants) {

  /** Checks and copies. */
  public Rule {
    requireNonNull(name, "name");
    requireNonNull(when, "when");
    requireNonNull(origin, "origin");
    grants = List.copyOf(grants);
  }
}
