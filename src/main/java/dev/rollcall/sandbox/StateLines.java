package dev.rollcall.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The lines of a state file: each is a JSON array of changed rows, applied whole or not at all. */
final class StateLines {

  /** A change that was read and waits for the rest of its line. */
  private interface Ready {
    void apply();
  }

  private final BufferedReader reader;
  private final Path file;
  private final Map<String, Table<?>> tables;
  private long goodBytes;
  private int number;

  StateLines(BufferedReader reader, Path file, Store store) {
    this.reader = reader;
    this.file = file;
    this.tables =
        store.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
  }

  static String write(List<Store.Change> changes) {
    return SandboxJson.write(
        changes.stream()
            .map(change -> entry(change.table(), change.key(), change.row().orElse(null)))
            .toList());
  }

  static String write(String table, String key, StoredRow row) {
    return SandboxJson.write(List.of(entry(table, key, row)));
  }

  void header(String wanted) throws IOException {
    String line = reader.readLine();
    if (!wanted.equals(line)) {
      throw new SandboxException(file + ": is not a state file of this sandbox (line 1)");
    }
    count(line);
  }

  /**
   * Applies the next line and tells how many rows it changed; 0 at the end. A torn line can only be
   * the last and ends the file.
   */
  int next() throws IOException {
    String line = reader.readLine();
    if (line == null) {
      return 0;
    }
    List<Ready> changes = new ArrayList<>();
    try (JsonParser parser = SandboxJson.mapper().createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        changes.add(read(parser));
      }
    } catch (JacksonException e) {
      if (reader.readLine() != null) {
        throw new SandboxException(file + ": line " + (number + 1) + " is damaged", e);
      }
      return 0;
    }
    changes.forEach(Ready::apply);
    count(line);
    return changes.size();
  }

  /** Where the last complete line ended. */
  long goodBytes() {
    return goodBytes;
  }

  private static Object entry(String table, String key, @Nullable Object row) {
    return SandboxJson.object("table", table, "key", key, "row", row);
  }

  /** Reads one change, whose fields are in the order in which {@link #entry} writes them. */
  private Ready read(JsonParser parser) {
    parser.nextName();
    String name = parser.nextStringValue();
    Table<?> table = tables.get(name);
    if (table == null) {
      throw new SandboxException(file + ": line " + (number + 1) + ": no table '" + name + "'");
    }
    parser.nextName();
    return read(table, parser.nextStringValue(), parser);
  }

  private static <R extends StoredRow> Ready read(Table<R> table, String key, JsonParser parser) {
    parser.nextName();
    boolean removed = parser.nextToken() == JsonToken.VALUE_NULL;
    Optional<R> row = removed ? Optional.empty() : Optional.of(parser.readValueAs(table.type()));
    parser.nextToken();
    return () -> table.set(key, row);
  }

  private void count(String line) {
    number++;
    goodBytes += line.getBytes(StandardCharsets.UTF_8).length + 1L;
  }
}
