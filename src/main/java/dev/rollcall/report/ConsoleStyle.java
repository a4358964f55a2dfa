package dev.rollcall.report;

/**
 * How much goes to the terminal, and in which colours.
 *
 * @param people how many people and groups a plan names before it is cut
 * @param rest where the others are to be found, as the end of a sentence: {@code see report.html}
 */
public record ConsoleStyle(TerminalColours palette, int people, String rest) {

  private static final int SHORT = 50;

  /** The first fifty; the others with {@code --verbose}. */
  public static ConsoleStyle brief(TerminalColours palette) {
    return new ConsoleStyle(palette, SHORT, "--verbose shows all");
  }

  /** Whether nothing is cut. */
  boolean isVerbose() {
    return people == Integer.MAX_VALUE;
  }

  /** Everybody. */
  public static ConsoleStyle verbose(TerminalColours palette) {
    return new ConsoleStyle(palette, Integer.MAX_VALUE, "");
  }
}
