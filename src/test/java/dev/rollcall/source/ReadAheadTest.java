package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Place;
import dev.rollcall.source.columns.HeaderCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ReadAheadTest extends SourceContractTest {

  private static final int AHEAD = 5 * 256;

  @Override
  protected Source source(List<String> header, List<List<String>> rows) {
    return new Source() {
      @Override
      public String name() {
        return "hr";
      }

      @Override
      public Rows open() {
        Place place = new Place("hr", Place.Style.LINE, HeaderCheck.checked("hr", header));
        return new ReadAhead(new Made(place, line -> made(rows, line)));
      }
    };
  }

  private static Row made(List<List<String>> rows, int line) {
    if (rows.isEmpty()) {
      throw new UnreadableSource("hr", "reads nothing", "export it anew");
    }
    return line > rows.size() ? null : new Row(line, rows.get(line - 1));
  }

  @Test
  void givesManyRowsInOrder() {
    try (ReadAhead rows = ahead(line -> line > 10_000 ? null : row(line, "x"))) {
      for (int line = 1; line <= 10_000; line++) {
        assertThat(rows.next().line()).isEqualTo(line);
      }
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void throwsWhatReadingThrewBehindTheRowsBeforeIt() {
    UnreadableSource failure = new UnreadableSource("hr", "ends here", "look");
    IntFunction<Row> rows =
        line -> {
          if (line > 300) {
            throw failure;
          }
          return row(line, "x");
        };

    try (ReadAhead ahead = ahead(rows)) {
      for (int line = 1; line <= 300; line++) {
        assertThat(ahead.next().line()).isEqualTo(line);
      }
      assertThatThrownBy(ahead::next).isSameAs(failure);
      assertThatThrownBy(ahead::next).isSameAs(failure);
    }
  }

  @Test
  void throwsErrorsToo() {
    try (ReadAhead ahead =
        ahead(
            line -> {
              throw new StackOverflowError("deep");
            })) {
      assertThatThrownBy(ahead::next).isInstanceOf(StackOverflowError.class).hasMessage("deep");
    }
  }

  @Test
  void readsNothingBeforeItIsAsked() {
    Made rows = new Made(Place.ofLines("hr"), line -> row(line, "x"));

    new ReadAhead(rows).close();

    assertThat(rows.read).isZero();
    assertThat(rows.isClosed).isTrue();
  }

  @Test
  void readsOnlyALittleAheadAndNotAtAllOnceClosed() {
    Made rows = new Made(Place.ofLines("hr"), line -> row(line, "x"));
    ReadAhead ahead = new ReadAhead(rows);
    ahead.next();

    ahead.close();

    assertThat(rows.read).isLessThanOrEqualTo(AHEAD);
    assertThat(rows.isClosed).isTrue();
    assertThat(rows.wasClosedWhileRead.get()).isFalse();
    assertThatThrownBy(ahead::next).hasMessageContaining("closed while it was read");
  }

  @Test
  void readsFewLargeRowsAhead() {
    String large = "x".repeat(1 << 20);
    Made rows = new Made(Place.ofLines("hr"), line -> row(line, large));
    ReadAhead ahead = new ReadAhead(rows);
    ahead.next();

    ahead.close();

    assertThat(rows.read).isLessThanOrEqualTo(6);
  }

  @Test
  void waitsForTheRowThatIsBeingReadBeforeItCloses() throws InterruptedException {
    CountDownLatch isReading = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Made rows =
        new Made(
            Place.ofLines("hr"),
            line -> {
              if (line == 300) {
                isReading.countDown();
                awaitQuietly(mayGoOn);
              }
              return row(line, "x");
            });
    ReadAhead ahead = new ReadAhead(rows);
    ahead.next();
    isReading.await();

    Thread closing = new Thread(ahead::close);
    closing.start();
    mayGoOn.countDown();
    closing.join();

    assertThat(rows.wasClosedWhileRead.get()).isFalse();
    assertThat(rows.isClosed).isTrue();
  }

  @Test
  void tellsWhatWasNoticedOnceAllWasRead() {
    Made rows = new Made(Place.ofLines("hr"), line -> line > 300 ? null : row(line, "x"));
    rows.remarks.add("known before");

    try (ReadAhead ahead = new ReadAhead(rows)) {
      ahead.next();
      assertThat(ahead.remarks()).containsExactly("known before");
      while (ahead.next() != null) {
        assertThat(ahead.remarks()).isNotEmpty();
      }
      assertThat(ahead.remarks()).containsExactly("known before", "noticed at the end");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ReadAhead ahead(IntFunction<Row> rows) {
    return new ReadAhead(new Made(Place.ofLines("hr"), rows));
  }

  private static Row row(int line, String cell) {
    return new Row(line, List.of(cell));
  }

  /** Rows made as they are asked for, by line. */
  private static final class Made implements Source.Rows {

    private final Place place;
    private final IntFunction<Row> rows;
    private final List<String> remarks = new ArrayList<>();
    private final AtomicBoolean isReading = new AtomicBoolean();
    private final AtomicBoolean wasClosedWhileRead = new AtomicBoolean();
    private volatile int read;
    private volatile boolean isClosed;

    Made(Place place, IntFunction<Row> rows) {
      this.place = place;
      this.rows = rows;
    }

    @Override
    public Place place() {
      return place;
    }

    @Override
    public List<String> remarks() {
      return List.copyOf(remarks);
    }

    @Override
    public Row next() {
      isReading.set(true);
      try {
        Row row = rows.apply(read + 1);
        if (row == null) {
          remarks.add("noticed at the end");
        } else {
          read = row.line();
        }
        return row;
      } finally {
        isReading.set(false);
      }
    }

    @Override
    public void close() {
      wasClosedWhileRead.set(isReading.get());
      isClosed = true;
    }
  }
}
