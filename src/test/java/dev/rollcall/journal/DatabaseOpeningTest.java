package dev.rollcall.journal;

import static dev.rollcall.testing.TestingRepository.NOW;
import static dev.rollcall.testing.TestingRepository.clock;
import static dev.rollcall.testing.TestingRepository.id;
import static dev.rollcall.testing.TestingRepository.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.testing.TestingRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways of opening a repository in a file, and what messages say. */
class DatabaseOpeningTest {

  @TempDir Path folder;

  private RepositorySettings settings() {
    return RepositorySettings.of("jdbc:h2:file:" + folder.resolve("deep/er/runs").toAbsolutePath());
  }

  private Path note() {
    return folder.resolve("deep/er/holder.json");
  }

  @Test
  void makesItsFoldersAndFile() {
    TestingRepository.at(settings()).close();

    assertThat(settings().databaseFile()).exists();
  }

  @Test
  void showsSpringBatchItsTables() throws SQLException {
    try (TestingRepository repository = TestingRepository.at(settings());
        Connection connection = repository.repository().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("SELECT * FROM BATCH_JOB_INSTANCE").next()).isFalse();
      assertThat(statement.executeQuery("SELECT NEXT VALUE FOR BATCH_JOB_INSTANCE_SEQ").next())
          .isTrue();
    }
  }

  @Test
  void makesItsTablesOnce() throws SQLException {
    TestingRepository.at(settings()).close();
    TestingRepository.at(settings()).close();

    try (TestingRepository repository = TestingRepository.at(settings());
        Connection connection = repository.repository().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL"
                    + " ORDER BY \"installed_rank\"")) {
      List<String> versions = new ArrayList<>();
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
      assertThat(versions).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }
  }

  @Test
  void losesNothingThatWasAcknowledged() throws SQLException {
    try (TestingRepository repository = TestingRepository.at(settings());
        Connection connection = repository.repository().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet setting =
            statement.executeQuery(
                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                    + " WHERE SETTING_NAME = 'WRITE_DELAY'")) {
      assertThat(setting.next()).isTrue();
      assertThat(setting.getString(1)).isEqualTo("0");
    }
  }

  @Test
  void notesTheHolderBesideItAndTakesTheNoteAway() throws IOException {
    try (TestingRepository repository = TestingRepository.at(settings())) {
      assertThat(Holder.read(note()).orElseThrow().run()).isEmpty();
      repository.repository().leases().acquire("example.com/1", id(1));

      Holder holder = Holder.read(note()).orElseThrow();
      assertThat(holder.run()).isEqualTo(id(1).value());
      assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(holder.since()).isEqualTo(NOW);
    }

    assertThat(note()).doesNotExist();
  }

  @Test
  void overwritesTheNoteOfADeadHolder() throws IOException {
    Files.createDirectories(note().getParent());
    Files.writeString(note(), "{\"run\": \"torn");

    try (TestingRepository repository = TestingRepository.at(settings())) {
      assertThat(repository).isNotNull();
      assertThat(Holder.read(note()).orElseThrow().pid()).isEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void refusesASecondRunOfOneProcessOverASecondOpening() {
    try (TestingRepository first = TestingRepository.at(settings());
        TestingRepository second = TestingRepository.at(settings())) {
      first.repository().leases().acquire("example.com/1", id(1));

      assertThatExceptionOfType(TenantBusy.class)
          .isThrownBy(() -> second.repository().leases().acquire("example.com/1", id(2)))
          .withMessageContaining(id(1).value());
    }
  }

  @Test
  void freesTheLeasesOfWhoeverDidNotReturnThem() {
    TestingRepository first = TestingRepository.at(settings());
    first.repository().leases().acquire("example.com/1", id(1));
    first.close();

    try (TestingRepository second = TestingRepository.at(settings())) {
      second.repository().leases().acquire("example.com/1", id(2)).close();
    }
  }

  @Test
  void isReadWhereItExists() {
    try (TestingRepository repository = TestingRepository.at(settings())) {
      repository.journal().begin(record(1, "nightly", "example.com/1"));
    }

    try (Repository existing = Repository.openExisting(settings(), clock()).orElseThrow()) {
      assertThat(existing.journal().run(id(1))).isPresent();
      assertThatExceptionOfType(TenantBusy.class)
          .isThrownBy(() -> existing.leases().acquire("example.com/1", id(2)));
      assertThatExceptionOfType(RepositoryUnavailable.class)
          .isThrownBy(() -> existing.journal().begin(record(2, "nightly", "example.com/1")));
    }
  }

  /** As the process left the file that was killed while it made it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2 * 4096, 3 * 4096})
  void isNotThereWhileItsFileIsBarelyBegun(int length) throws IOException {
    Path file = settings().databaseFile();
    Files.createDirectories(file.getParent());
    Properties user = new Properties();
    user.setProperty("user", "rollcall");
    try (Connection made = DriverManager.getConnection(settings().url(), user)) {
      assertThat(made.isValid(1)).isTrue();
      Files.write(folder.resolve("begun"), Arrays.copyOf(Files.readAllBytes(file), length));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Files.move(folder.resolve("begun"), file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(Repository.openExisting(settings(), clock())).isEmpty();
    TestingRepository.at(settings()).close();
    Repository.openExisting(settings(), clock()).orElseThrow().close();
  }

  @Test
  void takesAWriteDelayForReadingToo() {
    RepositorySettings patient = RepositorySettings.of(settings().url() + ";write_delay=100");
    TestingRepository.at(patient).close();

    Repository.openExisting(patient, clock()).orElseThrow().close();
  }

  @Test
  void takesUserAndPasswordFromTheUrl() {
    RepositorySettings named =
        RepositorySettings.of(settings().url() + ";USER=keeper;PASSWORD=tulip");
    TestingRepository.at(named).close();

    Repository.openExisting(named, clock()).orElseThrow().close();
    assertThatExceptionOfType(RepositoryUnavailable.class)
        .isThrownBy(() -> TestingRepository.at(settings()))
        .withMessageContaining("it refuses the user or the password; correct them in its address");
  }

  @Test
  void saysWhatIsNoDatabase() throws IOException {
    Files.createDirectories(settings().databaseFile().getParent());
    Files.writeString(settings().databaseFile(), "no database ".repeat(2000));

    assertThatExceptionOfType(RepositoryUnavailable.class)
        .isThrownBy(() -> TestingRepository.at(settings()))
        .withMessageContaining(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {";LOCK_TIMEOUT=-1", ";CIPHER=AES"})
  void quotesNoPasswordWhereItCannotBeOpened(String setting) {
    TestingRepository.at(settings()).close();
    RepositorySettings wrong =
        RepositorySettings.of(settings().url() + ";USER=keeper;PASSWORD=tulip crocus" + setting);

    assertThatExceptionOfType(RepositoryUnavailable.class)
        .isThrownBy(() -> Repository.open(wrong, clock()))
        .withMessageContaining(folder.toString())
        .satisfies(
            error -> {
              StringWriter log = new StringWriter();
              error.printStackTrace(new PrintWriter(log));
              assertThat(log.toString()).doesNotContain("tulip");
            });
  }

  @Test
  void saysWhichServerIsUnreachableAndNoPassword() {
    RepositorySettings nowhere =
        RepositorySettings.of(
            "jdbc:postgresql://127.0.0.1:1/rollcall?password=tulip&connectTimeout=2"
                + "&user=keeper&sslpassword=crocus");

    assertThatExceptionOfType(RepositoryUnavailable.class)
        .isThrownBy(() -> Repository.open(nowhere, clock()))
        .withMessageContaining("127.0.0.1:1")
        .satisfies(
            error ->
                assertThat(error.getMessage()).doesNotContain("tulip").doesNotContain("crocus"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:tcp://localhost/runs",
        "jdbc:mysql://localhost/runs",
        "runs",
        "",
        "jdbc:h2:file:./runs;AUTO_SERVER=TRUE",
        "jdbc:h2:file:./runs; auto_server = true"
      })
  void refusesUrlsThatCannotKeepARepository(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> RepositorySettings.of(url));
  }

  @Test
  void showsNoSecretOfItsUrl() {
    assertThat(
            RepositorySettings.of(
                "jdbc:postgresql://db/rollcall?password=crocus&user=keeper&sslpassword=iris"))
        .hasToString("jdbc:postgresql://db/rollcall");
    assertThat(RepositorySettings.of("jdbc:h2:file:/runs;PASSWORD=tulip"))
        .hasToString("jdbc:h2:file:/runs");
    assertThat(
            RepositorySettings.problem("", JdbcAddress.of("jdbc:mysql://a:tulip@db/x?p=crocus"))
                .orElseThrow())
        .asString()
        .doesNotContain("tulip")
        .doesNotContain("crocus");
  }
}
