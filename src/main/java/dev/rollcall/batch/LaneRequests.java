package dev.rollcall.batch;

import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads one lane's share of a stage's pending requests: loaded once, so that nothing pages over a
 * list that changes. Ends early when the run is to stop.
 */
final class LaneRequests implements ItemReader<Request> {

  private final Run run;
  private final Stage stage;
  private final Lane lane;
  private @Nullable Iterator<Request> requests;

  /** Of the partition that this step is, by its name: worker, stage and lane. */
  LaneRequests(Run run, String stepName) {
    this.run = run;
    this.stage = Stage.valueOf(names(stepName)[1]);
    this.lane = lane(stepName);
  }

  /** The lane of the partition that a step is. */
  static Lane lane(String stepName) {
    return new Lane(names(stepName)[2]);
  }

  private static String[] names(String stepName) {
    return stepName.split(":", 3);
  }

  /**
   * The name of a lane's partition in a stage; Batch puts that of the worker and a colon before it.
   * The stage is in it because a step execution of the same name counts as its restart.
   */
  static String partition(Stage stage, Lane lane) {
    return stage.name() + ":" + lane.name();
  }

  @Override
  public @Nullable Request read() {
    if (requests == null) {
      requests = run.apply().requests(stage, lane).iterator();
    }
    return !run.isStopping() && requests.hasNext() ? requests.next() : null;
  }
}
