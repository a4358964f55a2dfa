package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
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
    Map<String, Located<ColumnSpec>> columns,
    Optional<StatusSpec> status,
    Shape shape,
    OnConflict onConflict,
    Optional<DateStyle> dates,
    List<String> blank,
    Optional<Passage> where,
    RowSelection.WithoutAddress withoutAddress) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "columns",
              "Roster field: header, list of headers of which one is there, or template such as"
                  + " \"{First Name} {Last Name}\". Left out: the usual headers are recognised.",
              "{}"),
          Key.of("status", "Which words of the status column mean left and which mean active."),
          Key.of(
              "shape", "people: one row a person; assignments: one row an assignment.", "people"),
          Key.of(
              "on-conflict",
              "What contradicting values of one person are: a problem, or first: this source"
                  + " counts before those after it.",
              "problem"),
          Key.of(
              "dates",
              "How dates like 03/04/2026 are read: month-first, day-first, or a pattern such as"
                  + " dd/MM/yy. Left out: what the other dates of the column show."),
          Key.of(
              "blank",
              "Words that mean no date, beside n/a, NULL, - and the like: [unlimited, open].",
              "[]"),
          Key.of(
              "where",
              "Which rows are people of ours, in CEL: person.type != \"Plant\". All others are counted,"
                  + " and neither problems nor in the way of absence."),
          Key.of(
              "without-address",
              "What a row without an address is: a problem, for it may be anybody's; ignore: nobody"
                  + " of ours.",
              "problem"));

  /**
   * What the words of a status column mean, as they are written.
   *
   * @param left words of those who have left
   * @param active words of those who are here
   */
  public record StatusSpec(List<String> left, List<String> active) {

    static final Keys KEYS =
        Keys.of(
            Key.of("left", "Words of people who have left.", "[]"),
            Key.of("active", "Words of people who are here.", "[]"));

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
