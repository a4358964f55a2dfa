package dev.rollcall.batch;

import dev.rollcall.apply.Applier;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The step that sends requests, once for each stage, each lane of it by itself. */
final class ApplyStep {

  private final Run run;
  private Optional<Applier> applier = Optional.empty();

  ApplyStep(Run run) {
    this.run = run;
  }

  /** The name of a stage's step. */
  static String nameOf(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  /** The lanes that have something to send in a stage. */
  List<Lane> lanes(Stage stage) {
    if (run.isStopping() || !run.isPlanned()) {
      return List.of();
    }
    List<Request> requests = applier().requests(stage);
    if (!requests.isEmpty()) {
      run.phase(nameOf(stage), requests.size());
    }
    return requests.stream().map(Request::lane).distinct().sorted().toList();
  }

  /** What is left of a lane in a stage, in order. */
  List<Request> requests(Stage stage, Lane lane) {
    return run.guarded(
        () ->
            applier().requests(stage).stream()
                .filter(request -> request.lane().equals(lane))
                .toList(),
        List.of());
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

  private Applier applier() {
    if (applier.isEmpty()) {
      RunResources with = run.resources();
      applier =
          Optional.of(
              new Applier(run.id(), run.journal(), run.workspace(), with.stop(), with.clock()));
    }
    return applier.get();
  }
}
