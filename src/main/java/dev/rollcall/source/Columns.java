package dev.rollcall.source;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Environment;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which columns of a source feed which roster field. */
final class Columns {

  private final Place place;
  private final Map<RosterField, List<Feed>> feeds = new EnumMap<>(RosterField.class);
  private final Map<Environment, Feed> roles = new TreeMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Optional<KnownLayout> layout;

  private Columns(Place place) {
    this.place = place;
    this.layout = KnownLayouts.of(place.columns());
  }

  /**
   * The columns as mapped, or as usually headed where nothing is mapped.
   *
   * @throws UnreadableSource with everything that is wrong about the mapping
   */
  static Columns of(RowMapping mapping, Place place) {
    Columns columns = new Columns(place);
    List<Problem> problems = new ArrayList<>();
    if (mapping.columns().isEmpty()) {
      columns.recognise(mapping, problems);
    } else {
      new ColumnMapping(place, mapping, problems).fill(columns, mapping.columns());
      columns.remarkOnLeftOver(mapping);
    }
    columns.checkStatus(mapping.status(), problems);
    if (columns.looksLikeAssignments(mapping) && problems.isEmpty()) {
      problems.add(columns.unsaidShape());
    }
    if (!columns.has(RosterField.EMAIL) && mapping.shape() != Shape.JOINED && problems.isEmpty()) {
      problems.add(columns.noAddress(mapping));
    }
    if (!columns.has(RosterField.KIND) && mapping.shape() != Shape.PEOPLE && problems.isEmpty()) {
      problems.add(columns.noKind());
    }
    if (!problems.isEmpty()) {
      throw new UnreadableSource(problems);
    }
    return columns;
  }

  boolean has(RosterField field) {
    return feeds.containsKey(field);
  }

