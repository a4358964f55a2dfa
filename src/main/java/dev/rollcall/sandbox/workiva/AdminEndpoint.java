package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;

/** What one method of one path does. */
@FunctionalInterface
interface AdminEndpoint {

  /**
   * Answers.
   *
   * @throws AdminRefusal where it does not
   */
  Answer answer(AdminCall call);
}
