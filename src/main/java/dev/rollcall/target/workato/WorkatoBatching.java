package dev.rollcall.target.workato;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.rollcall.model.Roster;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.target.BatchKind;
import dev.rollcall.target.Batching;
import dev.rollcall.target.Experience;
import dev.rollcall.target.Experience.Trust;
import dev.rollcall.target.Lane;
import dev.rollcall.target.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups operations into requests: by target, as many as the kind can be trusted with, and what is
 * untried begins with one item on a target that has others. Goes by what was known when it was
 * made.
 */
final class WorkatoBatching implements Batching {

  /** Operations that can share a request. */
  private record Bundle(Placement placement, List<PlannedOperation> operations) {}

  private final int perMinute;
  private final Map<BatchKind, Trust> trust = new EnumMap<>(BatchKind.class);
  private final Others others;
  private final Placement.Of placements;

  WorkatoBatching(
      WorkatoSettings settings, Experience experience, WorkatoIndex index, Roster actual) {
    this.perMinute = settings.perMinute();
    for (BatchKind kind : BatchKind.values()) {
      trust.put(kind, experience.of(kind));
    }
    this.others = Others.asOf(index, actual);
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
    return requests;
  }

  @Override
  public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
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
        (kind, each) -> kind.ifPresent(batched -> requests.addAll(requests(batched, each))));
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

  private List<Request> requests(BatchKind kind, List<Bundle> bundles) {
    List<Request> requests = new ArrayList<>();
    List<Bundle> left = new ArrayList<>(bundles);
    if (trust.get(kind) == Trust.UNTRIED) {
      begin(left, requests);
    }
    boolean single = trust.get(kind) == Trust.ONE_BY_ONE;
    left.forEach(bundle -> cut(bundle, single ? 1 : bundle.placement().most(), requests));
    return requests;
  }

  /** Takes out the one item to begin with; where nobody else is on any target, two of one. */
  private void begin(List<Bundle> left, List<Request> requests) {
    Optional<Bundle> withOthers =
        left.stream().filter(bundle -> others.beside(first(bundle))).findFirst();
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
