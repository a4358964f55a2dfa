package dev.rollcall.starter;

import dev.rollcall.source.columns.UnreadColumn.Guess;

/** How a column that nobody reads is asked about. */
final class UnreadWords {

  private UnreadWords() {}

  static String question(Guess guess) {
    return switch (guess) {
      case STATUS -> "Does it say who has left?";
      case END -> "Is it somebody's last day?";
      case START -> "Is it somebody's first day?";
      case ROLE -> "Is it what people may do in every environment of the workspace?";
      case GROUP -> "Does it list groups of the workspace?";
    };
  }

  /** A header by which it would be read. */
  static String header(Guess guess) {
    return switch (guess) {
      case STATUS -> "Status";
      case END -> "End date";
      case START -> "Start date";
      case ROLE -> "DEV role, or after another environment,";
      case GROUP -> "Groups";
    };
  }

  /** The roster field that it would be. */
  static String field(Guess guess) {
    return switch (guess) {
      case STATUS -> "status";
      case END -> "ends-on";
      case START -> "starts-on";
      case ROLE -> "role";
      case GROUP -> "groups";
    };
  }
}
