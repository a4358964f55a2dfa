package dev.rollcall.source.columns;

import dev.rollcall.source.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Columns with passwords, as templates for new accounts have them. They are nobody's attribute, and
 * are blank in what is handed back.
 */
public final class SecretColumns {

  private static final Set<String> USUAL =
      Set.of("password", "initialpassword", "temporarypassword", "passwordrequired");

  private final int[] columns;

  /** Those of a source with these headers, recognised as a layout or not. */
  public SecretColumns(List<String> headers, Optional<KnownLayout> layout) {
    this.columns =
        IntStream.range(0, headers.size())
            .filter(
                column ->
                    USUAL.contains(CellText.fold(headers.get(column)))
                        || layout.filter(known -> known.hides(headers.get(column))).isPresent())
            .toArray();
  }

  public boolean contains(int column) {
    return IntStream.of(columns).anyMatch(secret -> secret == column);
  }

  public boolean areNone() {
    return columns.length == 0;
  }

  /** A row whose cells have moved: a password may stand in any that is no address. */
  public Row withoutAnywhere(Row row) {
    if (areNone()) {
      return row;
    }
    List<String> cells =
        row.cells().stream().map(cell -> Addresses.isReadable(cell) ? cell : "").toList();
    return new Row(row.line(), cells, row.flaws());
  }

  /** The row with those cells blank. */
  public Row without(Row row) {
    if (areNone()) {
      return row;
    }
    List<String> cells = new ArrayList<>(row.cells());
    IntStream.of(columns)
        .filter(column -> column < cells.size())
        .forEach(column -> cells.set(column, ""));
    return new Row(row.line(), cells, row.flaws());
  }
}
