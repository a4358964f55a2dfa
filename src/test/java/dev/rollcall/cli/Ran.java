package dev.rollcall.cli;

import java.util.List;

/**
 * What one command came to.
 *
 * @param code its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record Ran(int code, String out, String err) {

  /** Everything a user sees. */
  String all() {
    return out + err;
  }

  /** The lines of stdout that say something. */
  List<String> lines() {
    return out.lines().filter(line -> !line.isBlank()).toList();
  }

  /** The lines of stderr that complain, without progress. */
  List<String> complaints() {
    return err.lines().filter(line -> line.startsWith("rollcall: ")).toList();
  }

  @Override
  public String toString() {
    return "exit code " + code + "\n--- stdout\n" + out + "--- stderr\n" + err;
  }
}
