package dev.rollcall.tenant.workato;

import static dev.rollcall.testing.Rosters.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verification;
import dev.rollcall.apply.Verifier;
import dev.rollcall.model.Config;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * However the workspace behaves when groups and roles are made, changed, renamed and deleted: what
 * is declared is reached, and nobody loses anything by it, or it is told what was not done.
 */
class DefinitionsContractTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Origin HERE =
      new Origin(new Place("job.yaml", Place.Style.LINE, List.of()), 7, -1);

  /** What the server does not do: that is told, and is left. */
  private static final Map<Switch, Set<String>> FUTILE =
      Map.of(
          Switch.PUT_GROUP, Set.of("ignored"),
          Switch.PUT_ROLE, Set.of("keeps-config", "ignored"),
          Switch.POST_ROLE, Set.of("drops-config"),
          Switch.RENAME_HELD_ROLE, Set.of("refused"),
          Switch.PUT_GRANTS, Set.of("ignored"),
          Switch.DELETE_DEFINITION, Set.of("ignored"));

  /** What has to do with groups and roles themselves; all others are in other contracts. */
  private static final List<Switch> SWITCHES =
      List.of(
          Switch.PUT_GROUP,
          Switch.PUT_ROLE,
          Switch.POST_ROLE,
          Switch.RENAME_HELD_ROLE,
          Switch.DELETE_HELD_ROLE,
          Switch.DELETE_USED_GROUP,
          Switch.DELETE_DEFINITION,
          Switch.DELETE_ANSWER,
          Switch.NAME_TAKEN,
          Switch.NAME_FILTER,
          Switch.ROLE_NAMES,
          Switch.ERROR_SHAPE,
          Switch.PUT_GRANTS,
          Switch.GRANT_PARAMETERS,
          Switch.GRANT_ENVIRONMENT,
          Switch.ASSIGNEE_GRANTS,
          Switch.PENDING_IN_GROUPS,
          Switch.PEOPLE_TOKEN);

  private final List<String> wrong = new ArrayList<>();
  private final List<String> reached = state(Map.of());
  private int cases;

  @Test
  void everyValueOfEverySwitch() {
    for (Switch each : SWITCHES) {
      for (String value : each.positions()) {
        judge(Map.of(each, value));
      }
    }
    told();
  }

  @Test
  void whatAChangeOfAGroupTakesIsGivenBackHoweverThatIsAskedFor() {
    List<Switch> ways =
        List.of(
            Switch.GROUP_IDS,
            Switch.GROUP_PARAMETERS,
            Switch.GROUP_ADD,
            Switch.PUT_GRANTS,
            Switch.GRANT_PARAMETERS,
            Switch.ASSIGNEE_GRANTS,
            Switch.PENDING_IN_GROUPS);
    for (String taking : List.of("drops-members", "drops-grants")) {
      for (Switch way : ways) {
        for (String value : way.positions()) {
          if (!value.equals("ignored")) {
            judge(Map.of(Switch.PUT_GROUP, taking, way, value));
          }
        }
      }
    }
    told();
  }

  private void told() {
    System.out.println("definitions: " + cases + " cases, " + wrong.size() + " wrong");
    assertThat(wrong).isEmpty();
  }

  private void judge(Map<Switch, String> turned) {
    cases++;
    boolean isFutile =
        turned.entrySet().stream()
            .anyMatch(
                each -> FUTILE.getOrDefault(each.getKey(), Set.of()).contains(each.getValue()));
    try (Company company = new Company(turned)) {
      company.run();
      List<String> left =
          company.plan().operations().stream()
              .map(planned -> planned.operation().toString())
              .toList();
      if (isFutile) {
        boolean isTold =
            company.became.contains(OperationState.IGNORED)
                || company.became.contains(OperationState.REFUSED);
        note(isTold && !left.isEmpty(), turned, "was not told: " + company.became);
        note(company.others().equals(others(reached)), turned, "others: " + company.others());
      } else {
        note(left.isEmpty(), turned, "still to do: " + left + company.unseen);
        note(company.state().equals(reached), turned, "ends with " + company.state());
      }
    } catch (RuntimeException e) {
      wrong.add(turned + ": " + e);
    }
  }

  private void note(boolean right, Map<Switch, String> turned, String what) {
    if (!right) {
      wrong.add(turned + ": " + what);
    }
  }

  private static List<String> state(Map<Switch, String> turned) {
    try (Company company = new Company(turned)) {
      company.run();
      return company.state();
    }
  }

  /** What others hold, whatever groups and roles are called. */
  private static List<String> others(List<String> state) {
    return state.stream()
        .filter(line -> line.startsWith("member ") || line.contains("Ops"))
        .map(line -> line.replace("Captain", "Release captain"))
        .map(line -> line.replace("Release Release", "Release"))
        .toList();
  }

  /** A company with people in groups and roles that get other names. */
  private static final class Company implements AutoCloseable {

    private final WorkspaceWithClient workspace;
    private final List<OperationState> became = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();

    Company(Map<Switch, String> turned) {
      SeedBuilder seed =
          new SeedBuilder()
              .quotaPerMinute(0)
              .workspace(9001, "Acme", "owner@example.com")
              .environment("dev", "Billing", "Close")
              .environment("prod", "Billing")
              .environmentRole(
                  new Seed.Role(
                      "Release captain",
                      "custom",
                      Map.of("team", Map.of("privileges", List.of("read", "create")))))
              .environmentRole("Unused")
              .projectRole(new Seed.Role("Auditor", "custom", Map.of("limit", 3)))
              .group("Finance", "Money")
              .group("Ops", "")
              .group("Empty", "")
              .groupProject("Finance", "Billing@dev", "Auditor")
              .groupProject("Finance", "Close@dev", "Builder")
              .groupProject("Ops", "Billing@dev", "Builder")
              .member("ana@example.com", "Ana", Map.of("dev", "Environment admin"))
              .member(
                  SeedMember.of("bob@example.com", "Bob", Map.of("dev", "Release captain"))
                      .in("Finance", "Ops"))
              .member(
                  SeedMember.of("hal@example.net", "Hal", Map.of("dev", "Release captain"))
                      .in("Finance")
                      .on("Billing@dev", "Auditor"));
      turned.forEach(seed::behaviour);
      workspace = new WorkspaceWithClient(seed.build());
    }

    private static List<Declaration> declared() {
      Kind group = WorkatoVocabulary.GROUP;
      Kind role = WorkatoVocabulary.ENVIRONMENT_ROLE;
      Kind onProject = WorkatoVocabulary.PROJECT_ROLE;
      Config some = new Config.Keyed(Map.of("n", Config.number("12"), "t", Config.text("x")));
      return List.of(
          declared(Resource.of(group, "Empty"), List.of(), Optional.empty()).absent(),
          new Declaration(
              Resource.of(group, "Cash"),
              List.of(Resource.of(group, "Finance")),
              false,
              Optional.of("All of the money"),
              Optional.empty(),
              HERE),
          declared(
                  Resource.of(role, "Captain"),
                  List.of(Resource.of(role, "Release captain")),
                  Optional.of(some))
              .made(),
          declared(Resource.of(role, "Unused"), List.of(), Optional.empty()).absent(),
          declared(Resource.of(onProject, "Auditor"), List.of(), Optional.of(some)).made(),
          declared(Resource.of(onProject, "New"), List.of(), Optional.of(some)).made());
    }

    private record Said(Resource name, List<Resource> was, Optional<Config> config) {

      Declaration made() {
        return new Declaration(name, was, false, Optional.empty(), config, HERE);
      }

      Declaration absent() {
        return new Declaration(name, was, true, Optional.empty(), config, HERE);
      }
    }

    private static Said declared(Resource name, List<Resource> was, Optional<Config> config) {
      return new Said(name, was, config);
    }

    Plan plan() {
      WorkatoTenant tenant = workspace.workspace();
      Snapshot snapshot = tenant.beyond(scope(), tenant.snapshot(scope()));
      Roster wanted =
          Roster.of(
              List.of(),
              List.of(
                  new Group(
                      WorkatoVocabulary.group("Cash"),
                      "",
                      List.of(on("Billing@dev", "New"), on("Close@dev", "Builder")))));
      PlanInput world = Worlds.of(wanted, snapshot.actual()).situation();
      Desired plain = world.desired();
      Desired desired =
          new Desired(
              plain.roster(),
              plain.managed(),
              plain.held(),
              plain.provenance(),
              false,
              plain.sizes(),
              plain.mentioned(),
              plain.declared(),
              List.of(),
              Map.of(),
              declared());
      return new Reconciler(scope(), Usual.policy(), OperationSwitches.ALL_ON)
          .reconcile(
              new PlanInput(
                  "nightly",
                  "acme",
                  desired,
                  snapshot,
                  Invitations.complete(Map.of()),
                  world.history().having(Set.of(WorkatoVocabulary.group("Empty"))),
                  NOW));
    }

    private static Scope scope() {
      Map<Kind, NamePatterns> ours = new HashMap<>();
      declared()
          .forEach(
              each -> {
                List<String> names = new ArrayList<>(List.of(each.resource().name()));
                each.was().forEach(old -> names.add(old.name()));
                NamePatterns before = ours.getOrDefault(each.resource().kind(), NamePatterns.NONE);
                ours.put(each.resource().kind(), both(before, names));
              });
      return new Scope(
          NamePatterns.matching(List.of("*@example.com")), ours, Map.of(), NamePatterns.ALL);
    }

    private static NamePatterns both(NamePatterns before, List<String> names) {
      List<String> all = new ArrayList<>(names);
      for (String name :
          List.of("Empty", "Cash", "Finance", "Captain", "Release captain", "Unused", "Auditor")) {
        if (before.contains(name)) {
          all.add(name);
        }
      }
      return NamePatterns.exactly(all);
    }

    void run() {
      Plan plan = plan();
      MemoryJournal journal = MemoryJournal.of(plan);
      Stop stop = new Stop(workspace.clock, Optional.empty(), 50);
      Applier applier =
          new Applier(MemoryJournal.RUN, journal, workspace.workspace(), stop, workspace.clock);
      for (Stage stage : Stage.values()) {
        applier.lanes(stage).values().forEach(requests -> requests.forEach(applier::apply));
      }
      new Verifier(journal, workspace.workspace(), workspace.clock)
          .verify(MemoryJournal.RUN, scope());
      journal
          .operations(MemoryJournal.RUN)
          .forEach(
              record -> {
                became.add(record.state());
                if (record.verification() != Verification.VERIFIED) {
                  unseen.add(
                      record.planned().operation()
                          + " "
                          + record.state()
                          + " "
                          + record.verification()
                          + " "
                          + record.message());
                }
              });
    }

    List<String> state() {
      return workspace.sandbox.comparableState().lines().toList();
    }

    List<String> others() {
      return DefinitionsContractTest.others(state());
    }

    @Override
    public void close() {
      workspace.close();
    }
  }
}
