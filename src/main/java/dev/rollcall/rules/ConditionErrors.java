package dev.rollcall.rules;

import static java.util.stream.Collectors.joining;

import dev.cel.common.CelIssue;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The errors in the text of a condition, from the compiler's words into those of people. */
final class ConditionErrors {

  private static final int MOST = 5;
  private static final int LONGEST_QUOTE = 60;
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)' .*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']+)' applied to '(.*?)' \\(cand.*");
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*");
  private static final Pattern UNREADABLE = Pattern.compile("token recognition error at: '(.*)'");

  private static final List<String> NAMES = List.of("person", "today");
  private static final List<String> FUNCTIONS =
      List.of(
          ("startsWith endsWith contains matches size lowerAscii trim exists exists_one all"
                  + " int double string")
              .split(" "));
  private static final String NO_LISTS = "conditions make no lists; ask with exists or all";
  private static final Map<String, String> INSTEAD =
      Map.of(
          "has", "a missing attribute is blank: compare it with \"\"",
          "map", NO_LISTS,
          "filter", NO_LISTS);
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a text",
          "int", "a number",
          "uint", "a number",
          "double", "a number",
          "bool", "true or false",
          "null", "null",
          "bytes", "bytes",
          "map", "the person as a whole");

  /** What is said in place of the compiler's message. */
  private record Words(String what, String remedy) {}

  private final ConditionText condition;

  ConditionErrors(ConditionText condition) {
    this.condition = condition;
  }

  /** The same as problems: of a text that cannot be parsed the first one only. */
  List<Problem> of(List<CelIssue> issues) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (CelIssue issue : issues) {
      String message = issue.getMessage().lines().findFirst().orElse("");
      if (problems.size() < MOST) {
        problems.add(problem(issue, message));
      }
      if (!message.startsWith("undeclared") && !message.contains("overload")) {
        break;
      }
    }
    return List.copyOf(problems);
  }

  /** A problem at an offset of the text, in code points; -1 for the condition as a whole. */
  Problem at(int offset, String what, String remedy) {
    String text = condition.text();
    if (offset < 0 || offset > text.codePointCount(0, text.length())) {
      return whole(what, remedy);
    }
    String before = text.substring(0, text.offsetByCodePoints(0, offset));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    String last = before.substring(before.lastIndexOf('\n') + 1);
    int column = last.codePointCount(0, last.length());
    return new Problem(condition.positions().at(line, column), named(what), remedy);
  }

  /** A problem with the condition as a whole. */
  Problem whole(String what, String remedy) {
    return Problem.at(condition.origin(), named(what), remedy);
  }

  /** A condition that is neither true nor false but of this type, at an offset of the text. */
  Problem undecided(String type, int offset) {
    return at(
        offset,
        "the condition is " + types(type) + ", not true or false",
        "a condition must be true or false, such as person.department == \"Finance\"");
  }

  private String named(String what) {
    return condition.named(what);
  }

  private Problem problem(CelIssue issue, String message) {
    int line = issue.getSourceLocation().getLine();
    int column = issue.getSourceLocation().getColumn();
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return undeclared(undeclared.group(1), line, column);
    }
    Words words = words(message);
    return line < 1 || column < 0
        ? whole(words.what(), words.remedy())
        : new Problem(condition.positions().at(line, column), named(words.what()), words.remedy());
  }

  /** A call is placed at its bracket: the name stands before it. */
  private Problem undeclared(String name, int line, int column) {
    List<String> lines = condition.text().lines().toList();
    String text = line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    int end = text.offsetByCodePoints(0, Math.min(column, text.codePointCount(0, text.length())));
    boolean call = text.startsWith("(", end) && text.substring(0, end).endsWith(name);
    int begin = call ? column - name.codePointCount(0, name.length()) : column;
    return new Problem(
        condition.positions().at(line, begin),
        named("there is no " + (call ? "function " : "") + "\"" + name + "\""),
        INSTEAD.getOrDefault(name, call ? function(name) : reference(name)));
  }

  private static String function(String name) {
    return Nearest.to(name, FUNCTIONS)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("there is " + String.join(", ", FUNCTIONS));
  }

  private static String reference(String name) {
    return Nearest.to(name, NAMES)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("write person." + name + " for a column, or put it in quotes if it is a text");
  }

  private Words words(String message) {
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      String operator = operator(overload.group(1));
      String types = types(overload.group(2));
      return new Words("\"" + operator + "\" does not go with " + types, fitting(operator, types));
    }
    if (message.contains("does not support field selection")) {
      return new Words(
          "an attribute is a text and has nothing below it",
          "write person[\"cost.center\"] where the header has a dot");
    }
    return message.contains("limit") ? tooMuch(message) : syntax(message);
  }

  private Words tooMuch(String message) {
    return new Words(
        message.contains("size")
            ? "the condition is longer than " + ConditionLanguage.LONGEST + " characters"
            : "the condition is nested too deeply",
        condition.remedy());
  }

  private static Words syntax(String message) {
    Matcher unexpected = UNEXPECTED.matcher(message);
    Matcher unreadable = UNREADABLE.matcher(message);
    String what = message;
    if (unexpected.matches()) {
      what =
          unexpected.group(1).equals("<EOF>")
              ? "the condition ends too early"
              : "\"" + shortened(unexpected.group(1)) + "\" is not expected here";
    } else if (unreadable.matches()) {
      what = "\"" + shortened(unreadable.group(1).strip()) + "\" cannot be read";
    }
    return new Words(
        what, "write ==, && and ||, and texts in quotes: person.department == \"Finance\"");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private static String fitting(String operator, String types) {
    return switch (operator) {
      case "==", "!=", "<", "<=", ">", ">=" ->
          types.contains("text") && types.contains("number")
              ? "attributes and today are texts: write the number in quotes, or int(person.age) > 3"
              : "expected is the same type on both sides; attributes and today are texts";
      case "in" -> "expected is a list: person.country in [\"US\", \"CA\"]";
      case "!", "&&", "||", "?:" -> "expected is true or false: compare the text with something";
      case "+" -> "expected are two texts or two numbers";
      default ->
          FUNCTIONS.contains(operator)
              ? "expected is a text: person.name." + operator + "(…)"
              : "expected are other types";
    };
  }

  /** The compiler writes {@code _==_} and {@code @in}. */
  private static String operator(String name) {
    boolean function = Character.isLetter(name.charAt(0));
    return function ? name : name.replaceAll("[_@]", "");
  }

  /** {@code (string, int)} and {@code map(string, string).(string)} in words. */
  private static String types(String applied) {
    return Stream.of(applied.replaceAll("(?<=map|list)\\([^()]*\\)", "").split("[(),\\s]+|\\.\\("))
        .filter(type -> !type.isEmpty())
        .map(
            type ->
                TYPES.getOrDefault(
                    type, "a " + type.replace("google.protobuf.", "").toLowerCase(Locale.ROOT)))
        .collect(joining(" and "));
  }
}
