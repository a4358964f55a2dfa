package dev.rollcall.source;

import dev.rollcall.model.Environment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Recognises the headers that usually stand above roster fields, whatever their spelling. */
final class UsualHeaders {

  private static final Pattern WRITTEN_ROLE =
      Pattern.compile("(?i)\\s*role\\s*(?:\\.|\\()\\s*([\\w-]+)\\s*\\)?\\s*");

  private final List<String> headers;
  private final List<String> folded;

  UsualHeaders(List<String> headers) {
    this.headers = headers;
    this.folded = headers.stream().map(Cells::fold).toList();
  }

  /** The columns of the first tier of names that occurs; more than one is for the caller. */
  List<Integer> of(RosterField field) {
    return field.tiers().stream()
        .map(this::columns)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The columns for the role in one environment: {@code DEV role}, {@code Role (dev)}, … */
  List<Integer> ofRole(Environment environment) {
    String name = Cells.fold(environment.name());
    return columns(
        List.of(name + "role", "role" + name, name + "environmentrole", "environmentrole" + name));
  }

  /** Headers that are written as the role in an environment which is not among these. */
  List<String> ofUnknownEnvironments(List<Environment> environments) {
    Set<Integer> known = new HashSet<>();
    environments.forEach(environment -> known.addAll(ofRole(environment)));
    List<String> unknown = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      Matcher role = WRITTEN_ROLE.matcher(headers.get(column));
      if (role.matches() && !known.contains(column)) {
        unknown.add(headers.get(column));
      }
    }
    return unknown;
  }

  private List<Integer> columns(List<String> names) {
    return IntStream.range(0, folded.size())
        .filter(column -> names.contains(folded.get(column)))
        .boxed()
        .toList();
  }
}
