package dev.rollcall.tenant.workato;

import dev.rollcall.model.Naming;
import java.util.Locale;

/**
 * One of a workspace's environments, by its name in lower case. An open set: {@code dev}, {@code
 * test} and {@code prod} are usual, a workspace may have fewer or more.
 */
public record Environment(String name) implements Comparable<Environment> {

  /** Folds the name to lower case without surrounding blanks. */
  public Environment {
    name = Naming.tidy(name).toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an environment needs a name");
    }
  }

  @Override
  public int compareTo(Environment other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
