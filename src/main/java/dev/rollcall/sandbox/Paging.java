package dev.rollcall.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts lists into pages the way each family of endpoints does. */
final class Paging {
  private static final int MAX_SIZE = 100;

  private Paging() {}

  /** {@code page[number]} and {@code page[size]}; an envelope with the total and the page. */
  static <T> Answer bracketed(ApiCall call, List<T> rows, Function<T, ?> shape) {
    int number = number(call, "page[number]", 1);
    int size = Math.min(number(call, "page[size]", MAX_SIZE), MAX_SIZE);
    return Answer.json(
        SandboxJson.object(
            "data", cut(rows, number, size).stream().map(shape).toList(),
            "total", rows.size(),
            "page", SandboxJson.object("number", number, "size", size)));
  }

  /** {@code page} and {@code per_page}; a bare array. */
  static <T> Answer classic(ApiCall call, List<T> rows, Function<T, ?> shape) {
    int number = number(call, "page", 1);
    int size = Math.min(number(call, "per_page", MAX_SIZE), MAX_SIZE);
    return Answer.json(cut(rows, number, size).stream().map(shape).toList());
  }

  /** {@code page[size]} rows behind the one whose id is {@code page[after]}. */
  static List<StoredRow.Log> behind(ApiCall call, List<StoredRow.Log> rows) {
    int size = Math.min(number(call, "page[size]", MAX_SIZE), MAX_SIZE);
    Optional<String> after = call.parameter("page[after]");
    int start = 0;
    if (after.isPresent()) {
      List<String> ids = rows.stream().map(row -> Long.toString(row.id())).toList();
      int at = ids.indexOf(after.get());
      start = at < 0 ? rows.size() : at + 1;
    }
    return rows.subList(start, Math.min(rows.size(), start + size));
  }

  private static <T> List<T> cut(List<T> rows, int number, int size) {
    long start = Math.min(rows.size(), (number - 1L) * size);
    return rows.subList((int) start, (int) Math.min(rows.size(), start + size));
  }

  private static int number(ApiCall call, String name, int standard) {
    try {
      return call.parameter(name).map(Integer::parseInt).filter(n -> n > 0).orElse(standard);
    } catch (NumberFormatException e) {
      return standard;
    }
  }
}
