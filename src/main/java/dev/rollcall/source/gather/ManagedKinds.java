package dev.rollcall.source.gather;

import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.Reject;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of rights that are managed: which list kinds (groups, project roles) each source speaks
 * about, and so are managed for its people. A source of people does by its columns; one of
 * assignments by the kinds that occur in it, for everybody it is about: who has no group in it is
 * to be in none.
 *
 * <p>Where a row of assignments could be anybody's, nothing is managed because of that source: a
 * lost row must not look like something taken away.
 */
final class ManagedKinds {

  private final Map<String, DeclaredSource> assignments = new HashMap<>();
  private final Map<String, Set<RightsColumn>> occurring = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();
  private final Map<Set<RightsColumn>, Set<RightsColumn>> shared = new HashMap<>();

  ManagedKinds(List<DeclaredSource> sources) {
    sources.stream()
        .filter(source -> source.shape() != Shape.PEOPLE)
        .forEach(source -> assignments.put(source.name(), source));
  }

  /** Takes note of a row. */
  void add(PersonRecord row) {
    if (!assignments.isEmpty() && assignments.containsKey(row.source())) {
      occurring.computeIfAbsent(row.source(), source -> new HashSet<>()).addAll(row.columns());
    }
  }

  /** Takes note of a row that could not be used. */
  void add(Reject reject) {
    if (reject.couldBeAnybodys()) {
      doubtful.add(reject.source());
    }
  }

  /** What is managed for the person because of the row. */
  Set<RightsColumn> of(PersonRecord row) {
    if (assignments.isEmpty()) {
      return row.columns();
    }
    Set<RightsColumn> kinds = new HashSet<>();
    if (!assignments.containsKey(row.source())) {
      kinds.addAll(row.columns());
    }
    assignments.values().stream()
        .filter(
            source -> source.name().equals(row.source()) || source.people().equals(row.source()))
        .filter(source -> !doubtful.contains(source.name()))
        .forEach(source -> kinds.addAll(occurring.getOrDefault(source.name(), Set.of())));
    return shared.computeIfAbsent(kinds, Set::copyOf);
  }
}
