package dev.rollcall.source.jdbc;

import dev.rollcall.security.H2Place;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.StoredCode;
import dev.rollcall.source.UnreadableSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** H2: files are opened so that nothing can be written; elsewhere what is written is undone. */
final class H2 implements Dialect {

  @Override
  public String url(JdbcAddress address) {
    JdbcAddress existing = address.withoutLogin().with("IFEXISTS", "TRUE");
    boolean file = address.h2().kind() == H2Place.Kind.FILE;
    return (file ? existing.with("ACCESS_MODE_DATA", "r") : existing).reveal();
  }

  @Override
  public Optional<String> storedCode(Connection connection) throws SQLException {
    return StoredCode.inSource(connection);
  }

  @Override
  public Map<String, String> properties(JdbcSettings settings) {
    if (settings.login().tls().effective().isPresent()) {
      throw new UnreadableSource(
          settings.name(), "tls: means nothing to H2", "remove it, or write jdbc:h2:ssl:");
    }
    return Dialect.withAddress(new HashMap<>(), settings.login());
  }
}
