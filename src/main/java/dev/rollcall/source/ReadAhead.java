package dev.rollcall.source;

import dev.rollcall.model.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a thread of their own reads a little ahead, so that reading them and making something
 * of them go on side by side. The thread starts with the first row that is asked for, and is over
 * once these rows are closed. For one caller at a time, as all rows.
 */
public final class ReadAhead implements Source.Rows {

  private static final int MOST_BATCHES = 4;
  private static final int MOST_ROWS = 256;

  /** In a batch: rows may be large, and must not fill the memory. */
  private static final int MOST_LETTERS = 1 << 16;

  private final Source.Rows rows;
  private final List<String> remarksBefore;
  private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_BATCHES);
  private final Thread reader;
  private volatile boolean isClosed;
  private boolean isStarted;
  private Batch batch = new Batch(List.of(), Optional.empty(), false);
  private Iterator<Row> left = Collections.emptyIterator();

  /**
   * Some rows.
   *
   * @param failure why there are no more behind them
   * @param isLast whether there are no more, for that or because all were read
   */
  private record Batch(List<Row> rows, Optional<Throwable> failure, boolean isLast) {}

  /** Of rows of which none was read; closes them when it is closed. */
  public ReadAhead(Source.Rows rows) {
    this.rows = rows;
    this.remarksBefore = rows.remarks();
    this.reader = new Thread(this::readAll, "reading " + rows.place().label());
    this.reader.setDaemon(true);
  }

  @Override
  public Place place() {
    return rows.place();
  }

  @Override
  public List<String> remarks() {
    return batch.isLast() ? rows.remarks() : remarksBefore;
  }

  @Override
  public @Nullable Row next() {
    if (isClosed) {
      throw new IllegalStateException(place().label() + " was closed while it was read");
    }
    while (!left.hasNext() && !batch.isLast()) {
      batch = take();
      left = batch.rows().iterator();
    }
    if (left.hasNext()) {
      return left.next();
    }
    batch.failure().ifPresent(ReadAhead::rethrow);
    return null;
  }

  private Batch take() {
    if (!isStarted) {
      isStarted = true;
      reader.start();
    }
    try {
      Batch next = batches.take();
      room.release();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + place().label() + " was read", e);
    }
  }

  /** The reader throws only what needs no declaring. */
  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private void readAll() {
    boolean more = true;
    while (more) {
      room.acquireUninterruptibly();
      Batch next = isClosed ? new Batch(List.of(), Optional.empty(), true) : read();
      batches.add(next);
      more = !next.isLast();
    }
  }

  private Batch read() {
    List<Row> read = new ArrayList<>(MOST_ROWS);
    int letters = 0;
    try {
      while (read.size() < MOST_ROWS && letters < MOST_LETTERS && !isClosed) {
        Row row = rows.next();
        if (row == null) {
          return new Batch(read, Optional.empty(), true);
        }
        read.add(row);
        for (String cell : row.cells()) {
          letters += cell.length();
        }
      }
      return new Batch(read, Optional.empty(), false);
    } catch (RuntimeException | Error e) {
      return new Batch(read, Optional.of(e), true);
    }
  }

  /** Waits for the row that is being read; interrupting a reader could harm what it reads from. */
  @Override
  public void close() {
    isClosed = true;
    if (isStarted) {
      room.release();
      joinReader();
    }
    rows.close();
  }

  private void joinReader() {
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
