package dev.rollcall.journal;

import static dev.rollcall.testing.TestingRepository.clock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.testing.Postgres;
import dev.rollcall.testing.TestingRepository;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers that let nobody in, or nothing be written. */
class PostgresFaultTest {

  private static String refusal(String url) {
    return catchThrowableOfType(
            RepositoryUnusable.class, () -> Repository.open(RepositorySettings.of(url), clock()))
        .getMessage();
  }

  private static void execute(String url, List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Test
  void whatTheUserMayNotDoIsTold() throws SQLException {
    String url = Postgres.freshDatabase();
    execute(
        url, List.of("DROP ROLE IF EXISTS clerk", "CREATE ROLE clerk LOGIN PASSWORD 'hush-clerk'"));
    String clerk = url.replaceFirst("\\?.*", "") + "?user=clerk&password=hush-clerk";

    assertThat(refusal(clerk))
        .contains("the user may not make or use the schema rollcall; GRANT CREATE ON DATABASE")
        .doesNotContain("hush", "permission denied");
  }

  @Test
  void aServerThatOnlyReadsIsTold() {
    String url = Postgres.freshDatabase();
    String reading = url + "&options=-c%20default_transaction_read_only=on";

    assertThat(refusal(reading)).contains("it can only be read");
    TestingRepository.at(RepositorySettings.of(url)).close();
    RepositoryUnusable later =
        catchThrowableOfType(
            RepositoryUnusable.class,
            () -> {
              try (TestingRepository repository =
                  TestingRepository.at(RepositorySettings.of(reading))) {
                repository.journal().begin(TestingRepository.record(1, "nightly", "example.com/1"));
              }
            });
    assertThat(later).hasMessageContaining("it can only be read");
  }

  @Test
  void anUnknownDatabaseOrUserIsTold() {
    String url = Postgres.freshDatabase();

    assertThat(refusal(url.replaceFirst("/t\\w+", "/gone"))).contains("there is no such database");
    assertThat(refusal(url.replaceFirst("\\?.*", "?user=nobody&password=hush")))
        .contains("it refuses the user or the password")
        .doesNotContain("hush");
  }
}
