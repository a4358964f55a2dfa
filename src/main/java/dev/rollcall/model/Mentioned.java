package dev.rollcall.model;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The groups and projects that rosters, rules or {@code groups:} name: what {@code listed} in the
 * scope means.
 */
public record Mentioned(SortedSet<String> groups, SortedSet<String> projects) {

  /** Copies. */
  public Mentioned {
    groups = new TreeSet<>(groups);
    projects = new TreeSet<>(projects);
  }
}
