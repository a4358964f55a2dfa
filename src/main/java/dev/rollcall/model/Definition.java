package dev.rollcall.model;

import java.util.Optional;

/**
 * What a group or a role is to be like, beside its name and the rights it passes on.
 *
 * @param description empty where there is none
 * @param config what a role lets people do, in the vendor's terms; empty for what has none
 * @param copyOf what it is made as a copy of; empty for what is there, or is not made like that
 */
public record Definition(String description, Optional<Config> config, Optional<String> copyOf) {

  /** One that is no copy. */
  public Definition(String description, Optional<Config> config) {
    this(description, config, Optional.empty());
  }

  /** One that is described, and no more. */
  public Definition(String description) {
    this(description, Optional.empty());
  }

  /** That of a role. */
  public static Definition of(Config config) {
    return new Definition("", Optional.of(config));
  }
}
