package dev.rollcall.batch;

import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the rows of all sources, one source after the other; always from the start. */
class SourceRows implements ItemReader<SourceRow> {

  private final Run run;

  SourceRows(Run run) {
    this.run = run;
  }

  @Override
  public SourceRow read() {
    return run.nextRow();
  }
}
