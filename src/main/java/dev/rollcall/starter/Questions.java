package dev.rollcall.starter;

import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What somebody has to answer, each with its number from 1. */
final class Questions {

  private final List<OpenQuestion> asked = new ArrayList<>();

  /** Asks what may be left open, and tells the number of the question. */
  int ask(String question) {
    return ask(new OpenQuestion(question));
  }

  /** Asks, and tells the number of the question. */
  int ask(OpenQuestion question) {
    asked.add(question);
    return asked.size();
  }

  List<String> all() {
    return asked.stream().map(OpenQuestion::text).toList();
  }

  /** Those that must not be left open, for people who only have the roster. */
  List<Problem> open(String label) {
    return asked.stream()
        .filter(OpenQuestion::mustBeAnswered)
        .map(question -> new Problem(label, question.what(), question.remedy()))
        .toList();
  }
}
