package dev.rollcall.job;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Passage;
import dev.rollcall.job.yaml.WrongValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a source are understood, whatever kind of source it is.
 *
 * @param columns by roster field; empty: the usual headers are recognised
 */
public record RosterSpec(
    @Key(
            value =
                "Roster field: header, list of headers of which one is there, or template such as"
                    + " \"{First Name} {Last Name}\". Left out: the usual headers are recognised.",
            fallback = "{}")
        Map<String, Located<ColumnSpec>> columns,
    @Key("Which words of the status column mean left and which mean active.")
        Optional<StatusWords> status,
    @Key(
            value = "people: one row a person; assignments: one row an assignment.",
            fallback = "people")
        Shape shape,
    @Key(
            value =
                "What contradicting values of one person are: a problem, or first: this source"
                    + " counts before those after it.",
            fallback = "problem")
        OnConflict onConflict,
    @Key(
            "How dates like 03/04/2026 are read: month-first, day-first, or a pattern such as"
                + " dd/MM/yy. Left out: what the other dates of the column show.")
        Optional<DatesWord> dates,
    @Key(
            value = "Words that mean no date, beside n/a, NULL, - and the like: [unlimited, open].",
            fallback = "[]")
        List<String> blank,
    @Key(
            "Which rows are people of ours, in CEL: person.type != \"Plant\". All others are counted,"
                + " and neither problems nor in the way of absence.")
        Optional<Passage> where,
    @Key(
            value =
                "What a row without an address is: a problem, for it may be anybody's; ignore: nobody"
                    + " of ours.",
            fallback = "problem")
        WithoutAddress withoutAddress) {

  /** What a row without an address is. */
  public enum WithoutAddress {
    /** Somebody who cannot be found. */
    PROBLEM,
    /** Nobody of ours. */
    IGNORE
  }

  /** What a row is. */
  public enum Shape {
    /** A person. */
    PEOPLE,
    /** One assignment of a person. */
    ASSIGNMENTS
  }

  /** What contradicting values are. */
  public enum OnConflict {
    /** A problem that names both cells. */
    PROBLEM,
    /** The first one counts. */
    FIRST
  }

  /**
   * What the words of a status column mean.
   *
   * @param left words of those who have left
   * @param active words of those who are here
   */
  public record StatusWords(
      @Key(value = "Words of people who have left.", fallback = "[]") List<String> left,
      @Key(value = "Words of people who are here.", fallback = "[]") List<String> active) {

    /** Checks: no word can mean both. */
    public StatusWords {
      left = List.copyOf(left);
      active = List.copyOf(active);
      if (left.isEmpty() && active.isEmpty()) {
        throw new WrongValue("", "says nothing", "write left: [Terminated], active: [Active]");
      }
      List<String> folded = active.stream().map(StatusWords::fold).toList();
      left.stream()
          .filter(word -> folded.contains(fold(word)))
          .findFirst()
          .ifPresent(
              word -> {
                throw new WrongValue(
                    "left", "has \"" + word + "\", which is also active", "keep it in one");
              });
    }

    private static String fold(String word) {
      return word.strip().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies. */
  public RosterSpec {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    blank = List.copyOf(blank);
  }
}
