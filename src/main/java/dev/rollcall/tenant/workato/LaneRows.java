package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.http.LaneReadings;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The lists of one lane whose rows name people and groups: read one after the other from the
 * beginning, and understood once people and groups are known. Used by one thread at a time.
 *
 * @param <P> a place that has such a list
 * @param <R> its rows
 */
final class LaneRows<P, R> {

  /** So many rows may wait to be understood: a few megabytes. */
  private static final int ROOM = 20_000;

  private record Waiting<P, R>(P place, PagedList<R> rows) {}

  private final Supplier<Iterator<P>> places;
  private final Function<P, PagedList<R>> list;
  private final BiConsumer<P, PagedList<R>> taking;
  private final Queue<Waiting<P, R>> waiting = new ArrayDeque<>();
  private Iterator<P> left = Collections.emptyIterator();
  private int room = ROOM;
  private boolean begun;
  private boolean answered;

  /**
   * Lists that are not read yet.
   *
   * @param places asked for when the first is read
   * @param taking understands rows
   */
  LaneRows(
      Supplier<Iterator<P>> places,
      Function<P, PagedList<R>> list,
      BiConsumer<P, PagedList<R>> taking) {
    this.places = places;
    this.list = list;
    this.taking = taking;
  }

  /** Reads while people are not known yet, and there is room for rows that wait. */
  LaneReadings.Reading meanwhile(BooleanSupplier known) {
    return new LaneReadings.Reading() {
      @Override
      public void read() {
        begin();
        while (room > 0 && left.hasNext() && !known.getAsBoolean()) {
          P place = left.next();
          PagedList<R> rows = next(place);
          room -= rows.rows().size();
          waiting.add(new Waiting<>(place, rows));
        }
      }

      @Override
      public void ask() {
        begin();
        if (!answered && left.hasNext()) {
          next(left.next());
        }
      }
    };
  }

  /** Understands what waits, and reads the rest. */
  LaneReadings.Reading rest() {
    return new LaneReadings.Reading() {
      @Override
      public void read() {
        for (Waiting<P, R> each = waiting.poll(); each != null; each = waiting.poll()) {
          taking.accept(each.place(), each.rows());
        }
        left.forEachRemaining(place -> taking.accept(place, next(place)));
      }

      @Override
      public void ask() {
        meanwhile(() -> false).ask();
      }
    };
  }

  private void begin() {
    if (!begun) {
      left = places.get();
      begun = true;
    }
  }

  private PagedList<R> next(P place) {
    PagedList<R> rows = list.apply(place);
    answered = true;
    return rows;
  }
}
