package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.List;
import java.util.Map;

/** Something in a tenant that can be looked at and changed, and changed again without harm. */
public interface Changeable {

  /** What is held on it, by key; ends the run where it cannot be read. */
  Map<String, String> read();

  /** Asks for all of these in one request. */
  FinishedCall<String> write(List<BatchItem> items);

  /** What it comes to that the token was turned away, which {@link #write} went out with. */
  Outcome turnedAway(FinishedCall<?> finished);
}
