package dev.rollcall.model;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a definition says in the vendor's own terms, of which nothing is understood here: JSON, to
 * be kept and handed on as it is. Two are equal where they say the same: the order of keys does not
 * count, nor that of plain values in a list, nor how a number is written.
 */
public sealed interface Config {

  /** Nothing at all. */
  Config NOTHING = new Keyed(Map.of());

  /** As JSON, every value as it was written. */
  String json();

  /** A text that is the same for all that say the same. */
  String canonical();

  /** Values by key, in the order in which they were written. */
  record Keyed(Map<String, Config> values) implements Config {

    /** Copies. */
    public Keyed {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String json() {
      return values.entrySet().stream()
          .map(each -> quoted(each.getKey()) + ":" + each.getValue().json())
          .collect(joining(",", "{", "}"));
    }

    @Override
    public String canonical() {
      return new TreeMap<>(values)
          .entrySet().stream()
              .map(each -> quoted(each.getKey()) + ":" + each.getValue().canonical())
              .collect(joining(",", "{", "}"));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Keyed keyed && canonical().equals(keyed.canonical());
    }

    @Override
    public int hashCode() {
      return canonical().hashCode();
    }

    @Override
    public String toString() {
      return canonical();
    }
  }

  /** A list. */
  record Series(List<Config> items) implements Config {

    /** Copies. */
    public Series {
      items = List.copyOf(items);
    }

    /** Whether it holds plain values alone: then it is a set of them. */
    boolean isPlain() {
      return items.stream().allMatch(Single.class::isInstance);
    }

    @Override
    public String json() {
      return items.stream().map(Config::json).collect(joining(",", "[", "]"));
    }

    @Override
    public String canonical() {
      List<String> texts = items.stream().map(Config::canonical).toList();
      return (isPlain() ? texts.stream().sorted() : texts.stream()).collect(joining(",", "[", "]"));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Series series && canonical().equals(series.canonical());
    }

    @Override
    public int hashCode() {
      return canonical().hashCode();
    }

    @Override
    public String toString() {
      return canonical();
    }
  }

  /**
   * A text, a number, a truth value, or nothing.
   *
   * @param json as JSON
   */
  record Single(String json) implements Config {

    @Override
    public String canonical() {
      return json.isEmpty() || "-0123456789".indexOf(json.charAt(0)) < 0
          ? json
          : new BigDecimal(json).stripTrailingZeros().toString();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Single single && canonical().equals(single.canonical());
    }

    @Override
    public int hashCode() {
      return canonical().hashCode();
    }

    @Override
    public String toString() {
      return canonical();
    }
  }

  /** A text. */
  static Config text(String text) {
    return new Single(quoted(text));
  }

  /**
   * A number, as it is written.
   *
   * @throws NumberFormatException where it is none
   */
  static Config number(String written) {
    BigDecimal number = new BigDecimal(written);
    // JSON has no leading plus, and no digits but these.
    boolean isJson = written.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    return new Single(isJson ? written : number.toString());
  }

  /** A truth value. */
  static Config truth(boolean value) {
    return new Single(Boolean.toString(value));
  }

  /** JSON's {@code null}. */
  static Config none() {
    return new Single("null");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (isUnseen(c)) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** What neither a terminal nor a file should hold as it is. */
  private static boolean isUnseen(char c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c >= 0xFFFE;
  }
}
