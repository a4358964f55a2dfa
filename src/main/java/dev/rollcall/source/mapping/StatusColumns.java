package dev.rollcall.source.mapping;

import dev.rollcall.model.Nearest;
import dev.rollcall.model.Place;
import dev.rollcall.model.Status;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.HeaderMeaning.StatusKind;
import dev.rollcall.source.columns.KnownLayout;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.columns.YesMeaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns whose words say whether a person is here or has left. Where several columns say so,
 * they must agree; a column that only asks whether somebody is gone says nothing by its no.
 */
final class StatusColumns {

  private static final int LONGEST_WORD = 100;
  private static final int MOST_REMEMBERED = 2_000;

  private final Place place;
  private final StatusWords words;
  private final Optional<KnownLayout> layout;
  private final List<One> columns = new ArrayList<>();

  /** What one column says. */
  private record Said(FieldReader feed, Status status) {

    Map.Entry<Status, Integer> entry() {
      return Map.entry(status, feed.column());
    }
  }

  /** One column. */
  private record One(FieldReader feed, StatusKind kind, Map<String, Optional<Status>> meanings) {}

  StatusColumns(Columns columns, MappingSettings mapping, Place place) {
    this.place = place;
    this.words = mapping.status();
    this.layout = columns.statusLayout();
    for (FieldReader feed : columns.all(RosterField.STATUS)) {
      StatusKind kind = YesMeaning.of(place.columns().get(feed.column()));
      this.columns.add(new One(feed, kind, new HashMap<>()));
    }
  }

  /** The column to blame where none is in particular; -1 where there is none. */
  int column() {
    return columns.isEmpty() ? -1 : columns.get(0).feed().column();
  }

  /** What they say, and in which column; empty where they say nothing or problems were added. */
  Optional<Map.Entry<Status, Integer>> read(Row row, RowProblems problems) {
    List<Said> said = new ArrayList<>();
    boolean isClear = true;
    for (One one : columns) {
      String text = CellText.oneLine(one.feed().text(row));
      if (!text.isEmpty()) {
        Optional<Status> meaning = meaning(text, one);
        isClear &= meaning.isPresent();
        if (meaning.isPresent()) {
          said.add(new Said(one.feed(), meaning.get()));
        } else {
          problems.add(
              one.feed().column(), CellText.quoted(text) + " is no status we know", remedy(text));
        }
      }
    }
    if (said.isEmpty() && isClear && !columns.isEmpty()) {
      return ofBlank(problems);
    }
    return isClear ? together(said, row, problems) : Optional.empty();
  }

  private Optional<Map.Entry<Status, Integer>> ofBlank(RowProblems problems) {
    boolean isActive =
        layout.filter(known -> known.has(KnownLayout.Trait.BLANK_IS_ACTIVE)).isPresent()
            || columns.stream().allMatch(one -> one.kind() == StatusKind.GONE);
    if (isActive) {
      return Optional.of(Map.entry(Status.ACTIVE, column()));
    }
    problems.add(column(), "the status is blank", "write " + example());
    return Optional.empty();
  }

  private Optional<Map.Entry<Status, Integer>> together(
      List<Said> said, Row row, RowProblems problems) {
    if (said.size() == 1) {
      return Optional.of(said.get(0).entry());
    }
    Optional<Said> left = said.stream().filter(each -> each.status() == Status.LEFT).findFirst();
    Optional<Said> active =
        said.stream().filter(each -> each.status() == Status.ACTIVE && counts(each)).findFirst();
    if (left.isPresent() && active.isPresent() && layout.isEmpty()) {
      addContradiction(left.get(), active.get(), row, problems);
      return Optional.empty();
    }
    return left.or(() -> active).or(() -> said.stream().findFirst()).map(Said::entry);
  }

  /** Not to be suspended is not to be active. */
  private boolean counts(Said said) {
    return columns.stream()
        .filter(one -> one.feed() == said.feed())
        .noneMatch(one -> one.kind() == StatusKind.GONE);
  }

  private void addContradiction(Said left, Said active, Row row, RowProblems problems) {
    problems.add(
        left.feed().column(),
        "%s says left, but %s of %s says active"
            .formatted(
                CellText.quoted(CellText.oneLine(left.feed().text(row))),
                CellText.quoted(CellText.oneLine(active.feed().text(row))),
                header(active.feed())),
        "correct one of them, or say under columns: which one is the status");
  }

  private String header(FieldReader feed) {
    return CellText.quoted(place.columns().get(feed.column()));
  }

  private String remedy(String text) {
    String nearest = Nearest.remedy(CellText.shortened(text), words.known());
    return nearest
        + (nearest.endsWith("?") ? " Otherwise list" : ", or list")
        + " the word under status:";
  }

  private Optional<Status> meaning(String text, One one) {
    if (text.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    Optional<Status> known = one.meanings().get(text);
    if (known != null) {
      return known;
    }
    Optional<Status> meaning = unremembered(text, one);
    if (one.meanings().size() < MOST_REMEMBERED) {
      one.meanings().put(text, meaning);
    }
    return meaning;
  }

  /**
   * What the job file says; else the program that made the file knows its own words best. Beside
   * other columns a yes to being suspended is no yes to being active, whatever yes means there.
   */
  private Optional<Status> unremembered(String text, One one) {
    String header = place.columns().get(one.feed().column());
    Optional<Status> answer =
        columns.size() > 1 && one.kind() == StatusKind.GONE
            ? StatusWords.answered(text, header)
            : Optional.empty();
    return answer
        .or(() -> words.given(text))
        .or(() -> layout.flatMap(known -> known.meaning(text, words)))
        .or(() -> words.meaning(text, header));
  }

  private String example() {
    return String.join(" or ", words.known().stream().limit(3).toList());
  }
}
