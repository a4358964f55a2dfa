package dev.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Asks whoever sits at the terminal, once; anything but a clear yes is a no. */
final class Question {

  private static final Set<String> AGREEMENT = Set.of("y", "yes");

  private final Terminal terminal;
  private final InputStream answers;

  Question(Terminal terminal, InputStream answers) {
    this.terminal = terminal;
    this.answers = answers;
  }

  /** Whether the answer is yes. */
  boolean isAffirmed(String question) {
    terminal.canvas().print(question + " [y/N] ");
    terminal.canvas().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8)).readLine();
      return answer != null && AGREEMENT.contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return false;
    }
  }
}
