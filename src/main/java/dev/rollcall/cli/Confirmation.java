package dev.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A confirmation, asked once of whoever sits at the terminal; anything but a clear yes is a no. */
final class Confirmation {

  private static final Set<String> AGREEMENT = Set.of("y", "yes");

  private final Terminal terminal;
  private final InputStream answers;

  Confirmation(Terminal terminal, InputStream answers) {
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
