package dev.rollcall.job.yaml;

import dev.rollcall.model.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The plain words for why a text is no YAML: the parser's own words speak of its insides. */
final class SyntaxWords {

  private record Words(String what, String remedy) {}

  /** A piece of the parser's complaint, and what it means; the first that occurs counts. */
  private static final Map<String, Words> MEANINGS = new LinkedHashMap<>();

  static {
    say("'\\t", "a tab stands where blanks are needed", "indent with blanks");
    say("(TAB)", "a tab stands where blanks are needed", "indent with blanks");
    say(
        "mapping values are not allowed",
        "a colon is not expected here",
        "put the text in quotes, or look at the indentation");
    say(
        "while scanning a quoted scalar",
        "a text in quotes does not end",
        "look for the missing quote");
    say("unexpected end of stream", "the text ends too early", "look for the missing quote");
    say("could not find expected ':'", "a key has no colon", "write \"key: value\"");
    say(
        "while parsing a flow mapping",
        "a { is not closed properly",
        "look for a missing comma or }; put ${…} in quotes between braces");
    say(
        "while parsing a flow sequence",
        "a [ is not closed properly",
        "look for a missing comma or ]; put ${…} in quotes between brackets");
    say(
        "while parsing a block",
        "the indentation does not fit",
        "keys of one level must begin in one column");
    say(
        "while scanning an alias",
        "a text that begins with * must be in quotes",
        "write \"*@example.com\"");
    say("cannot start any token", "a text must not begin so", "put it in quotes");
    say(
        "special characters are not allowed",
        "has a character that YAML does not allow",
        "delete what cannot be seen there");
    say("expected <document start>", "the indentation does not fit", "look at the line before");
  }

  private SyntaxWords() {}

  static Problem problem(Position position, String problem, String context) {
    String told = Objects.toString(context, "") + " " + Objects.toString(problem, "");
    Words words =
        MEANINGS.entrySet().stream()
            .filter(entry -> told.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(new Words("cannot be understood from here on", "look at the line before too"));
    return new Problem(position.toString(), "no valid YAML: " + words.what(), words.remedy());
  }

  private static void say(String piece, String what, String remedy) {
    MEANINGS.put(piece, new Words(what, remedy));
  }
}
