package dev.rollcall.tenant.careful;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Email;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.careful.ListChange.Risk;
import dev.rollcall.tenant.careful.ListChange.Row;
import dev.rollcall.tenant.careful.RequestShapes.ListRead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The requests that {@link Trials} and reading back will send, in a tenant that keeps what it is
 * told: the same steps, with numbers in place of requests. Used once.
 */
final class TrialForecast {

  private final RequestShapes shapes;
  private final Map<BatchKind, Trust> trust = new TreeMap<>();
  private final Map<BatchKind, Way.Manner> manners = new TreeMap<>();
  private final Map<String, ListSize> sizes = new HashMap<>();
  private final Set<String> looked = new HashSet<>();
  private final Set<Email> given = new HashSet<>();
  private Set<Email> people = Set.of();
  private int beside;
  private Map<Lane, Integer> leg = new HashMap<>();

  TrialForecast(RequestShapes shapes, Map<BatchKind, Lesson> lessons) {
    this.shapes = shapes;
    lessons.forEach((kind, lesson) -> trust.put(kind, lesson.trust()));
    lessons.forEach((kind, lesson) -> manners.put(kind, Way.of(lesson).manner()));
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
    List<ListChange> together =
        operations.stream()
            .flatMap(each -> shapes.of(each.operation(), Set.of()).change().stream())
            .toList();
    if (together.isEmpty()) {
      int looks =
          operations.stream().mapToInt(each -> shapes.of(each.operation(), Set.of()).looks()).sum();
      count(lane, operations.size() + looks);
    } else {
      people = people(operations);
      beside = shapes.of(operations.get(0).operation(), Set.of()).looks();
      send(together.get(0), together.stream().flatMap(change -> change.rows().stream()).toList());
      if (together.get(0).isGiving()) {
        given.addAll(people);
      }
    }
    operations.forEach(planned -> Joins.of(planned).ifPresent(this::join));
  }

  private static Set<Email> people(List<PlannedOperation> operations) {
    return operations.stream()
        .flatMap(planned -> planned.operation().assignee().person().stream())
        .collect(toSet());
  }

  /** Whoever is invited into a list is one of its rows from then on. */
  private void join(Operation.Join operation) {
    for (ListRead joined : shapes.joined(operation)) {
      sizes.put(joined.list(), size(joined).grown(1));
    }
  }

  private void send(ListChange change, List<Row> rows) {
    List<Row> left = new ArrayList<>(rows);
    while (trustIn(change) == Trust.UNTRIED && !left.isEmpty()) {
      boolean hasOthers = left.get(0).hasOthersIn(size(change));
      tryOut(change, List.of(left.remove(0)));
      if (hasOthers) {
        trust.put(change.kind(), Trust.ONE_WORKED);
      }
    }
    if (trustIn(change) == Trust.ONE_WORKED && left.size() > 1) {
      tryOut(change, left);
      trust.put(change.kind(), Trust.MANY_WORK);
    } else if (!left.isEmpty()) {
      write(change, left, writes(change, left.size()));
      alter(change, left);
      looked.remove(change.key());
    }
  }

  /** So many requests, with whatever spares others. */
  private void write(ListChange change, List<Row> rows, int requests) {
    int pages = size(change).pages();
    int each =
        switch (manners.getOrDefault(change.kind(), Way.Manner.NAMED)) {
          case NAMED -> 1;
          case WHOLE -> pages + 1;
          // Others are given back in one request, which is read back as well at first.
          case GIVING_BACK -> size(change).rows() > rows.size() ? 2 * pages + 2 : 2 * pages + 1;
        };
    count(change.lane(), requests * (each + beside));
    for (int i = 0; i < requests; i++) {
      change.risks().forEach(this::watch);
    }
  }

  /** Looks what is held elsewhere, until that is known to be kept; gives back what is known not. */
  private void watch(Risk risk) {
    Trust known = trust.getOrDefault(risk.kind(), Trust.UNTRIED);
    boolean isGiven = people.stream().anyMatch(given::contains);
    boolean isPossible = known == Trust.HARMFUL || risk.isPossible() || isGiven;
    if (known == Trust.MANY_WORK || !isPossible) {
      return;
    }
    risk.look().forEach(this::count);
    if (risk.held().isEmpty() && !isGiven) {
      return;
    }
    risk.look().forEach(this::count);
    if (known == Trust.HARMFUL) {
      risk.held().forEach(this::count);
    } else {
      trust.put(risk.kind(), Trust.MANY_WORK);
    }
  }

  private int writes(ListChange change, int items) {
    return switch (trustIn(change)) {
      case MANY_WORK -> 1;
      case HARMFUL -> 0;
      case UNTRIED, ONE_WORKED, ONE_BY_ONE -> items;
    };
  }

  /** Looks, unless the last look tells, writes, and looks again: by number, if it is many. */
  private void tryOut(ListChange change, List<Row> rows) {
    if (looked.add(change.key())) {
      count(change.lane(), size(change).pages());
    }
    write(change, rows, 1);
    alter(change, rows);
    boolean tells = rows.size() > 1 && change.countable() && !rows.contains(Row.ALTERED);
    count(change.lane(), tells ? 1 : size(change).pages());
  }

  private void alter(ListChange change, List<Row> rows) {
    int more = rows.stream().mapToInt(Row::more).sum();
    sizes.put(change.list(), size(change).grown(more));
  }

  /** What is read in the end, to see what was done. */
  Map<Lane, Integer> verifying(Collection<Operation> operations) {
    if (!operations.isEmpty()) {
      shapes.verifying(operations).forEach(read -> count(read.lane(), size(read).pages()));
    }
    return leg();
  }

  private ListSize size(ListChange change) {
    return sizes.getOrDefault(change.list(), change.size());
  }

  private ListSize size(ListRead read) {
    return sizes.getOrDefault(read.list(), read.size());
  }

  private Trust trustIn(ListChange change) {
    return trust.getOrDefault(change.kind(), Trust.UNTRIED);
  }

  private void count(Lane lane, int requests) {
    if (requests > 0) {
      leg.merge(lane, requests, Integer::sum);
    }
  }
}
