package dev.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.ResourceCreations;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestForecast;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A workspace with lanes as Workato's that counts how often each operation took effect, and whose
 * answers get lost. It looks up truthfully whether something happened.
 */
final class ForgetfulWorkspace implements WritableTenant {

  private final Random chance;
  private final Map<Integer, Integer> effects = new TreeMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private Runnable step = () -> {};
  private boolean calm;

  /** A workspace that has this group. */
  ForgetfulWorkspace(Random chance, String group) {
    this.chance = chance;
    groups.put(group, 0);
  }

  /** From now on a step is taken before and after each effect. */
  void stepping(Runnable each) {
    step = each;
  }

  /** From now on every answer comes. */
  void calmDown() {
    calm = true;
  }

  /** How often each operation took effect. */
  Map<Integer, Integer> effects() {
    return effects;
  }

  @Override
  public Map<Integer, Outcome> send(Request request, List<PlannedOperation> operations) {
    step.run();
    int fate = calm ? 99 : chance.nextInt(100);
    if (fate < 3) {
      throw new TenantUnavailable("gone before it was sent");
    }
    Map<Integer, Outcome> outcomes = new HashMap<>();
    for (PlannedOperation planned : operations) {
      outcomes.put(planned.sequence(), outcome(planned, fate));
    }
    step.run();
    return outcomes;
  }

  private Outcome outcome(PlannedOperation planned, int fate) {
    if (fate < 8) {
      return new Outcome.NotSent("not its turn", false);
    }
    if (fate < 14) {
      return new Outcome.Failed(1, false, "turned down");
    }
    if (fate < 22) {
      return new Outcome.Failed(1, true, "lost on its way there");
    }
    happens(planned);
    return fate < 32 ? new Outcome.Failed(1, true, "answer lost") : new Outcome.Applied();
  }

  private void happens(PlannedOperation planned) {
    for (String group : needed(planned.operation())) {
      assertThat(groups).as("%s needs its group", planned).containsKey(group);
    }
    ResourceCreations.of(planned).ifPresent(group -> groups.put(group.name(), planned.sequence()));
    effects.merge(planned.sequence(), 1, Integer::sum);
  }

  /** The groups that an operation names, be they of a person or of a grant. */
  private static Set<String> needed(Operation operation) {
    Set<String> needed =
        operation.changes().stream()
            .flatMap(change -> change.after().stream())
            .filter(right -> right.kind() == WorkatoVocabulary.GROUP)
            .map(right -> right.on().name())
            .collect(Collectors.toSet());
    operation.assignee().group().ifPresent(group -> needed.add(group.name()));
    return operation.verb() == Operation.Verb.DEFINE ? Set.of() : needed;
  }

  @Override
  public Settled settle(PlannedOperation operation, Instant sent) {
    if (!calm && chance.nextInt(10) == 0) {
      return Settled.TOO_EARLY;
    }
    return Settled.by(effects.containsKey(operation.sequence()));
  }

  /** Up to three operations a request where it may be repeated, as operations and chance fall. */
  @Override
  public Batching batching() {
    return new Batching() {
      @Override
      public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
        Set<String> created =
            operations.stream()
                .flatMap(each -> ResourceCreations.of(each).stream())
                .map(group -> group.name())
                .collect(Collectors.toSet());
        Map<Lane, List<Integer>> open = new TreeMap<>();
        List<Request> requests = new ArrayList<>();
        for (PlannedOperation planned : operations) {
          Lane lane = lane(planned.operation(), created);
          boolean repeatable =
              planned.operation().verb() != Operation.Verb.JOIN
                  && planned.operation().verb() != Operation.Verb.DEFINE;
          List<Integer> together = open.computeIfAbsent(lane, key -> new ArrayList<>());
          if (!repeatable || together.size() == 3 || chance.nextInt(3) == 0) {
            flush(lane, together, requests);
          }
          if (repeatable) {
            together.add(planned.sequence());
          } else {
            requests.add(new Request(lane, false, List.of(planned.sequence())));
          }
        }
        open.forEach((lane, together) -> flush(lane, together, requests));
        return requests;
      }

      @Override
      public RequestForecast course(Collection<PlannedOperation> operations) {
        return new RequestForecast(List.of());
      }

      @Override
      public List<Duration> recent(Lane lane) {
        return List.of();
      }

      @Override
      public int readBefore() {
        return 0;
      }

      @Override
      public int fewestRequests(Collection<PlannedOperation> operations) {
        return operations.size();
      }

      @Override
      public RequestQuota quota(Lane lane) {
        return RequestQuota.perMinute(60);
      }
    };
  }

  private static void flush(Lane lane, List<Integer> together, List<Request> requests) {
    if (!together.isEmpty()) {
      requests.add(new Request(lane, true, together));
      together.clear();
    }
  }

  private static Lane lane(Operation operation, Set<String> created) {
    return switch (operation.verb()) {
      case JOIN -> new Lane("invitations");
      case DEFINE, UNDEFINE, WITHDRAW -> new Lane("groups");
      case PROFILE, SUSPEND, REINSTATE, REMOVE -> new Lane("members");
      case SET -> laneOfRight(operation, created);
    };
  }

  private static Lane laneOfRight(Operation operation, Set<String> created) {
    boolean ofNewGroup =
        operation.assignee() instanceof Assignee.GroupNamed group
            && created.contains(group.label());
    boolean onGroup =
        operation.changes().stream().anyMatch(each -> isOn(each, WorkatoVocabulary.GROUP));
    boolean onEnvironment =
        operation.changes().stream().anyMatch(each -> isOn(each, WorkatoVocabulary.ENVIRONMENT));
    return new Lane(
        ofNewGroup || onGroup ? "groups" : onEnvironment ? "members" : "project-grants");
  }

  private static boolean isOn(Change change, Kind kind) {
    return change.on().filter(resource -> resource.kind() == kind).isPresent();
  }

  @Override
  public Vocabulary vocabulary() {
    return WorkatoVocabulary.VOCABULARY;
  }

  @Override
  public Identity identify() {
    return new Identity("example.com/1", "Acme", Optional.empty());
  }

  @Override
  public Snapshot snapshot(Scope scope) {
    throw new AssertionError("not asked for in these tests");
  }

  @Override
  public Snapshot beyond(Scope scope, Snapshot seen) {
    throw new AssertionError("not asked for in these tests");
  }

  @Override
  public Roster readBack(Scope touched) {
    return Roster.EMPTY;
  }

  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
