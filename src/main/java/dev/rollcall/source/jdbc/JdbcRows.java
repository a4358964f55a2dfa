package dev.rollcall.source.jdbc;

import dev.rollcall.model.Place;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.HeaderCheck;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query, one by one as the database sends them, counted from 1. */
final class JdbcRows implements Source.Rows {

  private final DatabaseSession session;
  private final Statement statement;
  private final ResultSet rows;
  private final Place place;
  private final CellReader[] readers;
  private final long begun;
  private final long patience;
  private final List<CellFlaw> flaws = new ArrayList<>();
  private int line;
  private boolean ended;
  private boolean closed;

  private JdbcRows(DatabaseSession session, Statement statement, ResultSet rows, long begun)
      throws SQLException {
    this.session = session;
    this.statement = statement;
    this.rows = rows;
    this.begun = begun;
    this.patience = session.settings().timeouts().query().toNanos();
    ResultSetMetaData columns = rows.getMetaData();
    this.place = place(columns);
    this.readers = new CellReader[columns.getColumnCount()];
    for (int column = 0; column < readers.length; column++) {
      readers[column] = CellReader.of(columns, column + 1);
    }
  }

  /** Asks the query; the session is closed with the rows. */
  static JdbcRows of(DatabaseSession session, String query) {
    long begun = System.nanoTime();
    ErrorTranslator trouble = session.trouble();
    try {
      Statement statement = session.statement();
      if (!statement.execute(query)) {
        throw trouble.unusable(
            "the query gives no rows but changes something, or nothing",
            "write one SELECT; a procedure must give its rows first (SET NOCOUNT ON)");
      }
      return new JdbcRows(session, statement, statement.getResultSet(), begun);
    } catch (SQLException e) {
      throw trouble.asking(e, query);
    }
  }

  private Place place(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      String label = columns.getColumnLabel(column);
      if (label == null || label.isBlank() || label.equals("?column?")) {
        throw session
            .trouble()
            .unusable("column " + column + " of the query has no name", "name it: … AS email");
      }
      labels.add(label);
    }
    if (labels.isEmpty()) {
      throw session.trouble().unusable("the query gives no columns", "name them after SELECT");
    }
    String name = session.settings().name();
    return new Place(name, Place.Style.ROW, HeaderCheck.checked(name, labels));
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  @Override
  public @Nullable Row next() {
    try {
      if (ended) {
        return null;
      }
      if (!rows.next()) {
        end();
        return null;
      }
      line++;
      if (System.nanoTime() - begun > patience) {
        throw session.trouble().tooSlow();
      }
      return row();
    } catch (SQLException e) {
      throw session.trouble().reading(e, line);
    }
  }

  private Row row() throws SQLException {
    flaws.clear();
    String[] cells = new String[readers.length];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = cell(column);
    }
    return new Row(line, List.of(cells), flaws);
  }

  private String cell(int column) throws SQLException {
    try {
      return readers[column].read(rows, column + 1, flaws);
    } catch (SQLException e) {
      if (rows.isClosed() || session.trouble().isAboutTheConnection(e)) {
        throw e;
      }
      flaws.add(
          new CellFlaw(
              column,
              "cannot be read: " + session.trouble().words(e),
              "convert it to a text in the query"));
      return "";
    }
  }

  private void end() throws SQLException {
    ended = true;
    if (line == 0) {
      throw session
          .trouble()
          .unusable(
              "reads nothing: the query gives columns and no row",
              "run it by hand as the same user: an empty roster never means to remove all");
    }
    if (statement.getMoreResults()) {
      throw session
          .trouble()
          .unusable("the query gives several tables", "keep one SELECT, or join them by UNION");
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!ended) {
        session.interrupt(statement);
      }
      statement.close();
    } catch (SQLException e) {
      // It goes with its connection.
    } finally {
      session.close();
    }
  }
}
