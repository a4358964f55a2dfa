package dev.rollcall.cli;

import dev.rollcall.report.TerminalColours;
import dev.rollcall.security.HarmlessStream;
import dev.rollcall.security.PlainText;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a command writes: results to stdout, everything else by {@link Messages} to stderr. Both
 * let through letters, line feeds, tabs and, where a person watches, colours of ours.
 */
final class Terminal {

  /** What picocli's pages of help are coloured with: bold, italic, underlined, yellow, and back. */
  private static final List<String> HELP =
      List.of("1", "21", "3", "23", "4", "24", "33", "39", "0");

  private final ResultStream bareOut;
  private final PrintStream bareErr;
  private final boolean interactive;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final boolean json;
  private final SecretMasking discretion;
  private final Messages messages;

  /**
   * One that says what it has to say as text.
   *
   * @param interactive whether a person watches {@code err}: colour and a progress bar make sense
   * @param environment the process environment
   */
  Terminal(
      OutputStream out, PrintStream err, boolean interactive, Map<String, String> environment) {
    this(new ResultStream(out), err, interactive, environment, false, new SecretMasking());
  }

  private Terminal(
      ResultStream out,
      PrintStream err,
      boolean interactive,
      Map<String, String> environment,
      boolean json,
      SecretMasking discretion) {
    this.bareOut = out;
    this.bareErr = err;
    this.interactive = interactive;
    this.environment = Map.copyOf(environment);
    this.json = json;
    this.discretion = discretion;
    this.out = harmless(out, colours(false) ? sequences() : List.of());
    PrintStream said = harmless(err, List.of());
    this.messages =
        discretion.over(
            json
                ? new JsonMessages(said, Clock.systemUTC())
                : new PlainMessages(said, LocalTime::now));
  }

  private static List<String> sequences() {
    return Stream.concat(
            TerminalColours.sequences().stream(), HELP.stream().map(code -> "\u001B[" + code + "m"))
        .toList();
  }

  private static PrintStream harmless(OutputStream bare, List<String> sequences) {
    return new PrintStream(new HarmlessStream(bare, sequences), true, StandardCharsets.UTF_8);
  }

  /** The process's own. A console is there only where neither input nor output is redirected. */
  static Terminal ofProcess() {
    return new Terminal(
        ResultStream.ofProcess(),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        System.console() != null,
        System.getenv(),
        false,
        new SecretMasking());
  }

  /** The same, saying what it has to say as a command line asks for. */
  Terminal speakingAs(String... args) {
    boolean asked = ProcessOptions.LogFormat.seenIn(args) == ProcessOptions.LogFormat.json;
    return new Terminal(bareOut, bareErr, interactive, environment, asked, discretion);
  }

  /** For results. */
  PrintStream out() {
    return out;
  }

  /** For results that are written piece by piece; to be flushed. */
  Writer writer() {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  /** A result on one line, whatever is in it. */
  void line(String text) {
    out.print(PlainText.line(text) + "\n");
  }

  /**
   * Says that the result, or some of it, could not be written, where that is so and was not said
   * yet.
   *
   * @return whether this was to be said
   */
  boolean tellLoss() {
    out.flush();
    Optional<String> why = bareOut.takeLoss();
    why.ifPresent(
        each -> say(EventKind.COMPLAINT, "the result could not be written to stdout: " + each));
    return why.isPresent();
  }

  /** Says something that is no result. */
  void say(Event event) {
    messages.say(event);
  }

  /** Says it in plain words. */
  void say(EventKind kind, String message) {
    messages.say(kind, message);
  }

  /** For everything that is no result. */
  Messages messages() {
    return messages;
  }

  /** What must not be written. */
  SecretMasking discretion() {
    return discretion;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Whether a person may be shown progress, and be asked, on {@link #canvas}. */
  boolean draws() {
    return interactive && !json;
  }

  /** For a bar that is drawn over itself, or a question: words of ours only. */
  PrintStream canvas() {
    return bareErr;
  }

  /** Whether to colour, by the rules of no-color.org. */
  boolean colours(boolean switchedOff) {
    return interactive
        && !switchedOff
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** The colours of what is written for people. */
  TerminalColours palette(ProcessOptions process) {
    return colours(process.noColor.given()) ? TerminalColours.ANSI : TerminalColours.NONE;
  }
}
