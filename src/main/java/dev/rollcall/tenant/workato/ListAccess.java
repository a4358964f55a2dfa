package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.http.FinishedCall;

/** What is made of the answers to lists. */
interface ListAccess {

  /** What was read; anything but a good answer is thrown. */
  <T> T read(Endpoint endpoint, Environment environment, FinishedCall<T> finished);
}
