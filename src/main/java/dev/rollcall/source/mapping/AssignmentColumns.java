package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.AssignmentKind;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.NameSigns;
import dev.rollcall.source.columns.RightsText;
import dev.rollcall.source.columns.RosterField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a row that is one assignment: kind, target, environment, role, and the days it
 * begins and ends on. A blank environment means every one.
 */
final class AssignmentColumns implements ClaimColumns {

  private static final int MOST_REMEMBERED = 2_000;
  private static final Set<String> EVERY = Set.of("*", "all", "every", "any", "allenvironments");

  private final Place place;
  private final FieldReader kind;
  private final Optional<FieldReader> target;
  private final Optional<FieldReader> environment;
  private final Optional<FieldReader> role;
  private final Optional<FieldReader> startsOn;
  private final Optional<FieldReader> endsOn;
  private final Destination destination;
  private final LocalDate today;
  private final DateCells dates;
  private final Map<Validity, Validity> known = new HashMap<>();

  AssignmentColumns(Columns columns, MappingSettings mapping, Place place, DateCells dates) {
    this.place = place;
    this.dates = dates;
    this.kind = columns.one(RosterField.KIND).orElseThrow();
    this.target = columns.one(RosterField.TARGET);
    this.environment = columns.one(RosterField.ENVIRONMENT);
    this.role = columns.one(RosterField.ROLE);
    this.startsOn = columns.one(RosterField.STARTS_ON);
    this.endsOn = columns.one(RosterField.ENDS_ON);
    this.destination = mapping.destination();
    this.today = mapping.today();
  }

  @Override
  public int[] columns() {
    return Stream.of(Optional.of(kind), target, environment, role, startsOn, endsOn)
        .flatMap(Optional::stream)
        .flatMapToInt(feed -> IntStream.of(feed.columns()))
        .toArray();
  }

  @Override
  public void read(Row row, Sink claims, RowProblems problems) {
    String word = CellText.oneLine(kind.text(row));
    Optional<AssignmentKind> found = AssignmentKind.of(word, destination);
    One one = new One(row, claims, problems);
    Optional<Kind> own = AssignmentKind.own(word, destination);
    if (own.isPresent()) {
      one.named(own.get());
      return;
    }
    if (found.isEmpty()) {
      problems.add(
          kind.column(),
          word.isEmpty()
              ? "the kind is blank"
              : CellText.quoted(word) + " is no kind of assignment",
          Nearest.remedy(CellText.shortened(word), AssignmentKind.words(destination)));
      return;
    }
    switch (found.get()) {
      case ROLE -> one.environmentRole();
      case GROUP -> {
        Kind group = destination.kind(RightsColumn.GROUPS);
        if (group.container().isPresent()) {
          one.named(group);
        } else {
          one.group();
        }
      }
      case PROJECT -> one.project();
    }
  }

  private static int column(Optional<FieldReader> feed, FieldReader otherwise) {
    return feed.orElse(otherwise).column();
  }

  /** One row being read. */
  private final class One {

    private final Row row;
    private final Sink claims;
    private final RowProblems problems;

    One(Row row, Sink claims, RowProblems problems) {
      this.row = row;
      this.claims = claims;
      this.problems = problems;
    }

    /** The role stands under role, or under target where role is blank. */
    void environmentRole() {
      String stated = single(role);
      String aim = single(target);
      String where = text(environment);
      if (stated.isEmpty() && (aim.isEmpty() || destination.place(aim).isPresent())) {
        problem(role, "the assignment names no role", "write the " + roleWord());
      } else if (stated.isEmpty()) {
        give(where, (each, validity) -> claim(each.at(aim), target, validity));
      } else if (aim.isEmpty() || aim.equalsIgnoreCase(where)) {
        give(where, (each, validity) -> claim(each.at(stated), role, validity));
      } else if (where.isEmpty() && destination.place(aim).isPresent()) {
        give(aim, (each, validity) -> claim(each.at(stated), role, validity));
      } else {
        problem(
            target,
            "the target " + CellText.quoted(aim) + " is more than an " + roleWord() + " has",
            "leave target blank, or write the "
                + destination.placeNoun()
                + " there; or is the kind project?");
      }
    }

    private String roleWord() {
      return kind(RightsColumn.ROLES).right().one();
    }

    private Kind kind(RightsColumn column) {
      return destination.kind(column);
    }

