package dev.rollcall.batch;

import dev.rollcall.plan.Stage;
import dev.rollcall.source.Mapped;
import dev.rollcall.target.Lane;
import dev.rollcall.target.Request;
import java.util.List;
import java.util.Locale;

/** One run: what each step of the batch job does. */
interface Run {

  /** The name of a stage's step. */
  static String nameOf(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  boolean isPlanned();

  boolean isFinished();

  boolean isStopping();

  SourceRow nextRow();

  Mapped map(SourceRow row);

  void gather(Mapped mapped);

  void plan();

  void settle();

  List<Lane> lanes(Stage stage);

  List<Request> requests(Stage stage, Lane lane);

  void apply(Request request);

  void verify();

  void report();

  void guard(Runnable body);
}
