package dev.rollcall.job.starter;

import java.util.ArrayList;
import java.util.List;

/** What somebody has to answer, each with its number from 1. */
final class Questions {

  private final List<String> asked = new ArrayList<>();

  /** Asks, and tells the number of the question. */
  int ask(String question) {
    asked.add(question);
    return asked.size();
  }

  List<String> all() {
    return List.copyOf(asked);
  }
}
