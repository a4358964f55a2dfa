package dev.rollcall.source.columns;

import dev.rollcall.source.UnreadableSource;
import java.util.ArrayList;
import java.util.List;

/** The check of the header of a source, the same for all kinds of sources. */
public final class HeaderCheck {

  /** The most columns a source may have. */
  public static final int MOST = 1_000;

  private HeaderCheck() {}

  /**
   * The header as places show it: on one line each, without blank ones at the end.
   *
   * @param where the place of the header, for messages
   * @throws UnreadableSource where there is none, too much of it, or a person instead
   */
  public static List<String> checked(String where, List<String> cells) {
    List<String> headers = new ArrayList<>(cells.stream().map(CellText::oneLine).toList());
    while (!headers.isEmpty() && headers.get(headers.size() - 1).isEmpty()) {
      headers.remove(headers.size() - 1);
    }
    if (headers.isEmpty()) {
      throw new UnreadableSource(
          where, "there is no header", "put the names of the columns in the first row");
    }
    if (headers.size() > MOST) {
      throw new UnreadableSource(
          where, "there are " + headers.size() + " columns", "keep to " + MOST);
    }
    headers.stream()
        .filter(Addresses::isReadable)
        .findFirst()
        .ifPresent(
            address -> {
              throw new UnreadableSource(
                  where,
                  "there is no header: this row has the address "
                      + CellText.quoted(address)
                      + ", so it is somebody's",
                  "put a row with the names of the columns above it");
            });
    return List.copyOf(headers);
  }
}
