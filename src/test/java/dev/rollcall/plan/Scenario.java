package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A scenario as an auditor reads it. Fields are two or more blanks apart:
 *
 * <pre>
 * desired  ana  active  prod: Environment admin  groups: Finance, Ops  projects: Billing@prod = Builder
 * actual   ana  active  prod: Member
 * desired  jo  active  id: 17  name: Jo Ray  prod: Member
 * known    jo.old  17  Jo Ray
 * desired  group  Finance  projects: Billing@prod = Builder
 * plan     ~ role  ana  prod: Member -> Environment admin
 *          + group  ana  Finance
 * finds    AWAITING_ACCEPTANCE ana
 * </pre>
 */
final class Scenario {

  private static final Place ROSTER =
      new Place("people.csv", Place.Style.LINE, List.of("Email", "Employee ID"));

  private final List<Member> desired = new ArrayList<>();
  private final List<Member> actual = new ArrayList<>();
  private final List<Group> desiredGroups = new ArrayList<>();
  private final List<Group> actualGroups = new ArrayList<>();
  private final List<String> plan = new ArrayList<>();
  private final List<String> finds = new ArrayList<>();
  private final List<KnownAddress> known = new ArrayList<>();
  private final Provenance provenance = new Provenance();

  private Scenario() {}

  static Scenario of(String text) {
    Scenario scenario = new Scenario();
    String section = "";
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      List<String> fields = new ArrayList<>(Arrays.asList(line.strip().split(" {2,}")));
      section = line.startsWith(" ") ? section : fields.remove(0);
      scenario.add(section, fields);
    }
    return scenario;
  }

  /** The plan lines it promises. */
  List<String> promised() {
    return plan;
  }

  /** The findings it promises. */
  List<String> promisedFindings() {
    return finds;
  }

  Worlds world() {
    Worlds world = Worlds.of(Roster.of(desired, desiredGroups), Roster.of(actual, actualGroups));
    return known.isEmpty()
        ? world.from(provenance)
        : world.from(provenance).after(Usual.later().knowing(known));
  }

  Plan reconciled(Scope scope, Policy policy, UnaryOperator<Worlds> worldly) {
    PlanInput situation = worldly.apply(world()).situation();
    return new Reconciler(scope, policy, OperationSwitches.ALL_ON).reconcile(situation);
  }

  /** The operations of a plan as such lines. */
  static List<String> lines(Plan made) {
    return made.operations().stream()
        .map(planned -> planned.operation().accept(new PlanLine()) + note(planned))
        .toList();
  }

  private static String note(PlannedOperation planned) {
    String note = planned.note().replace("@example.com", "");
    return note.isEmpty() ? "" : "  " + note;
  }

  /** The findings of a plan as such lines. */
  static List<String> findings(Plan made) {
    return made.findings().stream()
        .map(found -> found.kind() + " " + found.subject().replace("@example.com", ""))
        .map(String::strip)
        .toList();
  }

  private void add(String section, List<String> fields) {
    switch (section) {
      case "desired" -> side(fields, desired, desiredGroups);
      case "actual" -> side(fields, actual, actualGroups);
      case "known" -> known.add(known(fields));
      case "plan" -> plan.add(String.join("  ", fields));
      case "finds" -> finds.add(String.join(" ", fields));
      default -> throw new IllegalArgumentException("what is " + section + "?");
    }
  }

  private static KnownAddress known(List<String> fields) {
    String name = fields.size() > 2 ? fields.get(2) : "";
    return new KnownAddress(Rosters.email(fields.get(0)), fields.get(1), name);
  }

  private void side(List<String> fields, List<Member> people, List<Group> groups) {
    List<Entitlement> entitlements =
        fields.stream()
            .skip(2)
            .filter(field -> !field.startsWith("id: ") && !field.startsWith("name: "))
            .flatMap(Scenario::entitlements)
            .toList();
    if (fields.get(0).equals("group")) {
      groups.add(new Group(WorkatoVocabulary.group(fields.get(1)), "", entitlements));
      return;
    }
    Status status = Status.valueOf(fields.get(1).toUpperCase(Locale.ROOT));
    Email email = Rosters.email(fields.get(0));
    people.add(Member.of(email, value("name: ", fields), status, entitlements));
    String id = value("id: ", fields);
    if (!id.isEmpty()) {
      Origin cell = new Origin(ROSTER, people.size() + 1, 1);
      provenance.put(email, new Origin(ROSTER, people.size() + 1, -1), Map.of());
      provenance.identify(email, id, cell);
    }
  }

  private static String value(String key, List<String> fields) {
    return fields.stream()
        .filter(field -> field.startsWith(key))
        .map(field -> field.substring(key.length()))
        .findFirst()
        .orElse("");
  }

  private static Stream<Entitlement> entitlements(String field) {
    String[] halves = field.split(": ", 2);
    Stream<String> items = Stream.of(halves[1].split(", "));
    return switch (halves[0]) {
      case "groups" -> items.map(Rosters::in);
      case "projects" -> items.map(item -> item.split(" = ")).map(p -> Rosters.on(p[0], p[1]));
      default -> items.map(role -> Rosters.role(halves[0], role));
    };
  }
}
