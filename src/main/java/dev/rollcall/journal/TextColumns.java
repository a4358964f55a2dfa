package dev.rollcall.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Every column of the repository that holds text, Spring Batch's own included: what must not be
 * anywhere is looked for everywhere.
 */
final class TextColumns {

  /** An @ as it is, or escaped in one of the usual ways. */
  private static final String MAY_HOLD_AN_ADDRESS =
      "(POSITION('@' IN %1$s) > 0 OR POSITION('40' IN %1$s) > 0 OR POSITION('64;' IN %1$s) > 0)";

  private static final String COLUMNS =
      "SELECT c.TABLE_NAME AS t, c.COLUMN_NAME AS c FROM INFORMATION_SCHEMA.COLUMNS c"
          + " JOIN INFORMATION_SCHEMA.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA"
          + " AND t.TABLE_NAME = c.TABLE_NAME"
          + " WHERE UPPER(c.TABLE_SCHEMA) = 'ROLLCALL' AND UPPER(t.TABLE_TYPE) = 'BASE TABLE'"
          + " AND (UPPER(c.DATA_TYPE) LIKE 'CHARACTER%' OR UPPER(c.DATA_TYPE) = 'TEXT')"
          + " ORDER BY c.TABLE_NAME, c.COLUMN_NAME";

  private final RepositorySession session;

  TextColumns(RepositorySession session) {
    this.session = session;
  }

  /** A column by name; both are ours or Spring Batch's, never anybody's input. */
  private record TextColumn(String table, String name) {

    boolean isPlan() {
      return table.equalsIgnoreCase("plans");
    }

    boolean isBatch() {
      return table.toLowerCase(Locale.ROOT).startsWith("batch_");
    }

    /** Heads of plans may be longer than a database compares; they have a key. */
    String key() {
      return isPlan() ? "run" : name;
    }
  }

  /** How many different texts are meant, in tables other than these. */
  int count(Predicate<String> meant, Set<String> otherThan) throws SQLException {
    int count = 0;
    for (TextColumn column : columns(otherThan)) {
      count += texts(column, meant).size();
    }
    return count;
  }

  /** Rewrites those that are meant, wherever they are. */
  void rewrite(Predicate<String> meant, UnaryOperator<String> rewriting) throws SQLException {
    for (TextColumn column : columns(Set.of())) {
      for (Map.Entry<List<Object>, String> text : texts(column, meant).entrySet()) {
        write(column, text, rewriting);
      }
    }
  }

  private void write(
      TextColumn column, Map.Entry<List<Object>, String> text, UnaryOperator<String> rewriting)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    values.add(fitting(column, rewriting.apply(text.getValue()), text.getValue().length()));
    values.addAll(text.getKey());
    session.update(
        "UPDATE "
            + column.table()
            + " SET "
            + column.name()
            + " = ? WHERE "
            + column.key()
            + " = ?",
        values.toArray());
  }

  /** Columns of ours take any length; Spring Batch's messages are cut as it cuts them itself. */
  private static String fitting(TextColumn column, String text, int length) {
    boolean cut = column.isBatch() && text.length() > length;
    return cut ? text.substring(0, length) : text;
  }

  private Map<List<Object>, String> texts(TextColumn column, Predicate<String> meant)
      throws SQLException {
    Map<List<Object>, String> found = new LinkedHashMap<>();
    session.each(
        row -> {
          String text = row.getString("text");
          if (meant.test(text)) {
            found.put(List.of(row.getString("id")), text);
          }
        },
        "SELECT "
            + column.key()
            + " AS id, "
            + column.name()
            + " AS text FROM "
            + column.table()
            + " WHERE "
            + String.format(Locale.ROOT, MAY_HOLD_AN_ADDRESS, column.name()));
    return found;
  }

  private List<TextColumn> columns(Set<String> otherThan) throws SQLException {
    return session
        .list(row -> new TextColumn(row.getString("t"), row.getString("c")), COLUMNS)
        .stream()
        // Flyway's own table has quoted names, and says only what was made when.
        .filter(column -> !column.table().toLowerCase(Locale.ROOT).startsWith("flyway"))
        .filter(column -> !otherThan.contains(column.table().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
