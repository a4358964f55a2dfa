package dev.rollcall.source.jdbc;

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
import java.time.format.DateTimeFormatter;
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
      case Types.DATE -> CellReader::date;
      case Types.TIMESTAMP_WITH_TIMEZONE, SQL_SERVER_OFFSET -> CellReader::moment;
      case Types.TIMESTAMP -> name.equals("timestamptz") ? CellReader::moment : CellReader::time;
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

  private static String date(ResultSet row, int column, List<CellFlaw> flaws) throws SQLException {
    return inTime(row, column, LocalDate.class, Plain::date);
  }

  private static String time(ResultSet row, int column, List<CellFlaw> flaws) throws SQLException {
    return inTime(row, column, LocalDateTime.class, Plain::time);
  }

  private static String moment(ResultSet row, int column, List<CellFlaw> flaws)
      throws SQLException {
    return inTime(row, column, OffsetDateTime.class, Plain::moment);
  }

  /** Some databases keep dates that are none, such as 2026-00-00: these are left as they stand. */
  private static <T> String inTime(
      ResultSet row, int column, Class<T> type, Function<T, String> written) throws SQLException {
    T value;
    try {
      value = row.getObject(column, type);
    } catch (DateTimeException | SQLDataException e) {
      String kept = row.getString(column);
      return kept == null ? "" : kept;
    }
    return value == null ? "" : written.apply(value);
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

    static String date(LocalDate date) {
      if (date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN)) {
        return endless(date.equals(LocalDate.MAX));
      }
      return date.toString();
    }

    static String time(LocalDateTime time) {
      if (time.equals(LocalDateTime.MAX) || time.equals(LocalDateTime.MIN)) {
        return endless(time.equals(LocalDateTime.MAX));
      }
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    static String moment(OffsetDateTime moment) {
      if (moment.equals(OffsetDateTime.MAX) || moment.equals(OffsetDateTime.MIN)) {
        return endless(moment.equals(OffsetDateTime.MAX));
      }
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private static String endless(boolean future) {
      return future ? "infinity" : "-infinity";
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