  /** What feeds a field of one value. */
  Optional<Feed> one(RosterField field) {
    List<Feed> all = all(field);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** What feeds a roster field, or else is the column with such a header. */
  Optional<Feed> named(String fieldOrHeader) {
    Optional<RosterField> field = RosterField.of(fieldOrHeader);
    if (field.isPresent()) {
      return one(field.get());
    }
    String header = Cells.fold(fieldOrHeader);
    return IntStream.range(0, place.columns().size())
        .filter(column -> Cells.fold(place.columns().get(column)).equals(header))
        .mapToObj(Feed::of)
        .findFirst();
  }

  /** What feeds a list field. */
  List<Feed> all(RosterField field) {
    return feeds.getOrDefault(field, List.of());
  }

  /** The column of its own that an environment's role has. */
  Optional<Feed> role(Environment environment) {
    return Optional.ofNullable(roles.get(environment));
  }

  /** The program whose export or template this is. */
  Optional<KnownLayout> layout() {
    return layout;
  }

  /** The layout that knows the words of the status column. */
  Optional<KnownLayout> statusLayout() {
    return layout.filter(
        known ->
            one(RosterField.STATUS)
                .filter(
                    feed ->
                        known
                            .columns(RosterField.STATUS, Headings.of(place.columns()))
                            .contains(feed.column()))
                .isPresent());
  }

  /** The columns that feed any roster field. */
  Set<Integer> used() {
    Set<Integer> used = new TreeSet<>();
    Stream.concat(feeds.values().stream().flatMap(List::stream), roles.values().stream())
        .forEach(feed -> Arrays.stream(feed.columns()).forEach(used::add));
    return used;
  }

  List<String> remarks() {
    return remarks;
  }

  void add(RosterField field, Feed feed) {
    feeds.computeIfAbsent(field, key -> new ArrayList<>()).add(feed);
  }

  void addRole(Environment environment, Feed feed) {
    roles.put(environment, feed);
  }

  private void recognise(RowMapping mapping, List<Problem> problems) {
    UsualHeaders headers = new UsualHeaders(place.columns());
    Headings headings = Headings.of(place.columns());
    for (RosterField field : RosterField.values()) {
      if (field.isOf(mapping.shape())) {
        recognise(field, headings, headers, problems);
      }
    }
    remarkOnLayout();
    if (mapping.shape() == Shape.PEOPLE) {
      recogniseRoles(mapping, headers);
    }
  }

  private void recogniseRoles(RowMapping mapping, UsualHeaders headers) {
    for (Environment environment : mapping.environments()) {
      headers.ofRole(environment).forEach(column -> addRole(environment, Feed.of(column)));
    }
    headers.ofUnknownEnvironments(mapping.environments()).stream()
        .map(
            header ->
                "column "
                    + Cells.quoted(header)
                    + " is not read as a role: "
                    + "there is no token for such an environment")
        .forEach(remarks::add);
  }

  private void recognise(
      RosterField field, Headings headings, UsualHeaders headers, List<Problem> problems) {
    Optional<Feed> known = layout.flatMap(own -> own.feed(field, headings));
    if (known.isPresent()) {
      add(field, known.get());
      return;
    }
    List<Integer> found = headers.of(field);
    if (found.size() > 1 && !field.isList()) {
      problems.add(ambiguous(field, found));
    }
    found.forEach(column -> add(field, Feed.of(column)));
  }

  private void remarkOnLayout() {
    String fields =
        feeds.entrySet().stream()
            .map(
                entry ->
                    entry.getKey().key()
                        + " is "
                        + entry.getValue().stream()
                            .map(feed -> Cells.quoted(place.columns().get(feed.column())))
                            .collect(joining(" and ")))
            .collect(joining(", "));
    layout.ifPresent(known -> remarks.add("recognised as " + known.name() + ": " + fields));
  }

  private Problem ambiguous(RosterField field, List<Integer> found) {
    String names =
        found.stream().map(place.columns()::get).map(Cells::quoted).collect(joining(" and "));
    return new Problem(
        place.label(),
        names + " could each be the " + field.key() + " column",
        "say under columns: which one is, together with the other columns to be read");
  }

  /** A column left out of a mapping is easily forgotten, and a forgotten status grants access. */
  private void remarkOnLeftOver(RowMapping mapping) {
    UsualHeaders headers = new UsualHeaders(place.columns());
    Set<Integer> used = used();
    for (RosterField field :
        List.of(RosterField.STATUS, RosterField.STARTS_ON, RosterField.ENDS_ON)) {
      headers.of(field).stream()
          .filter(column -> !has(field) && !used.contains(column))
          .map(place.columns()::get)
          .map(
              header ->
                  "column "
                      + Cells.quoted(header)
                      + " is not read as "
                      + field.key()
                      + ": columns: of "
                      + mapping.source()
                      + " does not name it")
          .forEach(remarks::add);
    }
  }

  private void checkStatus(StatusWords words, List<Problem> problems) {
    if (words.areGiven() && !has(RosterField.STATUS) && problems.isEmpty()) {
      problems.add(
          new Problem(
              place.label(),
              "status: gives words, but no column is read as status",
              "name it under columns:, or remove status:; the columns are " + headers()));
    }
    words.contradictory().stream()
        .map(
            word ->
                new Problem(
                    "",
                    "status: has " + Cells.quoted(word) + " both as left and as active",
                    "keep one of them"))
        .forEach(problems::add);
  }

  /** Read as people, a group that ends would be a person who leaves. */
  private boolean looksLikeAssignments(RowMapping mapping) {
    UsualHeaders usual = new UsualHeaders(place.columns());
    return mapping.shape() == Shape.PEOPLE
        && mapping.columns().isEmpty()
        && layout.isEmpty()
        && !usual.of(RosterField.KIND).isEmpty()
        && !usual.of(RosterField.TARGET).isEmpty()
        && Stream.of(RosterField.ROLE, RosterField.STARTS_ON, RosterField.ENDS_ON)
            .anyMatch(field -> !usual.of(field).isEmpty());
  }

  private Problem unsaidShape() {
    return new Problem(
        place.label(),
        "the columns look like assignments, one a row, and not like people; they are " + headers(),
        "write shape: assignments; if each row is one person, say which columns count: columns:");
  }

  private Problem noAddress(RowMapping mapping) {
    if (place.columns().size() == 1 && place.columns().get(0).matches(".*[,;|\t].*")) {
      return new Problem(
          place.label(),
          "there is one column only, called " + headers(),
          "look at delimiter:, and whether whole lines stand in quotes");
    }
    return new Problem(
        place.label(),
        mapping.columns().isEmpty()
            ? "no column looks like an e-mail address; the columns are " + headers()
            : "columns: does not say which column is the e-mail address; the columns are "
                + headers(),
        "name it: columns: { email: … }");
  }

  private Problem noKind() {
    return new Problem(
        place.label(),
        "no column says of which kind an assignment is; the columns are " + headers(),
        "name it: columns: { kind: … }, with the words "
            + String.join(", ", AssignmentKind.words()));
  }

  /** All headers, for messages. */
  String headers() {
    return place.columns().stream()
        .filter(header -> !header.isBlank())
        .limit(40)
        .map(Cells::quoted)
        .collect(joining(", "));
  }
}
