package dev.rollcall.job.spec;

import dev.rollcall.plan.NamePatterns;
import java.util.Collection;
import java.util.List;

/** Which groups or projects are ours. */
public sealed interface NameScope {

  /** The names. */
  NamePatterns names(Collection<String> mentioned);

  /** Those named in rosters, rules or under {@code groups:}. */
  record Listed() implements NameScope {
    @Override
    public NamePatterns names(Collection<String> mentioned) {
      return NamePatterns.exactly(mentioned);
    }
  }

  /** Each one. */
  record All() implements NameScope {
    @Override
    public NamePatterns names(Collection<String> mentioned) {
      return NamePatterns.ALL;
    }
  }

  /** Those that match. */
  record Patterns(List<NameGlob> globs) implements NameScope {
    /** Copies. */
    public Patterns {
      globs = List.copyOf(globs);
    }

    @Override
    public NamePatterns names(Collection<String> mentioned) {
      return NamePatterns.matching(globs.stream().map(NameGlob::pattern).toList());
    }
  }
}
