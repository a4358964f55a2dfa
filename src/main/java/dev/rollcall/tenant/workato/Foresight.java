package dev.rollcall.tenant.workato;

import dev.rollcall.model.MentionedNames;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Foresees what {@link Trials} and reading back will send, in a workspace that keeps what it is
 * told: the same steps, with numbers in place of requests. Used once.
 */
final class Foresight {

  private final Subjects subjects;
  private final Map<BatchKind, Trust> trust;
  private final Map<String, Extent> extents = new HashMap<>();
  private final Set<String> looked = new HashSet<>();
  private Map<Lane, Integer> leg = new HashMap<>();

  Foresight(Subjects subjects, Map<BatchKind, Trust> trust) {
    this.subjects = subjects;
    this.trust = new TreeMap<>(trust);
  }

  /** How far each kind can be trusted by then. */
  Map<BatchKind, Trust> trust() {
    return trust;
  }

  /** The requests counted since the last leg. */
  Map<Lane, Integer> leg() {
    Map<Lane, Integer> ended = leg;
    leg = new HashMap<>();
    return ended;
  }

  /** One request that carries these. */
  void send(Lane lane, List<PlannedOperation> operations) {
    List<Subject> together =
        operations.stream().flatMap(each -> subjects.of(each.operation()).stream()).toList();
    if (together.isEmpty()) {
      count(lane, operations.size());
    } else {
      send(
          together.get(0),
          together.stream().flatMap(subject -> subject.changes().stream()).toList());
    }
    operations.forEach(planned -> Joins.of(planned).ifPresent(this::join));
  }

  /** Whoever is invited into a group is one of its rows from then on. */
  private void join(Operation.Join operation) {
    operation.rights().stream()
        .filter(right -> right.kind() == WorkatoVocabulary.GROUP)
        .map(right -> right.on().name())
        .forEach(
            name ->
                extents.merge(
                    "group " + name,
                    subjects.index().groupSize(name).grown(1),
                    (now, first) -> now.grown(1)));
  }

  private void send(Subject subject, List<Subject.Change> changes) {
    List<Subject.Change> left = new ArrayList<>(changes);
    while (trustIn(subject) == Trust.UNTRIED && !left.isEmpty()) {
      boolean hasOthers = left.get(0).hasOthersIn(extent(subject));
      tryOut(subject, List.of(left.remove(0)));
      if (hasOthers) {
        trust.put(subject.kind(), Trust.ONE_WORKED);
      }
    }
    if (trustIn(subject) == Trust.ONE_WORKED && left.size() > 1) {
      tryOut(subject, left);
      trust.put(subject.kind(), Trust.MANY_WORK);
    } else if (!left.isEmpty()) {
      count(subject.lane(), writes(subject, left.size()));
      change(subject, left);
      looked.remove(subject.kind() + subject.key());
    }
  }

  private int writes(Subject subject, int items) {
    return switch (trustIn(subject)) {
      case MANY_WORK -> 1;
      case HARMFUL -> 0;
      case UNTRIED, ONE_WORKED, ONE_BY_ONE -> items;
    };
  }

  /** Looks, unless the last look tells, writes, and looks again: by number, if it is many. */
  private void tryOut(Subject subject, List<Subject.Change> changes) {
    if (looked.add(subject.kind() + subject.key())) {
      count(subject.lane(), extent(subject).pages());
    }
    count(subject.lane(), 1);
    change(subject, changes);
    boolean tells =
        changes.size() > 1 && subject.countable() && !changes.contains(Subject.Change.OTHERWISE);
    count(subject.lane(), tells ? 1 : extent(subject).pages());
  }

  private void change(Subject subject, List<Subject.Change> changes) {
    int more = changes.stream().mapToInt(Subject.Change::rows).sum();
    extents.put(subject.key(), extent(subject).grown(more));
  }

  /** What is read in the end, to see what was done: one after the other. */
  List<Map<Lane, Integer>> verifying(Collection<Operation> operations) {
    List<Map<Lane, Integer>> legs = new ArrayList<>();
    if (operations.isEmpty()) {
      return legs;
    }
    MentionedNames touched = AffectedResources.toVerify(operations);
    count(Lanes.MEMBERS, 1);
    legs.add(leg());
    for (String group : touched.of(WorkatoVocabulary.GROUP)) {
      Extent extent = extents.getOrDefault("group " + group, subjects.index().groupSize(group));
      count(Lanes.GROUPS, extent.pages());
    }
    legs.add(leg());
    for (String project : touched.of(WorkatoVocabulary.PROJECT)) {
      for (Environment environment : subjects.index().environmentsOf(project)) {
        count(
            subjects.lanes().of(Lanes.PROJECT_GRANTS, environment),
            extents
                .getOrDefault(
                    "project " + project + "@" + environment,
                    subjects.index().grantSize(project, environment))
                .pages());
      }
    }
    legs.add(leg());
    return legs;
  }

  private Extent extent(Subject subject) {
    return extents.getOrDefault(subject.key(), subject.extent());
  }

  private Trust trustIn(Subject subject) {
    return trust.getOrDefault(subject.kind(), Trust.UNTRIED);
  }

  private void count(Lane lane, int requests) {
    if (requests > 0) {
      leg.merge(lane, requests, Integer::sum);
    }
  }
}
