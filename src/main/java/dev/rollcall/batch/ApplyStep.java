package dev.rollcall.batch;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.Ground;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** The step that sends requests, once for each stage, the lanes of it side by side. Thread-safe. */
final class ApplyStep {

  private final Run run;
  private final Map<Stage, Map<Lane, List<Request>>> agreed = new ConcurrentHashMap<>();
  private Optional<Applier> applier = Optional.empty();

  ApplyStep(Run run) {
    this.run = run;
  }

  /** The name of a stage's step. */
  static String nameOf(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  /** The lanes that have something to send in a stage; from here on it is agreed what. */
  Set<Lane> lanes(Stage stage) {
    if (run.isStopping() || !run.isPlanned()) {
      return Set.of();
    }
    SortedMap<Lane, List<Request>> lanes =
        run.guarded(() -> applier().lanes(stage), Collections.emptySortedMap());
    agreed.put(stage, lanes);
    if (!lanes.isEmpty()) {
      run.phase(nameOf(stage), lanes.values().stream().mapToInt(List::size).sum());
    }
    return lanes.keySet();
  }

  /** What a lane has to send in a stage, in order. */
  List<Request> requests(Stage stage, Lane lane) {
    return agreed.getOrDefault(stage, Map.of()).getOrDefault(lane, List.of());
  }

  /** Sends one. */
  void apply(Request request) {
    run.guard(
        () -> {
          if (!run.isStopping()) {
            applier().apply(request);
            run.resources().progress().step(request.lane().name());
          }
        });
  }

  private synchronized Applier applier() {
    if (applier.isEmpty()) {
      RunResources with = run.resources();
      applier =
          Optional.of(
              new Applier(
                  run.id(),
                  run.journal(),
                  run.workspace(),
                  with.stop(),
                  with.clock(),
                  new Ground(run.seen(), new AdminsAtHand(run))));
    }
    return applier.get();
  }
}
