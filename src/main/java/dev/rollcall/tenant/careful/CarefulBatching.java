package dev.rollcall.tenant.careful;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Resource;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.ResourceCreations;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestForecast;
import dev.rollcall.tenant.RequestQuota;
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
import java.util.function.Function;

/**
 * Groups operations into requests: by list, as many as the kind can be trusted with, and what is
 * untried begins with one item on a list that has others. Goes by what was known when it was made.
 */
public final class CarefulBatching implements Batching {

  /** Operations that can share a request. */
  private record Bundle(RequestShape shape, List<PlannedOperation> operations) {}

  private final Function<Lane, RequestQuota> quotas;
  private final HttpLanes http;
  private final Map<BatchKind, Lesson> lessons = new TreeMap<>();
  private final RequestShapes shapes;

  /**
   * Of a tenant as it was read last.
   *
   * @param quotas how fast each lane may send requests
   * @param http what it was asked by
   */
  public CarefulBatching(
      Function<Lane, RequestQuota> quotas,
      Experience experience,
      RequestShapes shapes,
      HttpLanes http) {
    this.quotas = quotas;
    this.http = http;
    this.shapes = shapes;
    for (BatchKind kind : shapes.kinds()) {
      lessons.put(kind, experience.lesson(kind));
    }
  }

  @Override
  public RequestQuota quota(Lane lane) {
    return quotas.apply(lane);
  }

  @Override
  public int fewestRequests(Collection<PlannedOperation> operations) {
    int requests = 0;
    for (Stage stage : Stage.values()) {
      for (Bundle bundle :
          bundles(
              operations.stream().filter(each -> each.stage() == stage).toList(), allTrusted())) {
        requests += (bundle.operations().size() - 1) / bundle.shape().most() + 1;
      }
    }
    return requests + verifying(operations);
  }

  private int verifying(Collection<PlannedOperation> operations) {
    return new TrialForecast(shapes, lessons)
        .verifying(operations.stream().map(PlannedOperation::operation).toList()).values().stream()
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
  public RequestForecast course(Collection<PlannedOperation> operations) {
    TrialForecast forecast = new TrialForecast(shapes, lessons);
    List<Map<Lane, Integer>> legs = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Map<Integer, PlannedOperation> staged =
          operations.stream()
              .filter(planned -> planned.stage() == stage)
              .collect(
                  toMap(PlannedOperation::sequence, planned -> planned, (a, b) -> a, TreeMap::new));
      for (Request request : requests(staged.values(), Map.copyOf(forecast.trust()))) {
        forecast.send(request.lane(), request.sequences().stream().map(staged::get).toList());
      }
      legs.add(forecast.leg());
    }
    legs.add(forecast.verifying(operations.stream().map(PlannedOperation::operation).toList()));
    return new RequestForecast(legs);
  }

  @Override
  public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
    return requests(operations, trusted());
  }

  private Map<BatchKind, Trust> allTrusted() {
    Map<BatchKind, Trust> trusted = new TreeMap<>();
    lessons.keySet().forEach(kind -> trusted.put(kind, Trust.MANY_WORK));
    return trusted;
  }

  private Map<BatchKind, Trust> trusted() {
    Map<BatchKind, Trust> trusted = new TreeMap<>();
    lessons.forEach((kind, lesson) -> trusted.put(kind, lesson.trust()));
    return trusted;
  }

  private List<Request> requests(
      Collection<PlannedOperation> operations, Map<BatchKind, Trust> trusted) {
    List<Bundle> bundles = bundles(operations, trusted);
    List<Request> requests = new ArrayList<>();
    // What stands alone goes first: groups must exist before anything is given to them. Then what
    // may take something elsewhere, before anything is given there.
    bundles.stream()
        .filter(bundle -> bundle.shape().change().isEmpty())
        .forEach(bundle -> cut(bundle, 1, requests));
    for (boolean risky : List.of(true, false)) {
      Map<BatchKind, List<Bundle>> byKind =
          bundles.stream()
              .filter(bundle -> bundle.shape().change().isPresent())
              .filter(bundle -> change(bundle).risks().isEmpty() != risky)
              .collect(groupingBy(bundle -> change(bundle).kind(), LinkedHashMap::new, toList()));
      byKind.forEach(
          (kind, each) ->
              requests.addAll(requests(each, trusted.getOrDefault(kind, Trust.UNTRIED))));
    }
    return requests;
  }

  private List<Bundle> bundles(
      Collection<PlannedOperation> operations, Map<BatchKind, Trust> trusted) {
    Set<Resource> created =
        operations.stream().flatMap(each -> ResourceCreations.of(each).stream()).collect(toSet());
    Map<PlannedOperation, RequestShape> shaped = new LinkedHashMap<>();
    operations.forEach(each -> shaped.put(each, shapes.of(each.operation(), created)));
    Map<BatchKind, Lane> behind = new RiskOrder(trusted).behind(shaped);
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    shaped.forEach(
        (planned, usual) -> {
          RequestShape shape = RiskOrder.moved(usual, behind);
          String key =
              shape
                  .change()
                  .map(change -> shape.lane() + " " + change.key())
                  .orElseGet(() -> "operation " + planned.sequence());
          bundles
              .computeIfAbsent(key, ignored -> new Bundle(shape, new ArrayList<>()))
              .operations()
              .add(planned);
        });
    return List.copyOf(bundles.values());
  }

  private List<Request> requests(List<Bundle> bundles, Trust trusted) {
    List<Request> requests = new ArrayList<>();
    List<Bundle> left = new ArrayList<>(bundles);
    if (trusted == Trust.UNTRIED) {
      begin(left, requests);
    }
    boolean single = trusted == Trust.ONE_BY_ONE;
    left.forEach(bundle -> cut(bundle, single ? 1 : bundle.shape().most(), requests));
    return requests;
  }

  /**
   * Takes out the one item to begin with, on a list that is quickly read; where nobody else is on
   * any, two of one.
   */
  private void begin(List<Bundle> left, List<Request> requests) {
    Optional<Bundle> withOthers =
        left.stream()
            .filter(bundle -> change(bundle).hasOthers())
            .min(comparingInt(bundle -> change(bundle).size().pages()));
    Optional<Bundle> begun =
        withOthers.or(() -> left.stream().filter(each -> each.operations().size() > 1).findFirst());
    begun.ifPresent(
        bundle -> {
          List<PlannedOperation> all = bundle.operations();
          int singles = withOthers.isPresent() ? 1 : 2;
          cut(new Bundle(bundle.shape(), all.subList(0, singles)), 1, requests);
          left.remove(bundle);
          left.add(0, new Bundle(bundle.shape(), all.subList(singles, all.size())));
        });
  }

  private static ListChange change(Bundle bundle) {
    return bundle.shape().change().orElseThrow();
  }

  private static void cut(Bundle bundle, int most, List<Request> requests) {
    List<PlannedOperation> all = bundle.operations();
    for (int from = 0; from < all.size(); from += most) {
      requests.add(
          new Request(
              bundle.shape().lane(),
              bundle.shape().repeatable(),
              all.subList(from, Math.min(all.size(), from + most)).stream()
                  .map(PlannedOperation::sequence)
                  .toList()));
    }
  }
}
