package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.http.Tried;
import java.util.List;
import java.util.Map;

/** Something in the workspace that can be looked at and changed, and changed again without harm. */
interface Changeable {

  /** What is held on it, by key; ends the run where it cannot be read. */
  Map<String, String> read();

  /** Asks for all of these in one request. */
  Tried<String> write(List<Item> items);

  /** The endpoint that {@link #write} uses. */
  Endpoint endpoint();

  /** The environment whose token {@link #write} uses. */
  Environment environment();
}
