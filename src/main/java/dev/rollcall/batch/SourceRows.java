package dev.rollcall.batch;

import dev.rollcall.job.RosterRow;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the rows of all sources, one source after the other; always from the start. */
class SourceRows implements ItemReader<RosterRow> {

  private final Run run;

  SourceRows(Run run) {
    this.run = run;
  }

  @Override
  public RosterRow read() {
    return run.nextRow();
  }
}
