package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Passage;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.gather.OnConflict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
        Optional<StatusSpec> status,
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
        Optional<DateStyle> dates,
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
        RowSelection.WithoutAddress withoutAddress) {

  /**
   * What the words of a status column mean, as they are written.
   *
   * @param left words of those who have left
   * @param active words of those who are here
   */
  public record StatusSpec(
      @Key(value = "Words of people who have left.", fallback = "[]") List<String> left,
      @Key(value = "Words of people who are here.", fallback = "[]") List<String> active) {

    /** Checks: no word can mean both. */
    public StatusSpec {
      left = List.copyOf(left);
      active = List.copyOf(active);
      if (left.isEmpty() && active.isEmpty()) {
        throw new WrongValue("", "says nothing", "write left: [Terminated], active: [Active]");
      }
      new StatusWords(left, active)
          .contradictory().stream()
              .findFirst()
              .ifPresent(
                  word -> {
                    throw new WrongValue(
                        "left", "has \"" + word + "\", which is also active", "keep it in one");
                  });
    }

    /** The same for who reads rows. */
    public StatusWords words() {
      return new StatusWords(left, active);
    }
  }

  /** Copies. */
  public RosterSpec {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    blank = List.copyOf(blank);
  }
}
