package dev.rollcall.tenant.http;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.LaneThreads;
import dev.rollcall.tenant.ReadingStopped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Readings of a tenant in lanes side by side. When one fails, the others end with the request in
 * flight: whoever sends requests asks {@link #ending} before each. Used by one thread at a time.
 */
public final class LaneReadings {

  private final Sleeper sleeper;
  private volatile boolean ending;

  /** Readings whose lanes wait by this sleeper, if at all. */
  public LaneReadings(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /** Whether no reading may begin a further request, because one has failed. */
  public BooleanSupplier ending() {
    return () -> ending;
  }

  /** A round of readings, to be added and then made. */
  public Round round() {
    return new Round();
  }

  /** One of the things to be read. Done by one thread at a time. */
  public interface Reading {

    /** Reads. What it throws ends the whole round. */
    void read();

    /**
     * Asks what it would have asked first, unless that was answered. Called where a reading that
     * comes later has failed: a failure of this one is told instead, as if it all had been read one
     * after the other.
     */
    default void ask() {
      read();
    }
  }

  /** A reading in its lane. */
  public static final class Step {

    private final Lane lane;
    private final Reading reading;
    private final List<Step> needed;
    private volatile boolean done;
    private volatile Optional<Throwable> failure = Optional.empty();

    private Step(Lane lane, Reading reading, List<Step> needed) {
      this.lane = lane;
      this.reading = reading;
      this.needed = needed;
    }

    /** Whether all of it was read. */
    public boolean isDone() {
      return done;
    }
  }

  /** Readings that are made together: those of one lane in the order in which they were added. */
  public final class Round {

    private final List<Step> steps = new ArrayList<>();
    private Optional<Step> first = Optional.empty();

    private Round() {}

    /**
     * Adds a reading.
     *
     * @param needed what must have been read before, in whatever lane
     */
    public Step add(Lane lane, Reading reading, List<Step> needed) {
      Step step = new Step(lane, reading, List.copyOf(needed));
      steps.add(step);
      return step;
    }

    /** The same for what needs nothing. */
    public Step add(Lane lane, Reading reading) {
      return add(lane, reading, List.of());
    }

    /**
     * Makes all readings and waits for them; no thread is left behind.
     *
     * @throws RuntimeException where some failed: what the one added first has thrown, whatever
     *     came first in time
     */
    public void make() {
      try (LaneThreads threads = new LaneThreads(sleeper::beside)) {
        CompletableFuture<Void> begin = new CompletableFuture<>();
        List<CompletableFuture<Void>> all = chained(begin, threads);
        threads.begin(() -> begin.complete(null));
        all.forEach(Round::await);
      } finally {
        ending = false;
      }
      if (steps.stream().anyMatch(step -> !step.isDone())) {
        throw told();
      }
    }

    private List<CompletableFuture<Void>> chained(
        CompletableFuture<Void> begin, LaneThreads threads) {
      Map<Step, CompletableFuture<Void>> known = new HashMap<>();
      Map<Lane, CompletableFuture<Void>> last = new HashMap<>();
      for (Step step : steps) {
        List<CompletableFuture<Void>> before = new ArrayList<>();
        before.add(last.getOrDefault(step.lane, begin));
        step.needed.forEach(each -> before.add(known.getOrDefault(each, begin)));
        CompletableFuture<Void> made =
            CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                .thenRunAsync(() -> make(step), threads.of(step.lane));
        known.put(step, made);
        last.put(step.lane, made);
      }
      return List.copyOf(known.values());
    }

    private void make(Step step) {
      if (ending) {
        throw new ReadingStopped("another reading has failed");
      }
      try {
        step.reading.read();
        step.done = true;
      } catch (RuntimeException | Error e) {
        end(step, e);
        throw e;
      }
    }

    private synchronized void end(Step step, Throwable failure) {
      step.failure = Optional.of(failure);
      first = first.or(() -> Optional.of(step));
      ending = true;
    }

    private static void await(CompletableFuture<Void> made) {
      try {
        made.join();
      } catch (CompletionException e) {
        // Its step knows better.
      }
    }

    /** What stopped on account of a failure is none itself: of stops the first is the cause. */
    private synchronized RuntimeException told() {
      Step failed =
          steps.stream()
              .filter(step -> step.failure.filter(Round::isReal).isPresent())
              .findFirst()
              .or(() -> first)
              .orElseThrow();
      Throwable failure = failed.failure.orElseThrow();
      if (failure instanceof Error error) {
        throw error;
      }
      if (isReal(failure)) {
        steps.stream()
            .takeWhile(step -> step != failed)
            .filter(step -> !step.isDone())
            .forEach(step -> step.reading.ask());
      }
      return (RuntimeException) failure;
    }

    private static boolean isReal(Throwable failure) {
      return !(failure instanceof ReadingStopped);
    }
  }
}
