package dev.rollcall.apply;

import dev.rollcall.tenant.Lane;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/**
 * A baton that lanes hand on to each other at every step: only who has it works, and chance says
 * who is next. So a schedule is the same whenever its chance is.
 */
final class Baton {

  /** The process is dead: nothing of it goes on. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Random chance;
  private final Map<Lane, Semaphore> turns = new TreeMap<>();
  private final Set<Lane> running = new TreeSet<>();
  private final ThreadLocal<Lane> mine = new ThreadLocal<>();
  private volatile boolean killed;
  private Runnable atEachStep = () -> {};

  Baton(Random chance, Set<Lane> lanes) {
    this.chance = chance;
    lanes.forEach(lane -> turns.put(lane, new Semaphore(0)));
    running.addAll(lanes);
  }

  /** Does something more whenever a step is taken. */
  Baton with(Runnable more) {
    atEachStep = more;
    return this;
  }

  /** Gives the baton to the first. */
  void start() {
    handOn();
  }

  /** Does a lane's work when it has the baton. */
  void run(Lane lane, Runnable work) {
    mine.set(lane);
    turns.get(lane).acquireUninterruptibly();
    try {
      checkAlive();
      work.run();
    } catch (Killed e) {
      // That is what it is for.
    } finally {
      synchronized (this) {
        running.remove(lane);
      }
      handOn();
    }
  }

  /** One step of who has the baton is over. */
  void step() {
    checkAlive();
    atEachStep.run();
    handOn();
    turns.get(mine.get()).acquireUninterruptibly();
    checkAlive();
  }

  /** The lane that has it. */
  Lane holder() {
    return mine.get();
  }

  void kill() {
    killed = true;
    turns.values().forEach(Semaphore::release);
  }

  boolean isKilled() {
    return killed;
  }

  private void checkAlive() {
    if (killed) {
      throw new Killed();
    }
  }

  private synchronized void handOn() {
    if (!running.isEmpty()) {
      Lane next = running.stream().skip(chance.nextInt(running.size())).findFirst().orElseThrow();
      turns.get(next).release();
    }
  }
}
