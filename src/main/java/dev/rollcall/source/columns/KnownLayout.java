package dev.rollcall.source.columns;

import dev.rollcall.model.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a well-known program's export or template looks like, and how its columns are read.
 *
 * <p>A header is compared letter by letter, whatever its case, blanks and punctuation; one written
 * {@code [property]} stands for any that contains it.
 *
 * @param name what it is called in remarks
 * @param signatures each a list of headers; a table that has all headers of one is recognised
 * @param columns the headers of a field, the preferred one first; other fields go by usual headers
 * @param left words of its status column that mean somebody has left
 * @param active words that mean somebody has not, accounts not yet in use included
 * @param secrets columns that nobody is to see again
 */
public record KnownLayout(
    String name,
    List<List<String>> signatures,
    Map<RosterField, List<String>> columns,
    List<String> left,
    List<String> active,
    List<String> secrets,
    Set<Trait> traits) {

  /** What else is special. */
  public enum Trait {
    /** Of several status columns the first that is filled counts. */
    FIRST_FILLED_STATUS,
    /** Of several status columns each counts, and one that says "left" is enough. */
    EVERY_STATUS,
    /** Nothing in the status column means a new account. */
    BLANK_IS_ACTIVE,
    /** Lists are separated by commas. */
    COMMA_LISTS,
    /** Names are written {@code Doe, Jane}. */
    LAST_NAME_FIRST,
    /** Names have remarks behind them: {@code Jane Doe (On Leave)}. */
    REMARKS_BEHIND_NAMES,
    /** Cells at the end of a row may be left out. */
    ENDS_EARLY,
    /** There may be a row {@code Example: …}. */
    EXAMPLE_ROW,
    /** It has no columns beside those it is recognised by. */
    NO_OTHERS,
    /** Roles, groups and projects are those of a workspace. */
    OURS
  }

  /** Copies. */
  public KnownLayout {
    signatures = List.copyOf(signatures);
    columns = Map.copyOf(columns);
    left = List.copyOf(left);
    active = List.copyOf(active);
    secrets = List.copyOf(secrets);
    traits = Set.copyOf(traits);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether a table with this header is one. */
  boolean recognises(HeaderIndex header) {
    return signatures.stream()
        .filter(signature -> !has(Trait.NO_OTHERS) || header.size() == signature.size())
        .anyMatch(
            signature -> signature.stream().allMatch(name -> header.column(name).isPresent()));
  }

  /** How many of the headers it knows. */
  int likeness(HeaderIndex header) {
    return (int)
        Stream.concat(signatures.stream(), columns.values().stream())
            .flatMap(List::stream)
            .flatMap(name -> header.column(name).stream())
            .distinct()
            .count();
  }

  /** What feeds the field; empty where the table has no such column, or usual headers hold. */
  Optional<FieldReader> feed(RosterField field, HeaderIndex header) {
    List<Integer> found = columns(field, header);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    boolean firstFilled = field == RosterField.STATUS && has(Trait.FIRST_FILLED_STATUS);
    return Optional.of(
        dressed(
            field, firstFilled ? FieldReader.firstFilled(found) : FieldReader.of(found.get(0))));
  }

  /** All that feeds the field; several columns only where each of them counts. */
  List<FieldReader> feeds(RosterField field, HeaderIndex header) {
    return field == RosterField.STATUS && has(Trait.EVERY_STATUS)
        ? columns(field, header).stream().map(FieldReader::of).toList()
        : feed(field, header).stream().toList();
  }

  /**
   * Whether a field of the table may be found by usual headers. What other programs call a role or
   * a group is none of a workspace.
   */
  boolean leavesToUsualHeaders(RosterField field) {
    return has(Trait.OURS)
        || field != RosterField.ROLE
            && field != RosterField.GROUPS
            && field != RosterField.PROJECTS
            && !(field == RosterField.STATUS && has(Trait.EVERY_STATUS));
  }

  private FieldReader dressed(RosterField field, FieldReader feed) {
    if (field == RosterField.NAME && has(Trait.LAST_NAME_FIRST)) {
      return feed.then(KnownLayout::turned);
    }
    if (field == RosterField.NAME && has(Trait.REMARKS_BEHIND_NAMES)) {
      return feed.then(KnownLayout::withoutRemarks);
    }
    return field.isList() && has(Trait.COMMA_LISTS)
        ? feed.then(text -> text.replace(',', ';'))
        : feed;
  }

  private static String turned(String name) {
    int comma = name.indexOf(',');
    return comma < 0 ? name : name.substring(comma + 1).strip() + " " + name.substring(0, comma);
  }

  private static String withoutRemarks(String name) {
    int remark =
        IntStream.range(1, name.length())
            .filter(i -> "([".indexOf(name.charAt(i)) >= 0)
            .findFirst()
            .orElse(name.length());
    return name.substring(0, remark);
  }

  /** Those of its columns for the field that the table has. */
  List<Integer> columns(RosterField field, HeaderIndex header) {
    return columns.getOrDefault(field, List.of()).stream()
        .flatMap(name -> header.column(name).stream())
        .toList();
  }

  /** What a status word means that is not among the usual ones; given words replace its own. */
  public Optional<Status> meaning(String word, StatusWords given) {
    String folded = CellText.fold(word);
    if (given.left().isEmpty() && left.stream().map(CellText::fold).anyMatch(folded::equals)) {
      return Optional.of(Status.LEFT);
    }
    return given.active().isEmpty() && active.stream().map(CellText::fold).anyMatch(folded::equals)
        ? Optional.of(Status.ACTIVE)
        : Optional.empty();
  }

  /** Whether the column holds what nobody is to see again. */
  boolean hides(String header) {
    HeaderIndex one = HeaderIndex.of(List.of(header));
    return secrets.stream().anyMatch(secret -> one.column(secret).isPresent());
  }
}
