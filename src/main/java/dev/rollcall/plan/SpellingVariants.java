package dev.rollcall.plan;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A name that the workspace spells otherwise than it is matched, or that several things there have
 * in common.
 *
 * @param kind of what, for people: {@code group}, {@code project in "dev"}
 * @param name as it is matched
 * @param spellings as the workspace has it; more than one where nobody can tell which is meant
 */
public record SpellingVariants(String kind, String name, List<String> spellings) {

  /** Copies. */
  public SpellingVariants {
    spellings = List.copyOf(spellings);
  }

  /** What a resource is called here: {@code group}, {@code project in "dev"}. */
  public static String kind(Kind kind, Optional<Resource> container) {
    return kind.noun() + container.map(outer -> " in \"" + outer + "\"").orElse("");
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
