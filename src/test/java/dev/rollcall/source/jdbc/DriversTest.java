package dev.rollcall.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A driver that only a jar in a folder holds. */
class DriversTest {

  /** Hands over to the driver of H2, except where it is to hang. */
  private static final String DRIVER =
      """
      package tiny;
      import java.lang.reflect.Proxy;
      import java.sql.*;
      import java.util.*;
      public class TinyDriver implements Driver {
        public Connection connect(String url, Properties given) throws SQLException {
          if (url.endsWith("hang")) {
            try { Thread.sleep(60_000); } catch (InterruptedException e) { }
          }
          if (!given.getProperty("magic", "").equals("word")) {
            throw new SQLException("wrong magic " + given + " at " + url, "28000");
          }
          return (Connection) proxy(Connection.class, Map.of(
              "createStatement", proxy(Statement.class, Map.of(
                  "execute", true,
                  "getMoreResults", false,
                  "getResultSet", rows())),
              "isValid", true, "getAutoCommit", true, "isReadOnly", false,
              "getTransactionIsolation", 2, "getNetworkTimeout", 0));
        }
        private static Object rows() {
          boolean[] given = new boolean[1];
          Object columns = proxy(ResultSetMetaData.class, Map.of(
              "getColumnCount", 1, "getColumnLabel", "email", "getColumnType", 12));
          return Proxy.newProxyInstance(TinyDriver.class.getClassLoader(),
              new Class<?>[] {ResultSet.class}, (self, method, args) -> switch (method.getName()) {
                case "next" -> !given[0] && (given[0] = true);
                case "getString" -> "ana@example.com";
                case "getMetaData" -> columns;
                case "isClosed" -> false;
                default -> null;
              });
        }
        private static Object proxy(Class<?> type, Map<String, Object> answers) {
          return Proxy.newProxyInstance(TinyDriver.class.getClassLoader(),
              new Class<?>[] {type}, (self, method, args) -> {
                Object answer = answers.get(method.getName());
                return answer != null ? answer
                    : method.getReturnType() == boolean.class ? (Object) false
                    : method.getReturnType() == int.class ? (Object) 0 : null;
              });
        }
        public boolean acceptsURL(String url) { return url.startsWith("jdbc:tiny:"); }
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties given) { return null; }
        public int getMajorVersion() { return 1; }
        public int getMinorVersion() { return 0; }
        public boolean jdbcCompliant() { return false; }
        public java.util.logging.Logger getParentLogger() { return null; }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void buildJar() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path code = Files.writeString(folder.resolve("TinyDriver.java"), DRIVER);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), code.toString());
    assertThat(result).isZero();
    Path jar = Files.createDirectories(folder.resolve("drivers")).resolve("tiny.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("META-INF/services/java.sql.Driver"));
      entries.write("tiny.TinyDriver".getBytes(StandardCharsets.UTF_8));
      entries.putNextEntry(new JarEntry("tiny/TinyDriver.class"));
      entries.write(Files.readAllBytes(classes.resolve("tiny/TinyDriver.class")));
    }
  }

  private JdbcSource source(String url, String magic) {
    Login login = Login.to(url);
    return new JdbcSource(
        new JdbcSettings(
            "hr",
            new Login(
                login.address(),
                login.username(),
                login.password(),
                login.tls(),
                java.util.Map.of("magic", magic, "secretThing", "hush-word")),
            Query.of("SELECT 1"),
            new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(9)),
            FurtherDrivers.spare(folder.resolve("drivers"))));
  }

  @Test
  void readsByTheDriverInTheFolder() {
    try (Source.Rows rows = source("jdbc:tiny:people", "word").open()) {
      Row row = rows.next();

      assertThat(row.cells()).containsExactly("ana@example.com");
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void tellsNoSecretThatADriverTells() {
    assertThat(message("jdbc:tiny:people;password=hush-too", "wrong"))
        .startsWith("hr: cannot connect to the database tiny:people: it refuses the user")
        .contains("wrong magic")
        .doesNotContain("hush");
  }

  @Test
  @Timeout(20)
  void givesUpADriverThatHangs() {
    assertThat(message("jdbc:tiny:hang", "word")).contains("it does not answer within 1s");
  }

  private String message(String url, String magic) {
    return catchThrowableOfType(UnreadableSource.class, () -> source(url, magic).open())
        .getMessage();
  }
}
