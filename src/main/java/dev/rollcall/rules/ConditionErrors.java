package dev.rollcall.rules;

import dev.cel.common.CelIssue;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The errors in the text of a condition, from the compiler's words into those of people. */
final class ConditionErrors {

  private static final int MOST = 5;
  private static final int LONGEST_QUOTE = 60;
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)' .*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']+)' applied to '(.*?)' \\(cand.*");
  private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '(.*)'");
  private static final Pattern SYNTAX =
      Pattern.compile("(mismatched|extraneous) input '(.*?)' expecting.*");
  private static final Pattern TOKEN = Pattern.compile("token recognition error at: '(.*)'");

  private static final List<String> NAMES = List.of("person", "today");
  private static final List<String> FUNCTIONS =
      List.of(
          "startsWith",
          "endsWith",
          "contains",
          "matches",
          "size",
          "lowerAscii",
          "trim",
          "exists",
          "exists_one",
          "all",
          "int",
          "double",
          "string");
  private static final Map<String, String> INSTEAD =
      Map.of(
          "has", "a missing attribute is blank: compare it with \"\"",
          "map", "conditions make no lists; ask with exists or all",
          "filter", "conditions make no lists; ask with exists or all");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("string", "a text"),
          Map.entry("int", "a number"),
          Map.entry("uint", "a number"),
          Map.entry("double", "a number"),
          Map.entry("bool", "true or false"),
          Map.entry("null", "null"),
          Map.entry("bytes", "bytes"),
          Map.entry("google.protobuf.Timestamp", "a timestamp"),
          Map.entry("google.protobuf.Duration", "a duration"));
  private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=");

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
    return line < 1 || column < 0
        ? whole(what(message), remedy(message))
        : new Problem(
            condition.positions().at(line, column), named(what(message)), remedy(message));
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

  private static String what(String message) {
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return "\"" + operator(overload.group(1)) + "\" does not go with " + types(overload.group(2));
    }
    Matcher result = RESULT.matcher(message);
    if (result.matches()) {
      return "the condition is " + type(result.group(1)) + ", not true or false";
    }
    if (message.contains("does not support field selection")) {
      return "an attribute is a text and has nothing below it";
    }
    Matcher syntax = SYNTAX.matcher(message);
    if (syntax.matches()) {
      return syntax.group(2).equals("<EOF>")
          ? "the condition ends too early"
          : "\"" + shortened(syntax.group(2)) + "\" is not expected here";
    }
    Matcher token = TOKEN.matcher(message);
    if (token.matches()) {
      return "\"" + shortened(token.group(1).strip()) + "\" cannot be read";
    }
    if (message.contains("size exceeds limit")) {
      return "the condition is longer than " + ConditionCompiler.LONGEST + " characters";
    }
    return message.contains("recursion limit") ? "the condition is nested too deeply" : message;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private String remedy(String message) {
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return fitting(operator(overload.group(1)), overload.group(2));
    }
    if (RESULT.matcher(message).matches()) {
      return "a condition must be true or false, such as person.department == \"Finance\"";
    }
    if (message.contains("does not support field selection")) {
      return "write person[\"cost.center\"] where the header has a dot";
    }
    if (TOKEN.matcher(message).matches() || SYNTAX.matcher(message).matches()) {
      return "write ==, && and ||, and texts in quotes: person.department == \"Finance\"";
    }
    return message.contains("limit") ? condition.remedy() : "";
  }

  private static String fitting(String operator, String types) {
    boolean number = Stream.of("int", "double", "uint").anyMatch(types::contains);
    if (COMPARING.contains(operator) && types.contains("string") && number) {
      return "attributes and today are texts: write the number in quotes, or int(person.age) > 3";
    }
    if (COMPARING.contains(operator)) {
      return "expected is the same type on both sides; attributes and today are texts";
    }
    return switch (operator) {
      case "in" -> "expected is a list: person.country in [\"US\", \"CA\"]";
      case "!", "&&", "||", "? :" -> "expected is true or false: compare the text with something";
      case "+" -> "expected are two texts or two numbers";
      default ->
          FUNCTIONS.contains(operator)
              ? "expected is a text: person.name." + operator + "(…)"
              : "expected are other types";
    };
  }

  private static String operator(String name) {
    return switch (name) {
      case "@in" -> "in";
      case "_?_:_" -> "? :";
      case "_[_]" -> "[]";
      default -> name.startsWith("@") ? name.substring(1) : strip(name);
    };
  }

  private static String strip(String name) {
    boolean symbol = name.chars().noneMatch(Character::isLetterOrDigit);
    return symbol ? name.replace("_", "") : name;
  }

  /** {@code (string, int)} and {@code map(string, string).(string)} in words. */
  private static String types(String applied) {
    List<String> words = new ArrayList<>();
    Matcher type = Pattern.compile("(?:map|list)\\([^()]*\\)|[\\w.%]*\\w").matcher(applied);
    while (type.find()) {
      words.add(type(type.group()));
    }
    return words.stream().collect(Collectors.joining(" and "));
  }

  private static String type(String name) {
    if (name.startsWith("map(")) {
      return "the person as a whole";
    }
    return name.startsWith("list(") ? "a list" : TYPES.getOrDefault(name, name);
  }
}
