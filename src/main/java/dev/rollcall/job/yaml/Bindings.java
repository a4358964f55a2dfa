package dev.rollcall.job.yaml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The bindings of all Java types that have one of their own; enumerations need none. */
public final class Bindings {

  private final Map<Class<?>, Binding<?>> byType = new HashMap<>();

  /** With texts, whole numbers and truth values. */
  public Bindings() {
    add(
        String.class,
        new ScalarBinding<>(
            "a text", Map.of("type", List.of("string", "number", "boolean")), Bindings::parseText));
    Binding<Integer> number = new ScalarBinding<>("a whole number", whole(), Bindings::parseWhole);
    add(Integer.class, number);
    add(int.class, number);
    Binding<Boolean> truth =
        new ScalarBinding<>("true or false", Map.of("type", "boolean"), Bindings::parseTruth);
    add(Boolean.class, truth);
    add(boolean.class, truth);
  }

  /** Adds one. */
  public Bindings with(Class<?> type, Binding<?> binding) {
    add(type, binding);
    return this;
  }

  /** The form of a type, where it has one. */
  public Optional<Binding<?>> of(Class<?> type) {
    if (type.isEnum()) {
      return Optional.of(byType.computeIfAbsent(type, WordBinding::ofAll));
    }
    return Optional.ofNullable(byType.get(type));
  }

  /** The word for a constant: {@code AUDIT_LOG} is written {@code audit-log}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void add(Class<?> type, Binding<?> binding) {
    byType.put(type, binding);
  }

  private static Map<String, Object> whole() {
    return SchemaWriter.ordered("type", "integer", "minimum", 0, "maximum", Integer.MAX_VALUE);
  }

  private static String parseText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("it must not be blank");
    }
    return text;
  }

  private static Integer parseWhole(String text) {
    if (!text.matches("[+-]?\\d+")) {
      throw new IllegalArgumentException("write digits only");
    }
    if (text.startsWith("-") && !text.matches("-0+")) {
      throw new IllegalArgumentException("it must not be negative");
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("it must be at most " + Integer.MAX_VALUE, e);
    }
  }

  private static Boolean parseTruth(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    boolean affirms = Arrays.asList("yes", "on", "y", "1").contains(text.toLowerCase(Locale.ROOT));
    boolean denies = Arrays.asList("no", "off", "n", "0").contains(text.toLowerCase(Locale.ROOT));
    throw new IllegalArgumentException(affirms ? "write true" : denies ? "write false" : "");
  }
}
