package dev.rollcall.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose each employee-id is, as the desired side says. An id that an active person has is theirs,
 * whoever else had it or will have it.
 */
public final class EmployeeIds {

  private final Map<String, Member> holders = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  private EmployeeIds() {}

  /** The ids of everybody in the roster, held people included. */
  public static EmployeeIds of(Roster roster, Provenance provenance) {
    EmployeeIds ids = new EmployeeIds();
    for (Member person : roster.people()) {
      String id = provenance.employeeId(person.email());
      if (!id.isEmpty()) {
        ids.add(key(id), person);
      }
    }
    return ids;
  }

  private void add(String key, Member person) {
    Member holder = holders.get(key);
    if (holder == null || rank(person) < rank(holder)) {
      holders.put(key, person);
    } else if (person.status() == Status.ACTIVE) {
      shared.add(key);
    }
  }

  private static int rank(Member person) {
    return switch (person.status()) {
      case ACTIVE -> 0;
      case FUTURE -> 1;
      default -> 2;
    };
  }

  /** What all spellings of one id have in common. */
  public static String key(String id) {
    return id.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether nobody has any. */
  public boolean isEmpty() {
    return holders.isEmpty();
  }

  /** Whose the id is, by its {@link #key}; the first of several. */
  public Optional<Member> holder(String key) {
    return Optional.ofNullable(holders.get(key));
  }

  /** Whether several active people have the id, so that it tells nobody apart. */
  public boolean isShared(String key) {
    return shared.contains(key);
  }
}
