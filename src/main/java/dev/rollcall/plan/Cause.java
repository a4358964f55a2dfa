package dev.rollcall.plan;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;

/** The cell and the rule behind an operation or finding, as they are written in a plan. */
record Cause(String origin, String rule, String note) {

  Cause(String origin, String rule) {
    this(origin, rule, "");
  }

  /** Nothing anybody wrote down. */
  static final Cause NONE = new Cause("", "");

  static Cause of(Attribution because) {
    return new Cause(because.origin().toString(), because.rule());
  }

  /** What speaks for the person as a whole: their row, or the status cell of a leaver. */
  static Cause row(Desired desired, Email email) {
    return desired
        .provenance()
        .of(email)
        .map(origin -> new Cause(origin.toString(), ""))
        .orElse(NONE);
  }

  /** What says that the person is to hold this; their row where nothing says so any more. */
  static Cause of(Desired desired, Email email, Entitlement entitlement) {
    return desired
        .provenance()
        .of(email, entitlement)
        .map(Cause::of)
        .orElseGet(() -> row(desired, email));
  }
}
