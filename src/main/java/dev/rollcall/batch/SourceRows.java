package dev.rollcall.batch;

import dev.rollcall.planning.RosterRow;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the rows of all sources, one source after the other; always from the start. */
class SourceRows implements ItemReader<RosterRow> {

  private final ReadStep step;

  SourceRows(ReadStep step) {
    this.step = step;
  }

  @Override
  public @Nullable RosterRow read() {
    return step.next();
  }
}