    void group() {
      String group = single(target);
      if (group.isEmpty()) {
        problem(target, "the assignment names no group", "write the group under target");
      }
      refuse(role, "a group has no role", "leave role blank, or is the kind project?");
      refuse(
          environment,
          "a group is the same in every " + destination.placeNoun(),
          "leave environment blank");
      Validity validity = validity(Validity.Reach.HERE);
      if (!group.isEmpty()) {
        claim(Resource.of(kind(RightsColumn.GROUPS), group).membership(), target, validity);
      }
    }

    /** A right of a vendor's own: what it lies in stands beside it, or before it in its name. */
    void named(Kind kind) {
      String aim = single(target);
      String stated = single(role);
      String where = single(environment);
      String written = written(kind, aim, stated, where);
      RightsText text = new RightsText(kind, destination.places());
      List<Entitlement> rights = written.isEmpty() ? List.of() : text.read(written);
      if (rights.isEmpty()) {
        problem(target, "the assignment " + text.wrong(written), text.remedy());
      }
      Validity validity = validity(Validity.Reach.HERE);
      rights.forEach(right -> claim(right, target, validity));
    }

    private static String written(Kind kind, String aim, String stated, String where) {
      NameSigns signs = NameSigns.LIST_OF_PAIRS;
      if (kind.levels().isPresent()) {
        return aim.isEmpty() ? "" : signs.written(aim) + " = " + signs.written(stated);
      }
      String name = stated.isEmpty() ? aim : stated;
      String container = !where.isEmpty() ? where : stated.isEmpty() ? "" : aim;
      boolean isPair = kind.container().isPresent() && !container.isEmpty() && !name.isEmpty();
      return isPair ? signs.written(container) + " = " + signs.written(name) : signs.written(name);
    }

    void project() {
      String project = single(target);
      String stated = single(role);
      if (project.isEmpty()) {
        problem(target, "the assignment names no project", "write the project under target");
      }
      if (stated.isEmpty()) {
        problem(role, "the assignment names no role", "write the role on the project");
      }
      if (!project.isEmpty() && !stated.isEmpty()) {
        give(
            text(environment),
            (each, validity) ->
                claim(
                    Resource.of(kind(RightsColumn.PROJECTS), each, project).at(stated),
                    role,
                    validity));
      }
    }

    private void give(String where, BiConsumer<Resource, Validity> claim) {
      boolean everywhere = where.isEmpty() || EVERY.contains(CellText.fold(where));
      Validity validity = validity(everywhere ? Validity.Reach.EVERYWHERE : Validity.Reach.HERE);
      (everywhere ? destination.places() : named(where))
          .forEach(each -> claim.accept(each, validity));
    }

    private List<Resource> named(String where) {
      List<Resource> found = new ArrayList<>();
      for (String name : CellText.items(where)) {
        destination
            .place(name)
            .ifPresentOrElse(
                found::add,
                () ->
                    problem(
                        environment,
                        "there is no token for the %s %s"
                            .formatted(destination.placeNoun(), CellText.quoted(name)),
                        Nearest.remedy(CellText.shortened(name), destination.placeNames())));
      }
      return found;
    }

    private Validity validity(Validity.Reach reach) {
      DateCells.Period period =
          new DateCells.Period(
              dates.read(startsOn, DateCells.Use.START, row, problems),
              dates.read(endsOn, DateCells.Use.END, row, problems));
      DateCells.checkOrder(period, column(endsOn, kind), problems);
      Validity validity =
          new Validity(period.on(today), reach, period.start(), period.end(), column(endsOn, kind));
      return known.size() < MOST_REMEMBERED
          ? known.computeIfAbsent(validity, same -> same)
          : known.getOrDefault(validity, validity);
    }

    private void claim(Entitlement entitlement, Optional<FieldReader> cell, Validity validity) {
      Origin origin = new Origin(place, row.line(), column(cell, kind));
      claims.add(entitlement, Attribution.cell(origin), validity);
    }

    private String text(Optional<FieldReader> feed) {
      return feed.map(each -> CellText.clean(each.text(row))).orElse("");
    }

    /** The text of a cell that holds one name. */
    private String single(Optional<FieldReader> feed) {
      String text = text(feed);
      if (CellText.isList(text)) {
        problem(feed, CellText.quoted(text) + " is more than one", "write a row for each");
      }
      return NameSigns.LIST.read(text);
    }

    private void refuse(Optional<FieldReader> feed, String why, String remedy) {
      String text = text(feed);
      if (!text.isEmpty()) {
        problem(feed, why + ", but here is " + CellText.quoted(text), remedy);
      }
    }

    private void problem(Optional<FieldReader> feed, String what, String remedy) {
      problems.add(column(feed, kind), what, remedy);
    }
  }
}
