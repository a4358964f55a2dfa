package dev.rollcall.job.spec;

import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.Locale;

/**
 * The name of a place in which people have a role each, as a job file writes it: an environment of
 * a workspace, in lower case.
 */
public record PlaceName(String name) implements Comparable<PlaceName> {

  /** Folds the name to lower case without surrounding blanks. */
  public PlaceName {
    name = Naming.tidy(name).toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an environment needs a name");
    }
  }

  /** The place itself, in a vendor's tenants. */
  public Resource in(Vocabulary vocabulary) {
    return Resource.of(vocabulary.fedBy(RightsColumn.ROLES).orElseThrow(), name);
  }

  @Override
  public int compareTo(PlaceName other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
