package dev.rollcall.source.jdbc;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import dev.rollcall.source.CellFlaw;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * How the values of one column become texts: as people write them, the same whatever the database.
 */
@FunctionalInterface
interface CellReader {

  /** More characters than anybody writes into a cell. */
  int LONGEST = 1_000_000;

  /** Times without an offset. */
  CellReader TIME = new InTime<>(LocalDateTime.MIN, LocalDateTime.MAX, ISO_LOCAL_DATE_TIME::format);

  /** Times with their offset. */
  CellReader MOMENT =
      new InTime<>(OffsetDateTime.MIN, OffsetDateTime.MAX, ISO_OFFSET_DATE_TIME::format);

  /** SQL Server's type of a time with its offset. */
  int SQL_SERVER_OFFSET = -155;

  /**
   * The text of a value; empty for NULL.
   *
   * @param column from 1
   * @param flaws takes what is wrong with the value
   */
  String read(ResultSet row, int column, List<CellFlaw> flaws) throws SQLException;

  /** The reader for a column of a result. */
  static CellReader of(ResultSetMetaData columns, int column) throws SQLException {
    String type = columns.getColumnTypeName(column);
    String name = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (name.equals("uuid") || name.equals("year")) {
      return CellReader::text;
    }
    return switch (columns.getColumnType(column)) {
      case Types.BIT, Types.BOOLEAN ->
          columns.getPrecision(column) > 1 ? CellReader::text : CellReader::truth;
      case Types.DECIMAL, Types.NUMERIC -> CellReader::number;
      case Types.DOUBLE, Types.FLOAT, Types.REAL -> CellReader::floating;
      case Types.DATE -> new InTime<>(LocalDate.MIN, LocalDate.MAX, LocalDate::toString);
      case Types.TIMESTAMP_WITH_TIMEZONE, SQL_SERVER_OFFSET -> MOMENT;
      case Types.TIMESTAMP -> name.equals("timestamptz") ? MOMENT : TIME;
      case Types.ARRAY -> CellReader::items;
      case Types.CLOB, Types.NCLOB -> CellReader::longText;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> CellReader::binary;
      default -> CellReader::text;
    };
  }

  private static String text(ResultSet row, int column, List<CellFlaw> flaws) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : limited(text, column, flaws);
  }

  private static String limited(String text, int column, List<CellFlaw> flaws) {
    if (text.length() <= LONGEST) {
      return text;
    }
    flaws.add(
        new CellFlaw(
            column - 1,
            "has more than " + LONGEST + " characters",
            "shorten it in the query, e.g. left(…, 1000), or leave the column out"));
    return "";
  }

  private static String truth(ResultSet row, int column, List<CellFlaw> flaws) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? "" : value ? "TRUE" : "FALSE";
  }

  private static String number(ResultSet row, int column, List<CellFlaw> flaws)
      throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : Plain.number(text);
  }

  private static String floating(ResultSet row, int column, List<CellFlaw> flaws)
      throws SQLException {
    String text = number(row, column, flaws);
    // That it is no whole number is Java's addition.
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String longText(ResultSet row, int column, List<CellFlaw> flaws)
      throws SQLException {
    Clob clob = row.getClob(column);
    if (clob == null) {
      return "";
    }
    char[] buffer = new char[8192];
    StringBuilder text = new StringBuilder();
    try (Reader reader = clob.getCharacterStream()) {
      int count = reader.read(buffer);
      while (count > 0 && text.length() <= LONGEST) {
        text.append(buffer, 0, count);
        count = reader.read(buffer);
      }
    } catch (IOException e) {
      throw new SQLException(e);
    } finally {
      clob.free();
    }
    return limited(text.toString(), column, flaws);
  }

  private static String binary(ResultSet row, int column, List<CellFlaw> flaws)
      throws SQLException {
    // Asked for as a stream it would have to be read; a value is there or not all the same.
    row.getBytes(column);
    if (!row.wasNull()) {
      flaws.add(
          new CellFlaw(
              column - 1,
              "holds bytes, which are no text",
              "convert it in the query, or leave the column out"));
    }
    return "";
  }

  private static String items(ResultSet row, int column, List<CellFlaw> flaws) throws SQLException {
    Array array = row.getArray(column);
    if (array == null) {
      return "";
    }
    StringJoiner items = new StringJoiner("; ");
    try {
      Plain.items((Object[]) array.getArray(), items, column, flaws);
    } finally {
      array.free();
    }
    return limited(items.toString(), column, flaws);
  }

  /** Days and times; some databases know a first and a last one, which stand for no end. */
  record InTime<T>(T first, T last, Function<T, String> written) implements CellReader {

    /**
     * Some databases keep dates that are none, such as 2026-00-00: these are left as they stand.
     */
    @Override
    @SuppressWarnings("unchecked")
    public String read(ResultSet row, int column, List<CellFlaw> flaws) throws SQLException {
      T value;
      try {
        value = row.getObject(column, (Class<T>) last.getClass());
      } catch (DateTimeException | SQLDataException e) {
        String kept = row.getString(column);
        return kept == null ? "" : kept;
      }
      if (value == null) {
        return "";
      }
      return value.equals(last)
          ? "infinity"
          : value.equals(first) ? "-infinity" : written.apply(value);
    }
  }

  /** Texts of single values. */
  final class Plain {

    /** Beyond it a number written out is longer than anybody reads. */
    private static final int MOST_ZEROS = 400;

    private Plain() {}

    /** As the database prints it, but never with an exponent. */
    static String number(String text) {
      if (text.indexOf('e') < 0 && text.indexOf('E') < 0) {
        return text;
      }
      try {
        BigDecimal number = new BigDecimal(text);
        return Math.abs((long) number.scale()) > MOST_ZEROS ? text : number.toPlainString();
      } catch (NumberFormatException e) {
        return text;
      }
    }

    /** Items, those of arrays within arrays too; what would split an item is a flaw. */
    static void items(Object[] array, StringJoiner items, int column, List<CellFlaw> flaws) {
      for (Object item : array) {
        if (item instanceof Object[] nested) {
          items(nested, items, column, flaws);
        } else if (item != null) {
          String text = item(item);
          if (text.indexOf(';') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            flaws.add(
                new CellFlaw(
                    column - 1,
                    "has an item with a semicolon or a line break, which separate items",
                    "replace them in the query"));
          }
          items.add(text);
        }
      }
    }

    private static String item(Object item) {
      if (item instanceof Boolean truth) {
        return truth ? "TRUE" : "FALSE";
      }
      return item instanceof BigDecimal number ? number.toPlainString() : item.toString();
    }
  }
}
