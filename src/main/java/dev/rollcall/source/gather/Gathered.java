package dev.rollcall.source.gather;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Reject;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

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
 * @param rowsPerSource rows read from each source, rejects included, but none that is left out
 * @param leftOut rows of each source that are about nobody of ours
 * @param notOurs the same in sentences, one a source and reason
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
    Map<String, Integer> leftOut,
    List<String> notOurs,
    List<Remark> remarks) {

  /** Copies, but the people: there may be a million of them. */
  public Gathered {
    people = Collections.unmodifiableList(people);
    rejects = List.copyOf(rejects);
    problems = List.copyOf(problems);
    held = Map.copyOf(held);
    sizes = Map.copyOf(sizes);
    rowsPerSource = Map.copyOf(rowsPerSource);
    leftOut = Map.copyOf(leftOut);
    notOurs = List.copyOf(notOurs);
    remarks = List.copyOf(remarks);
  }

  /** How many rows are about nobody of ours. */
  public int leftOutRows() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Whether a source has more bad rows than the share allows: one is always allowed unless the
   * share is 0, but never all of them. Rows without an address are no sign of a spoiled file, as
   * long as others have one: many have a staff without mailboxes.
   *
   * @param share of the rows of one source, e.g. 0.05
   */
  public Optional<Problem> tooManyBadRows(double share) {
    Map<String, Long> bad = counts(reject -> share <= 0 || !reject.lacksAddress());
    Map<String, Long> nobodys = counts(reject -> share > 0 && reject.lacksAddress());
    for (Map.Entry<String, Integer> rowsOfOne : new TreeMap<>(rowsPerSource).entrySet()) {
      String source = rowsOfOne.getKey();
      int all = rowsOfOne.getValue();
      long addressed = all - nobodys.getOrDefault(source, 0L);
      BadRows rows = new BadRows(source, bad.getOrDefault(source, 0L), addressed, all);
      if (rows.areTooMany(share)) {
        return Optional.of(rows.told(share));
      }
    }
    return Optional.empty();
  }

  private Map<String, Long> counts(Predicate<Reject> kind) {
    Map<String, Long> counts = new HashMap<>();
    for (Reject reject : rejects) {
      if (kind.test(reject)) {
        counts.merge(reject.source(), 1L, Long::sum);
      }
    }
    return counts;
  }

  /**
   * Of one source.
   *
   * @param bad those that have an address, or something in its place
   * @param addressed how many rows have
   * @param all how many rows there are
   */
  private record BadRows(String source, long bad, long addressed, int all) {

    boolean areTooMany(double share) {
      long allowed = share <= 0 ? 0 : Math.max(1, (long) Math.floor(share * addressed + 1e-9));
      return bad > allowed || all > 0 && bad == addressed;
    }

    Problem told(double share) {
      return bad == addressed
          ? new Problem(
              source,
              "not one of its " + all + " rows can be used",
              "mend them (the file of rejects lists each with its reason), or check that columns: fits")
          : new Problem(
              source,
              bad + " of " + addressed + " rows are bad, more than bad-rows allows",
              "mend them (the file of rejects lists each with its reason), or raise safety.bad-rows above "
                  + percent(share));
    }
  }

  private static String percent(double share) {
    double hundredfold = Math.round(share * 1000) / 10.0;
    return (hundredfold == Math.rint(hundredfold)
            ? String.valueOf((long) hundredfold)
            : String.valueOf(hundredfold))
        + "%";
  }
}
