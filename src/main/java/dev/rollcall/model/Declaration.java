package dev.rollcall.model;

import java.util.List;
import java.util.Optional;

/**
 * What the job file says of a group or a role itself.
 *
 * @param resource under the name that it is to have
 * @param was names that it may still have
 * @param isAbsent whether it is to be gone
 * @param description empty where nothing is said of it: then it stays as it is
 * @param config likewise
 * @param copyOf what it is made as a copy of, where it is not there
 * @param origin where that is said
 */
public record Declaration(
    Resource resource,
    List<Resource> was,
    boolean isAbsent,
    Optional<String> description,
    Optional<Config> config,
    Optional<String> copyOf,
    Origin origin) {

  /** One that is made as a copy of nothing. */
  public Declaration(
      Resource resource,
      List<Resource> was,
      boolean isAbsent,
      Optional<String> description,
      Optional<Config> config,
      Origin origin) {
    this(resource, was, isAbsent, description, config, Optional.empty(), origin);
  }

  /** Copies. */
  public Declaration {
    was = List.copyOf(was);
  }

  /** What is to be there, where this is there now. */
  public Definition over(Definition actual) {
    // Servers trim what they are told.
    String there = actual.description();
    return new Definition(
        description.filter(text -> !text.strip().equals(there.strip())).orElse(there),
        config.isPresent() ? config : actual.config());
  }

  /** What is to be made, where nothing is there. */
  public Definition made() {
    return new Definition(description.orElse(""), config, copyOf);
  }
}
