package dev.rollcall.source.jdbc;

import dev.rollcall.source.Source;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A roster that a query gives. Each time it is opened it connects, asks, and reads while the
 * database sends; nothing is ever written, and whatever was is undone.
 */
public final class JdbcSource implements Source {

  /**
   * What drivers have to say reaches users as our own message; held, or they would be forgotten.
   */
  private static final List<Logger> SILENCED =
      List.of(Logger.getLogger("org.postgresql"), Logger.getLogger("com.microsoft.sqlserver.jdbc"));

  static {
    SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final JdbcSettings settings;

  /** A source that asks anew each time it is opened. */
  public JdbcSource(JdbcSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Rows open() {
    String query = settings.query().text(settings.name());
    DatabaseSession session = DatabaseSession.open(settings);
    try {
      return JdbcRows.of(session, query);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }
}
