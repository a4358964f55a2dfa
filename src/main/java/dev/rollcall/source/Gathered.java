package dev.rollcall.source;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All sources taken together: one record a person.
 *
 * @param people sorted by address; held people too, where a row of theirs could be read. Each is
 *     made when it is asked for, so walk through them once, and in one thread
 * @param rejects the rows that could not be used, by source and line
 * @param problems all that is wrong, with rows and between them
 * @param held who is neither changed nor treated as absent, each with the reason
 * @param anybodyMayBeMissing a rejected row has no readable address, so nobody counts as absent
 * @param sizes people read from each source
 * @param rowsPerSource rows read from each source, rejects included
 * @param remarks what was noticed
 */
public record Gathered(
    List<PersonRecord> people,
    List<Reject> rejects,
    List<Problem> problems,
    Map<Email, String> held,
    boolean anybodyMayBeMissing,
    Map<String, Integer> sizes,
    Map<String, Integer> rowsPerSource,
    List<Remark> remarks) {

  /** Copies, but the people: there may be a million of them. */
  public Gathered {
    people = Collections.unmodifiableList(people);
    rejects = List.copyOf(rejects);
    problems = List.copyOf(problems);
    held = Map.copyOf(held);
    sizes = Map.copyOf(sizes);
    rowsPerSource = Map.copyOf(rowsPerSource);
    remarks = List.copyOf(remarks);
  }

  /**
   * Whether a source has more bad rows than the share allows: one is always allowed unless the
   * share is 0, but never all of them.
   *
   * @param share of the rows of one source, e.g. 0.05
   */
  public Optional<Problem> tooManyBadRows(double share) {
    Map<String, Long> bad = rejects.stream().collect(groupingBy(Reject::source, counting()));
    return rowsPerSource.keySet().stream()
        .sorted()
        .filter(source -> isTooMany(bad.getOrDefault(source, 0L), rowsPerSource.get(source), share))
        .findFirst()
        .map(source -> tooMany(source, bad.get(source), share));
  }

  private static boolean isTooMany(long bad, int rows, double share) {
    long allowed = share <= 0 ? 0 : Math.max(1, (long) Math.floor(share * rows + 1e-9));
    return bad > allowed || (bad > 0 && bad == rows);
  }

  private Problem tooMany(String source, long bad, double share) {
    int rows = rowsPerSource.get(source);
    return bad == rows
        ? new Problem(
            source,
            "not one of its " + rows + " rows can be used",
            "mend them (the file of rejects lists each with its reason), or check that columns: fits")
        : new Problem(
            source,
            bad + " of " + rows + " rows are bad, more than bad-rows allows",
            "mend them (the file of rejects lists each with its reason), or raise safety.bad-rows above "
                + percent(share));
  }

  private static String percent(double share) {
    double hundredfold = Math.round(share * 1000) / 10.0;
    return (hundredfold == Math.rint(hundredfold)
            ? String.valueOf((long) hundredfold)
            : String.valueOf(hundredfold))
        + "%";
  }
}
