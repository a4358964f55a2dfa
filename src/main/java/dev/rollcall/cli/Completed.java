package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * One argument as a shell completes it.
 *
 * @param words all it can be; empty where it can be more than can be listed
 * @param file whether it names a file
 */
record Completed(List<String> words, boolean file) {

  static Completed of(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(words::add);
    }
    return new Completed(words, words.isEmpty() && namesFile(argument));
  }

  /** Whether an option wants a value. */
  static boolean wantsValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** The first sentence of what help says of it, on one line. */
  static String told(String... description) {
    String text = String.join(" ", description).replace("%n", " ").replace("%%", "%");
    String sentence = text.split("(?<=\\.) (?=[A-Z])", 2)[0];
    return sentence.strip().replaceAll("\\.$", "");
  }

  /** For bash's relatives: nothing within is special. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static boolean namesFile(ArgSpec argument) {
    return argument.type() == Path.class
        || argument.auxiliaryTypes()[0] == Path.class
        || argument.paramLabel().matches(".*(FILE|JOB|FOLDER|PLAN).*");
  }
}
