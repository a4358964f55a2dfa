import java.util.List;

/** How a program ended, what it said, and what it took. */
record Ended(Program program, int exitCode, List<String> out, List<String> err, Cost cost) {

  private static final int LAST = 5;

  /** Itself, when it ended as it must; a figure of anything else would be worth nothing. */
  Ended expecting(int code) {
    if (exitCode != code) {
      throw new Trouble(
          "%s ended with %d, not %d: %s"
              .formatted(program, exitCode, code, lastWords()));
    }
    return this;
  }

  String lastWords() {
    List<String> words = err.isEmpty() ? out : err;
    return String.join("\n  ", words.subList(Math.max(0, words.size() - LAST), words.size()));
  }
}
