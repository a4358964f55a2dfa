package dev.rollcall.source.columns;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An index of the headers of a table, to be looked up whatever their case, blanks and punctuation;
 * a name written {@code [property]} finds the first that contains it.
 */
final class HeaderIndex {

  private final List<String> lower;
  private final Map<String, Integer> columns = new HashMap<>();

  private HeaderIndex(List<String> headers) {
    this.lower = headers.stream().map(header -> header.toLowerCase(Locale.ROOT)).toList();
    IntStream.range(0, headers.size())
        .forEach(column -> columns.putIfAbsent(fold(headers.get(column)), column));
  }

  static HeaderIndex of(List<String> headers) {
    return new HeaderIndex(headers);
  }

  /** How many columns there are. */
  int size() {
    return lower.size();
  }

  /** The first column of that name. */
  Optional<Integer> column(String name) {
    if (!name.startsWith("[")) {
      return Optional.ofNullable(columns.get(fold(name)));
    }
    String property = name.toLowerCase(Locale.ROOT);
    return IntStream.range(0, lower.size())
        .filter(column -> lower.get(column).contains(property))
        .boxed()
        .findFirst();
  }

  /** {@code Employee #} is not {@code Employee}. */
  private static String fold(String header) {
    return CellText.fold(header.indexOf('#') < 0 ? header : header.replace("#", " number sign "));
  }
}
