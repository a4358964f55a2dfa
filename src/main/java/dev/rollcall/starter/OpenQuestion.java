package dev.rollcall.starter;

/**
 * Something about a roster that only somebody who knows it can tell.
 *
 * @param text as it is asked in a job file
 * @param what is not known, where the roster is all there is; blank where it can be left open
 * @param remedy how the roster itself would tell
 */
record OpenQuestion(String text, String what, String remedy) {

  /** One that can be left open. */
  OpenQuestion(String text) {
    this(text, "", "");
  }

  boolean mustBeAnswered() {
    return !what.isEmpty();
  }
}
