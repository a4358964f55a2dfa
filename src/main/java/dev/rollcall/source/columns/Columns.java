package dev.rollcall.source.columns;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.UnreadableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which columns of a source feed which roster field. */
public final class Columns {

  /** In place of several columns of one name. */
  private static final FieldReader NONE = FieldReader.of(Integer.MAX_VALUE);

  private final SourceProfile profile;
  private final Place place;
  private final ColumnRecognition recognition;
  private final Map<RosterField, List<FieldReader>> feeds = new EnumMap<>(RosterField.class);
  private final Map<Resource, FieldReader> roles = new TreeMap<>();
  private final Map<RightsColumn, List<FieldReader>> own = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  private Columns(SourceProfile profile) {
    this.profile = profile;
    this.place = profile.place();
    this.recognition = new ColumnRecognition(profile);
  }

  /**
   * The columns as mapped, or as usually headed where nothing is mapped.
   *
   * @throws UnreadableSource with everything that is wrong about the mapping
   */
  public static Columns of(MappingSettings mapping, SourceProfile profile) {
    Columns columns = new Columns(profile);
    List<Problem> problems = new ArrayList<>();
    if (mapping.columns().isEmpty()) {
      columns.recognise(mapping, problems);
    } else {
      new ColumnResolver(profile.place(), mapping, problems).fill(columns, mapping.columns());
    }
    columns.remarkOnRights(mapping);
    problems.addAll(new ColumnChecks(columns, mapping).problems(problems.isEmpty()));
    if (!problems.isEmpty()) {
      throw new UnreadableSource(problems);
    }
    return columns;
  }

  public boolean has(RosterField field) {
    return feeds.containsKey(field);
  }

  /** Whether rights are stated this way; those of a vendor's own anywhere. */
  public boolean has(RightsColumn column) {
    return column.isOwn()
        ? own.containsKey(column)
        : RosterField.of(column).filter(this::has).isPresent();
  }

  /** What feeds the ways of a vendor's own. */
  public Map<RightsColumn, List<FieldReader>> own() {
    return Collections.unmodifiableMap(own);
  }

