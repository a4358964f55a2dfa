package dev.rollcall.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.testing.Given;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @TempDir static Path built;
  @TempDir Path folder;

  @BeforeAll
  static void build() throws IOException {
    Path classes = Files.createDirectories(built.resolve("classes"));
    Path code = Files.writeString(built.resolve("TinyDriver.java"), DRIVER);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), code.toString());
    assertThat(result).isZero();
    Path jar = built.resolve("tiny.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("META-INF/services/java.sql.Driver"));
      entries.write("tiny.TinyDriver".getBytes(StandardCharsets.UTF_8));
      entries.putNextEntry(new JarEntry("tiny/TinyDriver.class"));
      entries.write(Files.readAllBytes(classes.resolve("tiny/TinyDriver.class")));
    }
  }

  @BeforeEach
  void copyJar() throws IOException {
    Files.copy(
        built.resolve("tiny.jar"),
        Files.createDirectories(folder.resolve("drivers")).resolve("tiny.jar"));
  }

  private JdbcSource source(String url, String magic) {
    Login login = Given.login(url);
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

  @ParameterizedTest
  @CsvSource({
    "drivers, rwxrwxrwx, chmod o-w",
    "drivers/tiny.jar, rw-r--rw-, chmod o-w",
    "., rwxrwxrwx, chmod o-w",
  })
  void takesNoDriverThatOthersCouldHaveWritten(String file, String mode, String remedy)
      throws IOException {
    Path open = folder.resolve(file).normalize();
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(mode));

    assertThat(message("jdbc:tiny:people", "word"))
        .isEqualTo(
            "hr: no driver is taken from %s: anybody can write %s; %s %s"
                .formatted(folder.resolve("drivers"), open, remedy, open));
  }

  @Test
  void takesNoneOfAnotherGroup() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("unix"));
    assumeTrue("root".equals(System.getProperty("user.name")));
    Path jar = folder.resolve("drivers/tiny.jar");
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
    Files.setAttribute(jar, "unix:gid", 4242);

    assertThat(message("jdbc:tiny:people", "word")).contains("another group can write " + jar);

    Files.setAttribute(jar, "unix:uid", 4242);

    assertThat(message("jdbc:tiny:people", "word")).contains(jar + " belongs to another user");
  }

  @Test
  void looksAtWhereALinkLeads() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path jar = Files.move(folder.resolve("drivers/tiny.jar"), elsewhere.resolve("any.jar"));
    Files.createSymbolicLink(folder.resolve("drivers/tiny.jar"), jar);
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(message("jdbc:tiny:people", "word")).contains("anybody can write " + elsewhere);
  }

  @Test
  void asksNoFolderWhereADriverOnBoardReads() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("drivers"), PosixFilePermissions.fromString("rwxrwxrwx"));
    Login h2 = Given.login("jdbc:h2:file:" + folder.resolve("none"));

    assertThat(refusal(h2, FurtherDrivers.spare(folder.resolve("drivers"))))
        .contains("there is no such database");
    assertThat(refusal(h2, FurtherDrivers.spare(folder.resolve("gone"))))
        .contains("there is no such database");
    assertThat(refusal(h2, FurtherDrivers.named(folder.resolve("drivers"))))
        .contains("anybody can write");
    assertThat(refusal(h2, FurtherDrivers.named(folder.resolve("gone"))))
        .contains("the folder of drivers " + folder.resolve("gone") + " does not exist");
  }

  @Test
  void tellsADriverNothingThatLoadsCode() {
    assertThat(message("jdbc:tiny:people?socketFactory=x", "word"))
        .isEqualTo(
            "hr: the setting socketFactory is not permitted here: it loads code; leave it out");
    assertThat(
            refusal(
                Given.login("jdbc:h2:file:" + folder.resolve("x") + ";INIT=CALL 1"),
                FurtherDrivers.named(folder.resolve("drivers"))))
        .contains("the setting INIT is not permitted here");
    assertThat(
            refusal(
                Given.login("jdbc:postgresql://127.0.0.1:1/x?service=other"),
                FurtherDrivers.named(folder.resolve("drivers"))))
        .contains("the setting service is not permitted here");
  }

  private static String refusal(Login login, FurtherDrivers drivers) {
    return JdbcSourceTest.refusal(
        new JdbcSettings("hr", login, Query.of("SELECT 1"), Timeouts.USUAL, drivers));
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
