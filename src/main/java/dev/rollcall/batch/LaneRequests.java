package dev.rollcall.batch;

import dev.rollcall.plan.Stage;
import dev.rollcall.target.Lane;
import dev.rollcall.target.Request;
import java.util.Iterator;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads one lane's share of a stage's pending requests: loaded once, so that nothing pages over a
 * list that changes. Ends early when the run is to stop.
 */
class LaneRequests implements ItemReader<Request> {

  private final Run run;
  private final Stage stage;
  private final Lane lane;
  private Iterator<Request> requests;

  LaneRequests(Run run, String stage, String lane) {
    this.run = run;
    this.stage = Stage.valueOf(stage);
    this.lane = new Lane(lane);
  }

  @Override
  public Request read() {
    if (requests == null) {
      requests = run.requests(stage, lane).iterator();
    }
    return !run.isStopping() && requests.hasNext() ? requests.next() : null;
  }
}
