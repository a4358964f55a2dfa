package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A name that the workspace spells otherwise than it is matched, or that several things there have
 * in common.
 *
 * @param kind of what, for people: {@code group}, {@code project in "dev"}
 * @param name as it is matched
 * @param spellings as the workspace has it; more than one where nobody can tell which is meant
 */
public record Spelled(String kind, String name, List<String> spellings) {

  /** An environment role. */
  public static final String ENVIRONMENT_ROLE = "environment role";

  /** A project role. */
  public static final String PROJECT_ROLE = "project role";

  /** A group. */
  public static final String GROUP = "group";

  /** Checks and copies. */
  public Spelled {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    spellings = List.copyOf(spellings);
  }

  /** A project in an environment. */
  public static String projectIn(Object environment) {
    return "project in \"" + environment + "\"";
  }

  /** Whether several are matched as one. */
  public boolean isAmbiguous() {
    return spellings.size() > 1;
  }

  /** All spellings, for people. */
  String quoted() {
    return spellings.stream().map(each -> '"' + each + '"').collect(joining(", "));
  }
}
