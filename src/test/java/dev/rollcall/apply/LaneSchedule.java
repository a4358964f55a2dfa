package dev.rollcall.apply;

import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.Plans.grant;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.Plans;
import dev.rollcall.testing.WorkatoTerms;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * One run whose lanes take turns by chance, at every call of the journal and of the workspace:
 * answers get lost, somebody says stop, the process is killed; and it goes on until all is done.
 */
final class LaneSchedule {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final String OLD = "Old";
  private static final int TROUBLED_ATTEMPTS = 4;
  private static final int MOST_ATTEMPTS = 8;

  private final ExecutorService threads;
  private final Random chance;
  private final MemoryJournal memory;
  private final Plan plan;
  private final ForgetfulWorkspace workspace;
  private final Map<Lane, Request> inFlight = new HashMap<>();
  private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
  private int kills;
  private int stops;

  LaneSchedule(long seed, ExecutorService threads) {
    this.threads = threads;
    chance = new Random(seed);
    plan = randomPlan();
    memory = MemoryJournal.of(plan);
    workspace = new ForgetfulWorkspace(chance, OLD);
  }

  int kills() {
    return kills;
  }

  int stops() {
    return stops;
  }

  /** Attempts until all is done, and then every operation must have happened once. */
  void play() {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS && !isDone(); attempt++) {
      if (attempt > TROUBLED_ATTEMPTS) {
        workspace.calmDown();
      }
      Settler settler = new Settler(memory, workspace, CLOCK);
      settler.settle(MemoryJournal.RUN, Set.of());
      settler.reopen(MemoryJournal.RUN);
      attempt(attempt <= TROUBLED_ATTEMPTS);
      assertThat(troubles).isEmpty();
    }
    assertThat(isDone()).as("all of %s is done", memory.results(MemoryJournal.RUN)).isTrue();
    assertThat(workspace.effects().keySet())
        .as("operations that happened")
        .hasSize(plan.operations().size());
    assertThat(workspace.effects().values()).as("how often each happened").containsOnly(1);
  }

  private boolean isDone() {
    return memory.results(MemoryJournal.RUN).stream().allMatch(each -> each.state().isDone());
  }

  private void attempt(boolean troubled) {
    Stop stop = new Stop(CLOCK, Optional.empty(), 3);
    int killAt = troubled && chance.nextInt(2) == 0 ? chance.nextInt(60) : -1;
    int stopAt = troubled && chance.nextInt(3) == 0 ? chance.nextInt(60) : -1;
    AtomicInteger steps = new AtomicInteger();
    AtomicReference<Baton> baton = new AtomicReference<>();
    Applier applier =
        new Applier(MemoryJournal.RUN, journal(() -> baton.get().step()), workspace, stop, CLOCK);
    workspace.stepping(() -> baton.get().step());
    inFlight.clear();
    for (Stage stage : Stage.values()) {
      SortedMap<Lane, List<Request>> lanes = applier.lanes(stage);
      baton.set(
          new Baton(chance, lanes.keySet())
              .with(
                  () -> {
                    int step = steps.incrementAndGet();
                    if (step == killAt) {
                      kills++;
                      baton.get().kill();
                    } else if (step == stopAt) {
                      stops++;
                      stop.ask(Stop.Cause.SIGNAL);
                    }
                  }));
      sideBySide(lanes, baton.get(), applier, stop);
      if (baton.get().isKilled() || !troubles.isEmpty()) {
        return;
      }
    }
    assertThat(inFlight).as("requests without an outcome").isEmpty();
  }

  private void sideBySide(
      SortedMap<Lane, List<Request>> lanes, Baton baton, Applier applier, Stop stop) {
    List<Future<?>> all = new ArrayList<>();
    lanes.forEach(
        (lane, requests) ->
            all.add(threads.submit(() -> baton.run(lane, () -> send(requests, applier, stop)))));
    baton.start();
    for (Future<?> each : all) {
      try {
        each.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** As a lane of the batch job does. */
  private void send(List<Request> requests, Applier applier, Stop stop) {
    try {
      for (Request request : requests) {
        if (!stop.asked()) {
          applier.apply(request);
        }
      }
    } catch (RuntimeException | AssertionError e) {
      troubles.add(e);
      stop.ask(Stop.Cause.UNAVAILABLE);
    }
  }

  /** The journal with a step before and after each write: a kill may come on either side of it. */
  private Journal journal(Runnable step) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              boolean writes = Set.of("sent", "record", "change").contains(method.getName());
              if (writes) {
                step.run();
              }
              try {
                Object result = method.invoke(memory, arguments);
                note(method.getName(), arguments);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (writes) {
                  step.run();
                }
              }
            });
  }

  /** Of each lane one request at most is without an outcome, so that a kill leaves no more. */
  private void note(String method, Object... arguments) {
    if (method.equals("sent")) {
      Request request = (Request) arguments[1];
      assertThat(inFlight.put(request.lane(), request)).as("still in flight").isNull();
    } else if (method.equals("record")) {
      inFlight.remove(((Request) arguments[1]).lane());
    } else if (method.equals("change") && arguments[2] == OperationState.PENDING) {
      int sequence = (Integer) arguments[1];
      inFlight.values().removeIf(request -> request.sequences().contains(sequence));
    }
  }

  private Plan randomPlan() {
    Plans plans = Plans.plan();
    int groups = chance.nextInt(3);
    for (int i = 0; i < groups; i++) {
      plans.with(Stage.GROUPS, WorkatoTerms.createGroup("New " + i, ""), Reason.DRIFT);
      plans.with(Stage.GROUPS, ofGroup("New " + i), Reason.DRIFT);
    }
    plans.with(Stage.GROUPS, ofGroup(OLD), Reason.DRIFT);
    times(1 + chance.nextInt(4), i -> plans.with(Stage.ADDITIONS, joiner(i, groups)));
    times(chance.nextInt(4), i -> plans.with(Stage.ADDITIONS, role("r" + i, "", "Member")));
    times(
        chance.nextInt(5),
        i ->
            plans.with(
                Stage.ADDITIONS,
                WorkatoTerms.addToGroup(at("m" + i), i < groups ? "New " + i : OLD)));
    times(chance.nextInt(4), i -> plans.with(Stage.ADDITIONS, grant("g" + i, "", "Builder")));
    times(chance.nextInt(3), i -> plans.with(Stage.REVOCATIONS, role("r" + i, "Admin", "")));
    times(chance.nextInt(3), i -> plans.with(Stage.REVOCATIONS, grant("x" + i, "Builder", "")));
    times(
        chance.nextInt(3),
        i ->
            plans.with(
                Stage.REMOVALS, WorkatoTerms.removeFromGroup(at("l" + i), OLD), Reason.LEAVER));
    times(
        chance.nextInt(3),
        i ->
            plans.with(Stage.REMOVALS, WorkatoTerms.remove(at("q" + i), List.of()), Reason.LEAVER));
    return plans.build();
  }

  private static void times(int many, IntConsumer what) {
    for (int i = 0; i < many; i++) {
      what.accept(i);
    }
  }

  private static Operation joiner(int number, int groups) {
    return groups == 0 ? invite("j" + number) : invite("j" + number, "New " + number % groups);
  }

  private static Operation ofGroup(String name) {
    return WorkatoTerms.setProjectRole(
        WorkatoTerms.groupNamed(name),
        "Billing",
        new Environment("dev"),
        Optional.empty(),
        Optional.of("Builder"));
  }
}
