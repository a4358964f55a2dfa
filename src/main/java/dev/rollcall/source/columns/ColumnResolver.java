package dev.rollcall.source.columns;

import dev.rollcall.model.Nearest;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** What {@code columns:} of a job file means, resolved against the headers a source really has. */
final class ColumnResolver {

  private static final String ROLE = "role.";

  private final Place place;
  private final Destination destination;
  private final Shape shape;
  private final OwnHeaders own;
  private final List<Problem> problems;

  /** Problems are added to the list given. */
  ColumnResolver(Place place, MappingSettings mapping, List<Problem> problems) {
    this.place = place;
    this.destination = mapping.destination();
    this.shape = mapping.shape();
    this.own = new OwnHeaders(mapping.destination().vocabulary());
    this.problems = problems;
  }

  void fill(Columns columns, Map<String, ColumnSpec> mapping) {
    new TreeMap<>(mapping)
        .forEach(
            (key, spec) -> {
              String field = key.strip().toLowerCase(Locale.ROOT);
              if (isOfOtherShape(field)) {
                problem(key, "is no field of rows that are " + rows(), "it has " + ownFields());
              } else if (isOfOtherVendors(field)) {
                problem(key, "states what there is not in the " + tenant(), "it has " + ways());
              } else if (isOwn(field)) {
                RightsColumn way = own.keyed(key).orElseThrow();
                all(key, spec).forEach(feed -> columns.add(way, feed));
              } else if (field.startsWith(ROLE)) {
                fillRole(columns, field, spec);
              } else {
                fillField(columns, field, spec);
              }
            });
  }

  private boolean isOwn(String field) {
    return shape == Shape.PEOPLE && RosterField.of(field).isEmpty() && own.keyed(field).isPresent();
  }

  private boolean isOfOtherShape(String field) {
    return field.startsWith(ROLE)
        ? shape != Shape.PEOPLE
        : RosterField.of(field).filter(known -> !known.isOf(shape)).isPresent();
  }

  /** Nothing would come of it, and nobody would be told. */
  private boolean isOfOtherVendors(String field) {
    return field.startsWith(ROLE)
        ? !destination.has(RightsColumn.ROLES)
        : RosterField.of(field).filter(known -> !destination.has(known, shape)).isPresent();
  }

  private String tenant() {
    return destination.vocabulary().tenant().one();
  }

  private String ways() {
    return String.join(", ", destination.ways());
  }

  private String rows() {
    return shape == Shape.PEOPLE ? "a person each" : "an assignment each";
  }

  private String ownFields() {
    return String.join(", ", fieldNames());
  }

  private void fillRole(Columns columns, String key, ColumnSpec spec) {
    String name = key.substring(ROLE.length()).strip();
    Optional<Resource> place =
        destination.places().stream().filter(known -> known.name().equals(name)).findFirst();
    if (place.isEmpty()) {
      problem(
          key,
          "speaks of an " + destination.placeNoun() + " without a token",
          Nearest.remedy(name, destination.placeNames()));
      return;
    }
    first(key, spec).ifPresent(feed -> columns.addRole(place.get(), feed));
  }

  private void fillField(Columns columns, String key, ColumnSpec spec) {
    Optional<RosterField> field = RosterField.of(key);
    if (field.isEmpty()) {
      problem(key, "is no roster field", Nearest.remedy(key, fieldNames()));
    } else if (field.get().isOfSeveral()) {
      anyThatAreThere(key, spec).forEach(feed -> columns.add(field.get(), feed));
    } else if (field.get().isList()) {
      all(key, spec).forEach(feed -> columns.add(field.get(), feed));
    } else {
      first(key, spec).ifPresent(feed -> columns.add(field.get(), feed));
    }
  }

  private List<String> fieldNames() {
    return Stream.of(
            Arrays.stream(RosterField.values())
                .filter(field -> field.isOf(shape) && destination.has(field, shape))
                .map(RosterField::key),
            own.keys().stream().filter(key -> shape == Shape.PEOPLE),
            destination.placeNames().stream()
                .filter(place -> shape == Shape.PEOPLE)
                .map(place -> ROLE + place))
        .flatMap(each -> each)
        .toList();
  }

  /** The first header that exists. */
  private Optional<FieldReader> first(String key, ColumnSpec spec) {
    return anyThatAreThere(key, spec).stream().findFirst();
  }

  /** Every header that exists, of which there must be one. */
  private List<FieldReader> anyThatAreThere(String key, ColumnSpec spec) {
    if (spec instanceof ColumnSpec.Template template) {
      return template(key, template.text()).stream().toList();
    }
    List<String> headers = spec.headers();
    List<FieldReader> feeds =
        headers.stream().flatMap(header -> column(header).stream()).map(FieldReader::of).toList();
    if (feeds.isEmpty()) {
      missing(key, headers.isEmpty() ? "" : headers.get(0));
    }
    return feeds;
  }

  /** Every header, each of which must exist. */
  private List<FieldReader> all(String key, ColumnSpec spec) {
    if (spec instanceof ColumnSpec.Headers several) {
      List<FieldReader> feeds = new ArrayList<>();
      for (String header : several.headers()) {
        resolved(key, header).ifPresent(column -> feeds.add(FieldReader.of(column)));
      }
      return feeds;
    }
    return template(key, ((ColumnSpec.Template) spec).text()).stream().toList();
  }

  private Optional<FieldReader> template(String key, String text) {
    List<Integer> columns = new ArrayList<>();
    List<String> between = new ArrayList<>();
    int problemsBefore = problems.size();
    int from = 0;
    Matcher reference = ColumnSpec.REFERENCE.matcher(text);
    while (reference.find()) {
      between.add(text.substring(from, reference.start()));
      resolved(key, reference.group(1)).ifPresent(columns::add);
      from = reference.end();
    }
    between.add(text.substring(from));
    if (between.stream().anyMatch(part -> part.contains("{") || part.contains("}"))
        || between.size() == 1) {
      problem(
          key,
          "has a brace that is not closed: " + CellText.quoted(text),
          "write a header between braces: \"{First Name} {Last Name}\"");
    }
    return problems.size() > problemsBefore
        ? Optional.empty()
        : Optional.of(FieldReader.template(columns, between));
  }

  private Optional<Integer> resolved(String key, String header) {
    Optional<Integer> column = column(header);
    if (column.isEmpty()) {
      missing(key, header);
    }
    return column;
  }

  /** As written, else whatever the case, blanks and punctuation where that is unmistakable. */
  private Optional<Integer> column(String header) {
    int exact = place.columns().indexOf(header.strip());
    if (exact >= 0) {
      return Optional.of(exact);
    }
    String folded = CellText.fold(header);
    List<String> same =
        place.columns().stream().filter(other -> CellText.fold(other).equals(folded)).toList();
    return same.size() == 1 && !folded.isEmpty()
        ? Optional.of(place.columns().indexOf(same.get(0)))
        : Optional.empty();
  }

  private void missing(String key, String header) {
    problem(
        key,
        "names the column %s, which %s does not have"
            .formatted(CellText.quoted(header), place.label()),
        Nearest.remedy(
            CellText.shortened(header),
            place.columns().stream().filter(column -> !column.isBlank()).toList()));
  }

  private void problem(String key, String what, String remedy) {
    problems.add(new Problem(place.label(), "columns." + key + " " + what, remedy));
  }
}
