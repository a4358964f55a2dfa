package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers what is wrong with a seed, so that it is told at once; of very many, the first. */
final class SeedProblems {
  private static final int MAX_PROBLEMS = 20;

  private final String seed;
  private final List<String> problems = new ArrayList<>();

  /** The name of the seed is what every complaint begins with. */
  SeedProblems(String seed) {
    this.seed = seed;
  }

  void add(String place, String what) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(seed + ": " + place + ": " + what);
    }
  }

  void required(String place, String value) {
    if (value.isBlank()) {
      add(place, "is missing");
    }
  }

  void known(String place, String kind, String value, Collection<String> all) {
    if (!all.contains(value)) {
      add(place, "there is no " + kind + " '" + value + "'" + NearestName.hint(value, all));
    }
  }

  void complain() {
    if (!problems.isEmpty()) {
      throw new SandboxException(String.join("\n", problems));
    }
  }
}
