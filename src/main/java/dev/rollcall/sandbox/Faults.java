package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults asked for, each with the number of requests it has seen. Thread-safe. */
final class Faults {

  /** A fault and how many matching requests have gone by. */
  private static final class Armed {
    final InjectedFault fault;
    int seen;

    Armed(InjectedFault fault) {
      this.fault = fault;
    }

    boolean strikes() {
      seen++;
      return seen >= fault.nth() && seen - fault.nth() < fault.times();
    }
  }

  private final List<Armed> armed = new ArrayList<>();

  synchronized void add(InjectedFault fault) {
    armed.add(new Armed(fault));
  }

  synchronized void clear() {
    armed.clear();
  }

  /** Counts the request with every fault it matches; the first that strikes holds. */
  synchronized Optional<InjectedFault> next(String method, String path, String text) {
    Optional<InjectedFault> first = Optional.empty();
    for (Armed each : armed) {
      if (each.fault.matches(method, path, text) && each.strikes() && first.isEmpty()) {
        first = Optional.of(each.fault);
      }
    }
    return first;
  }
}
