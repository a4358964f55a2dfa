package dev.rollcall.tenant.workato;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Course;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.http.HttpLanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups operations into requests: by target, as many as the kind can be trusted with, and what is
 * untried begins with one item on a target that has others. Goes by what was known when it was
 * made.
 */
final class WorkatoBatching implements Batching {

  /** Operations that can share a request. */
  private record Bundle(Placement placement, List<PlannedOperation> operations) {}

  private final int perMinute;
  private final HttpLanes http;
  private final Map<BatchKind, Trust> trust = new TreeMap<>();
  private final Others others;
  private final Subjects subjects;
  private final Placement.Of placements;

  /**
   * Of a workspace as it was read last.
   *
   * @param http what it was asked by, and with what quotas
   */
  WorkatoBatching(
      WorkatoSettings settings, Experience experience, Subjects subjects, HttpLanes http) {
    this.perMinute = settings.perMinute();
    this.http = http;
    this.subjects = subjects;
    for (BatchKind kind : Batches.ALL) {
      trust.put(kind, experience.of(kind));
    }
    this.others = Others.asOf(subjects.index(), subjects.actual());
    this.placements = new Placement.Of(settings);
  }

  @Override
  public int perMinute(Lane lane) {
    return perMinute;
  }

  @Override
  public int fewestRequests(Collection<PlannedOperation> operations) {
    int requests = 0;
    for (Stage stage : Stage.values()) {
      for (Bundle bundle :
          bundles(operations.stream().filter(each -> each.stage() == stage).toList())) {
        int most = bundle.placement().kind().isPresent() ? bundle.placement().most() : 1;
        requests += (bundle.operations().size() + most - 1) / most;
      }
    }
    return requests + verifying(operations);
  }

  private int verifying(Collection<PlannedOperation> operations) {
    return new Foresight(subjects, trust)
        .verifying(operations.stream().map(PlannedOperation::operation).toList()).stream()
            .flatMap(leg -> leg.values().stream())
            .mapToInt(Integer::intValue)
            .sum();
  }

  @Override
  public List<Duration> recent(Lane lane) {
    return http.recent(lane);
  }

  @Override
  public int readBefore() {
    return http.made();
  }

  @Override
  public Course course(Collection<PlannedOperation> operations) {
    Foresight foresight = new Foresight(subjects, trust);
    List<Map<Lane, Integer>> legs = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Map<Integer, PlannedOperation> staged =
          operations.stream()
              .filter(planned -> planned.stage() == stage)
              .collect(
                  toMap(PlannedOperation::sequence, planned -> planned, (a, b) -> a, TreeMap::new));
      for (Request request : requests(staged.values(), Map.copyOf(foresight.trust()))) {
        foresight.send(request.lane(), request.sequences().stream().map(staged::get).toList());
      }
      legs.add(foresight.leg());
    }
    legs.addAll(foresight.verifying(operations.stream().map(PlannedOperation::operation).toList()));
    return new Course(legs);
  }

  @Override
  public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
    return requests(operations, trust);
  }

  private List<Request> requests(
      Collection<PlannedOperation> operations, Map<BatchKind, Trust> trusted) {
    List<Bundle> bundles = bundles(operations);
    List<Request> requests = new ArrayList<>();
    Map<Optional<BatchKind>, List<Bundle>> byKind =
        bundles.stream()
            .collect(groupingBy(bundle -> bundle.placement().kind(), LinkedHashMap::new, toList()));
    // What stands alone goes first: groups must exist before anything is given to them.
    byKind
        .getOrDefault(Optional.<BatchKind>empty(), List.of())
        .forEach(each -> cut(each, 1, requests));
    byKind.forEach(
        (kind, each) ->
            kind.ifPresent(
                batched ->
                    requests.addAll(requests(each, trusted.getOrDefault(batched, Trust.UNTRIED)))));
    return requests;
  }

  private List<Bundle> bundles(Collection<PlannedOperation> operations) {
    Set<String> created = Placement.created(operations);
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    for (PlannedOperation planned : operations) {
      Placement placement = placements.of(planned.operation(), created);
      bundles
          .computeIfAbsent(
              placement.lane() + " " + placement.target(),
              key -> new Bundle(placement, new ArrayList<>()))
          .operations()
          .add(planned);
    }
    return List.copyOf(bundles.values());
  }

  private List<Request> requests(List<Bundle> bundles, Trust trusted) {
    List<Request> requests = new ArrayList<>();
    List<Bundle> left = new ArrayList<>(bundles);
    if (trusted == Trust.UNTRIED) {
      begin(left, requests);
    }
    boolean single = trusted == Trust.ONE_BY_ONE;
    left.forEach(bundle -> cut(bundle, single ? 1 : bundle.placement().most(), requests));
    return requests;
  }

  /**
   * Takes out the one item to begin with, on a target that is quickly read; where nobody else is on
   * any target, two of one.
   */
  private void begin(List<Bundle> left, List<Request> requests) {
    Optional<Bundle> withOthers =
        left.stream().filter(bundle -> others.beside(first(bundle))).min(comparingInt(this::pages));
    Optional<Bundle> begun =
        withOthers.or(() -> left.stream().filter(each -> each.operations().size() > 1).findFirst());
    begun.ifPresent(
        bundle -> {
          List<PlannedOperation> all = bundle.operations();
          int singles = withOthers.isPresent() ? 1 : 2;
          cut(new Bundle(bundle.placement(), all.subList(0, singles)), 1, requests);
          left.remove(bundle);
          left.add(0, new Bundle(bundle.placement(), all.subList(singles, all.size())));
        });
  }

  private int pages(Bundle bundle) {
    return subjects.of(first(bundle)).map(Subject::extent).map(Extent::pages).orElse(1);
  }

  private static Operation first(Bundle bundle) {
    return bundle.operations().get(0).operation();
  }

  private static void cut(Bundle bundle, int most, List<Request> requests) {
    List<PlannedOperation> all = bundle.operations();
    for (int from = 0; from < all.size(); from += most) {
      requests.add(
          new Request(
              bundle.placement().lane(),
              bundle.placement().repeatable(),
              all.subList(from, Math.min(all.size(), from + most)).stream()
                  .map(PlannedOperation::sequence)
                  .toList()));
    }
  }
}
