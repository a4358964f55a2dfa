package dev.rollcall.source.mapping;

import dev.rollcall.source.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** Rows without flaws in little memory, in the order in which they were added. */
final class PackedRows implements Iterable<Row> {

  private final PackedBytes bytes = new PackedBytes();
  private final LongStream.Builder starts = LongStream.builder();

  void add(Row row) {
    bytes.begin();
    bytes.putNumber(row.line());
    bytes.putNumber(row.cells().size());
    row.cells().forEach(bytes::putText);
    starts.add(bytes.end());
  }

  /** Goes through them once. */
  @Override
  public Iterator<Row> iterator() {
    return starts.build().mapToObj(start -> row(bytes.at(start))).iterator();
  }

  private static Row row(PackedBytes.Reading reading) {
    int line = reading.number();
    int count = reading.number();
    List<String> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(reading.text(""));
    }
    return new Row(line, cells);
  }
}
