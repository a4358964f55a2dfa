package dev.rollcall.job;

import dev.rollcall.plan.Names;
import java.util.Collection;
import java.util.List;

/** Which groups or projects are ours. */
public sealed interface NameScope {

  /** The names. */
  Names names(Collection<String> mentioned);

  /** Those named in rosters, rules or under {@code groups:}. */
  record Listed() implements NameScope {
    @Override
    public Names names(Collection<String> mentioned) {
      return Names.exactly(mentioned);
    }
  }

  /** Each one. */
  record All() implements NameScope {
    @Override
    public Names names(Collection<String> mentioned) {
      return Names.ALL;
    }
  }

  /** Those that match. */
  record Patterns(List<NameGlob> globs) implements NameScope {
    /** Copies. */
    public Patterns {
      globs = List.copyOf(globs);
    }

    @Override
    public Names names(Collection<String> mentioned) {
      return Names.matching(globs.stream().map(NameGlob::pattern).toList());
    }
  }
}
