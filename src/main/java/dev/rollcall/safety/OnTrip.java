package dev.rollcall.safety;

/** What goes on where a rule has tripped. */
public enum OnTrip {
  /** Everything that no tripped rule counts: what gives access goes on. */
  ADDITIONS,
  /** Nothing. */
  STOP
}
