package dev.rollcall.tenant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Threads for lanes side by side: one a lane, named after it, so that a lane does one thing at a
 * time. Closing waits until all have ended.
 */
public final class LaneThreads implements AutoCloseable {

  private static final String NAME = "lane-";

  private final UnaryOperator<Runnable> beside;
  private final Map<Lane, ExecutorService> threads = new ConcurrentHashMap<>();

  /**
   * Threads without any work yet.
   *
   * @param beside makes of work what is done beside other work by the same time
   */
  public LaneThreads(UnaryOperator<Runnable> beside) {
    this.beside = beside;
  }

  /** What does a lane's work, in the order in which it is given. */
  public Executor of(Lane lane) {
    ExecutorService thread = threads.computeIfAbsent(lane, LaneThreads::start);
    return work -> thread.execute(beside.apply(work));
  }

  /** Gives out the first work of all lanes: no time passes before each has its own. */
  public void begin(Runnable givingOut) {
    beside.apply(givingOut).run();
  }

  private static ExecutorService start(Lane lane) {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, NAME + lane.name());
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void close() {
    threads.values().forEach(ExecutorService::shutdown);
    boolean interrupted = false;
    for (ExecutorService thread : threads.values()) {
      interrupted |= ended(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for its end in any case; whether somebody wanted it to be otherwise. */
  private static boolean ended(ExecutorService thread) {
    boolean interrupted = false;
    while (true) {
      try {
        if (thread.awaitTermination(1, TimeUnit.HOURS)) {
          return interrupted;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
