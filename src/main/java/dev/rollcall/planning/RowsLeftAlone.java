package dev.rollcall.planning;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Finding;
import dev.rollcall.source.Reject;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of people who are left alone though each of their rows can be read: a name in them is
 * unknown, or they contradict each other. Who brings in the people of a spreadsheet mends its rows,
 * so they are handed back like those that were rejected.
 */
final class RowsLeftAlone {

  private final JudgedPlan planned;
  private final Map<String, String> whys;
  private final List<Reject> rows = new ArrayList<>();

  private RowsLeftAlone(JudgedPlan planned) {
    this.planned = planned;
    Set<String> rejected =
        planned.gathered().rejects().stream()
            .flatMap(reject -> reject.email().stream())
            .map(Email::address)
            .collect(toSet());
    this.whys =
        planned.plan().findings().stream()
            .filter(finding -> finding.kind() == Finding.Kind.PERSON_HELD)
            .filter(finding -> !rejected.contains(finding.subject()))
            .collect(toMap(Finding::subject, Finding::detail, (one, other) -> one));
  }

  /**
   * Reads the spreadsheet once more, where anybody is left alone by it.
   *
   * @param again one that has read nothing yet
   */
  static List<Reject> of(JudgedPlan planned, RosterReading again) {
    RowsLeftAlone alone = new RowsLeftAlone(planned);
    try (again) {
      if (!alone.whys.isEmpty()) {
        again.gatherAll(alone::look);
      }
    } catch (UnreadableSource e) {
      // It was read a moment ago; what cannot be read by now cannot be handed back either.
      return List.of();
    }
    return List.copyOf(alone.rows);
  }

  private void look(RosterRow found, MappedRow mapped) {
    Optional<PersonRecord> person =
        mapped.fold(
            Optional::of,
            reject -> Optional.empty(),
            out -> Optional.empty(),
            later -> Optional.empty());
    person
        .filter(record -> whys.containsKey(record.email().address()))
        .ifPresent(
            record ->
                rows.add(
                    new Reject(
                        record.source(),
                        found.place().columns(),
                        found.mapper().withoutSecrets(found.row()),
                        Optional.of(record.email()),
                        problems(record),
                        false,
                        false)));
  }

  private List<Problem> problems(PersonRecord record) {
    String address = record.email().address();
    List<Problem> own =
        planned.problems().stream()
            .filter(problem -> problem.person().filter(address::equals).isPresent())
            .toList();
    return own.isEmpty()
        ? List.of(new Problem(record.row().toString(), whys.getOrDefault(address, ""), ""))
        : own;
  }
}
