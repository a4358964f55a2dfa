package dev.rollcall.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The lines of a state file: each is a JSON array of changed rows. */
final class StateLines {
  private final BufferedReader reader;
  private final Path file;
  private JsonNode transaction;
  private long goodBytes;
  private int number;

  StateLines(BufferedReader reader, Path file) {
    this.reader = reader;
    this.file = file;
  }

  static String write(List<Store.Change> changes) {
    return Json.write(
        changes.stream()
            .map(change -> entry(change.table(), change.key(), change.row().orElse(null)))
            .toList());
  }

  static String write(String table, String key, Row row) {
    return Json.write(List.of(entry(table, key, row)));
  }

  void header(String wanted) throws IOException {
    String line = reader.readLine();
    if (!wanted.equals(line)) {
      throw new SandboxException(file + ": is not a state file of this sandbox (line 1)");
    }
    count(line);
  }

  /** Moves to the next complete line; a torn one can only be the last and ends the file. */
  boolean next() throws IOException {
    String line = reader.readLine();
    if (line == null) {
      return false;
    }
    try {
      transaction = Json.MAPPER.readTree(line);
    } catch (JacksonException e) {
      if (reader.readLine() != null) {
        throw new SandboxException(file + ": line " + (number + 1) + " is damaged", e);
      }
      return false;
    }
    count(line);
    return true;
  }

  /** Applies the line to the store and tells how many rows it changed. */
  int apply(Store store) {
    for (JsonNode change : transaction) {
      String name = change.path("table").asString("");
      Table<?> table =
          store.tables().stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new SandboxException(
                          file + ": line " + number + ": no table '" + name + "'"));
      set(table, change);
    }
    return transaction.size();
  }

  /** Where the last complete line ended. */
  long goodBytes() {
    return goodBytes;
  }

  private static Object entry(String table, String key, Object row) {
    return Json.object("table", table, "key", key, "row", row);
  }

  private static <R extends Row> void set(Table<R> table, JsonNode change) {
    JsonNode row = change.path("row");
    table.set(
        change.path("key").asString(),
        row.isNull() ? Optional.empty() : Optional.of(Json.MAPPER.treeToValue(row, table.type())));
  }

  private void count(String line) {
    number++;
    goodBytes += line.getBytes(StandardCharsets.UTF_8).length + 1L;
  }
}