  /** What feeds a field of one value. */
  public Optional<FieldReader> one(RosterField field) {
    List<FieldReader> all = all(field);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** What feeds a roster field, or else is the column with such a header. */
  public Optional<FieldReader> named(String fieldOrHeader) {
    Optional<RosterField> field = RosterField.of(fieldOrHeader);
    if (field.isPresent()) {
      return one(field.get());
    }
    String header = CellText.fold(fieldOrHeader);
    return IntStream.range(0, place.columns().size())
        .filter(column -> CellText.fold(place.columns().get(column)).equals(header))
        .mapToObj(FieldReader::of)
        .reduce((one, other) -> NONE)
        .filter(feed -> feed != NONE);
  }

  /** What feeds a list field. */
  public List<FieldReader> all(RosterField field) {
    return feeds.getOrDefault(field, List.of());
  }

  /** The column of its own that the role in a place has. */
  public Optional<FieldReader> role(Resource place) {
    return Optional.ofNullable(roles.get(place));
  }

  /** The program whose export or template this is. */
  public Optional<KnownLayout> layout() {
    return recognition.layout();
  }

  /** The layout that knows the words of the status columns. */
  public Optional<KnownLayout> statusLayout() {
    HeaderIndex headings = HeaderIndex.of(place.columns());
    return layout()
        .filter(
            known ->
                one(RosterField.STATUS)
                    .filter(
                        feed -> known.columns(RosterField.STATUS, headings).contains(feed.column()))
                    .isPresent());
  }

  /** The columns that feed no roster field, those first that may be about one. */
  public List<UnreadColumn> unread() {
    return new UnreadColumns(profile, used(), layout()).all();
  }

  public SourceProfile profile() {
    return profile;
  }

  /** The columns that feed any roster field. */
  public Set<Integer> used() {
    Set<Integer> used = new TreeSet<>();
    Stream.of(
            feeds.values().stream().flatMap(List::stream),
            roles.values().stream(),
            own.values().stream().flatMap(List::stream))
        .flatMap(each -> each)
        .forEach(feed -> Arrays.stream(feed.columns()).forEach(used::add));
    return used;
  }

  public List<String> remarks() {
    return remarks;
  }

  void add(RosterField field, FieldReader feed) {
    feeds.computeIfAbsent(field, key -> new ArrayList<>()).add(feed);
  }

  void add(RightsColumn column, FieldReader feed) {
    own.computeIfAbsent(column, key -> new ArrayList<>()).add(feed);
  }

  void addRole(Resource place, FieldReader feed) {
    roles.put(place, feed);
  }

  private void recognise(MappingSettings mapping, List<Problem> problems) {
    for (RosterField field : RosterField.values()) {
      if (field.isOf(mapping.shape()) && mapping.destination().has(field, mapping.shape())) {
        recognise(field, mapping.shape(), problems);
      }
    }
    remarkOnLayout();
    if (mapping.shape() == Shape.PEOPLE) {
      new OwnHeaders(mapping.destination().vocabulary())
          .of(place.columns())
          .forEach((column, each) -> each.forEach(one -> add(column, FieldReader.of(one))));
      own.values().forEach(this::leave);
    }
    if (mapping.shape() == Shape.PEOPLE && mapping.destination().has(RightsColumn.ROLES)) {
      recogniseRoles(mapping);
    }
  }

  /** What a vendor calls its own is nothing else. */
  private void leave(List<FieldReader> taken) {
    feeds
        .values()
        .forEach(
            readers ->
                readers.removeIf(
                    reader ->
                        taken.stream()
                            .anyMatch(own -> Arrays.equals(own.columns(), reader.columns()))));
    feeds.values().removeIf(List::isEmpty);
  }

  private void recogniseRoles(MappingSettings mapping) {
    UsualHeaders headers = recognition.usual();
    Destination destination = mapping.destination();
    for (Resource place : destination.places()) {
      headers.ofRole(place).forEach(column -> addRole(place, FieldReader.of(column)));
    }
    headers.ofUnknownPlaces(destination.places()).stream()
        .map(
            header ->
                "column "
                    + CellText.quoted(header)
                    + " is not read as a role: "
                    + "there is no token for such an "
                    + destination.placeNoun())
        .forEach(remarks::add);
  }

  private void recognise(RosterField field, Shape shape, List<Problem> problems) {
    List<FieldReader> found = recognition.feeds(field);
    if (found.size() > 1 && !field.isList() && !field.isOfSeveral()) {
      problems.add(ambiguous(field, found));
    }
    for (FieldReader feed : found) {
      if (shape == Shape.PEOPLE && recognition.isSomethingElse(field, feed)) {
        remarks.add(somethingElse(field, feed));
      } else {
        add(field, feed);
      }
    }
    if (found.size() > 1 && field.isOfSeveral() && !recognition.isOfLayout(field)) {
      remarks.add(
          "%s could each be the %s: whoever they differ on is held; say under columns: which one is"
              .formatted(names(found), field.key()));
    }
  }

  private String somethingElse(RosterField field, FieldReader feed) {
    return "column %s is not read as %s, for what stands in it looks like something else (%s); if it is, say columns: { %s: … }"
        .formatted(header(feed), field.key(), evidence(feed), field.key());
  }

  /** What may give access where nobody meant it to is said. */
  private void remarkOnRights(MappingSettings mapping) {
    if (mapping.shape() != Shape.PEOPLE) {
      return;
    }
    Predicate<ColumnProfile> doubt =
        mapping.columns().isEmpty() ? ColumnProfile::mayBeNoRoles : ColumnProfile::hasRolesOfOthers;
    one(RosterField.ROLE)
        .filter(feed -> profile.values(feed.column()).filter(doubt).isPresent())
        .map(feed -> header(feed) + " is read as the role in every environment: " + evidence(feed))
        .ifPresent(remarks::add);
  }

  private void remarkOnLayout() {
    String fields =
        feeds.entrySet().stream()
            .map(entry -> entry.getKey().key() + " is " + names(entry.getValue()))
            .collect(joining(", "));
    layout().ifPresent(known -> remarks.add("recognised as " + known.name() + ": " + fields));
  }

  private String evidence(FieldReader feed) {
    return ColumnGuesses.evidence(
        place.columns().get(feed.column()), profile.values(feed.column()));
  }

  private String names(List<FieldReader> feeds) {
    return feeds.stream().map(this::header).collect(joining(" and "));
  }

  private String header(FieldReader feed) {
    return CellText.quoted(place.columns().get(feed.column()));
  }

  private Problem ambiguous(RosterField field, List<FieldReader> found) {
    return new Problem(
        place.label(),
        names(found) + " could each be the " + field.key() + " column",
        "say under columns: which one is, together with the other columns to be read");
  }
}
