package dev.rollcall.source;

import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks the header of a source, the same for all kinds of sources. */
public final class Headers {

  /** The most columns a source may have. */
  public static final int MOST = 1_000;

  private Headers() {}

  /**
   * The header as places show it: on one line each, without blank ones at the end.
   *
   * @param where the place of the header, for messages
   * @throws UnreadableSource where there is none, too much of it, one twice, or a person instead
   */
  public static List<String> checked(String where, List<String> cells) {
    List<String> headers = new ArrayList<>(cells.stream().map(Cells::oneLine).toList());
    while (!headers.isEmpty() && headers.get(headers.size() - 1).isEmpty()) {
      headers.remove(headers.size() - 1);
    }
    if (headers.isEmpty()) {
      throw new UnreadableSource(
          new Problem(
              where, "there is no header", "put the names of the columns in the first row"));
    }
    if (headers.size() > MOST) {
      throw new UnreadableSource(
          new Problem(where, "there are " + headers.size() + " columns", "keep to " + MOST));
    }
    headers.stream()
        .filter(Addresses::isReadable)
        .findFirst()
        .ifPresent(
            address -> {
              throw new UnreadableSource(
                  new Problem(
                      where,
                      "there is no header: this row has the address "
                          + Cells.quoted(address)
                          + ", so it is somebody's",
                      "put a row with the names of the columns above it"));
            });
    List<Problem> problems = repeated(where, headers);
    if (!problems.isEmpty()) {
      throw new UnreadableSource(problems);
    }
    return List.copyOf(headers);
  }

  private static List<Problem> repeated(String where, List<String> headers) {
    Map<String, Integer> seen = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      String header = headers.get(column);
      Integer first =
          header.isEmpty() ? null : seen.putIfAbsent(header.toLowerCase(Locale.ROOT), column);
      if (first != null) {
        problems.add(
            new Problem(
                where,
                "columns "
                    + (first + 1)
                    + " and "
                    + (column + 1)
                    + " are both called "
                    + Cells.quoted(header),
                "rename or remove one of them"));
      }
    }
    return problems;
  }
}
