package dev.rollcall.journal;

import static dev.rollcall.journal.Kept.LATER;
import static dev.rollcall.journal.Kept.RUN;
import static dev.rollcall.journal.Kept.WORKSPACE;
import static dev.rollcall.testing.Plans.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.plan.Invitation;
import dev.rollcall.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;
  private RepositorySettings settings;

  @BeforeEach
  void settings() {
    settings =
        RepositorySettings.of(
            "jdbc:h2:file:" + folder.resolve("kept").resolve("runs").toAbsolutePath());
  }

  @Test
  void makesNothingWhenItIsOnlyLookedFor() throws IOException {
    assertThat(Repository.openExisting(settings, CLOCK)).isEmpty();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void keepsEverythingBetweenProcesses() {
    try (Repository repository = Repository.open(settings, CLOCK)) {
      repository.journal().begin(Kept.record(RUN));
    }

    try (Repository again = Repository.open(settings, CLOCK)) {
      assertThat(again.journal().run(RUN)).contains(Kept.record(RUN));
    }
    try (Repository looked = Repository.openExisting(settings, CLOCK).orElseThrow()) {
      assertThat(looked.journal().run(RUN)).contains(Kept.record(RUN));
    }
  }

  @Test
  void readsWhatAnEarlierReleaseKeptWithoutChangingIt() throws SQLException {
    try (Repository repository = Repository.open(settings, CLOCK)) {
      repository.journal().begin(Kept.record(RUN));
    }
    try (Connection connection = DriverManager.getConnection(settings.url(), "rollcall", "");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE rollcall.known_addresses");
    }

    try (Repository looked = Repository.openExisting(settings, CLOCK).orElseThrow()) {
      assertThat(looked.ledger().addresses(WORKSPACE, "nightly", any -> true)).isEmpty();
    }
  }

  @Test
  void leavesNoNoteOfAHolderBehind() throws IOException {
    Path note = folder.resolve("kept").resolve("holder.json");
    try (Repository repository = Repository.open(settings, CLOCK)) {
      repository.leases().acquire(WORKSPACE, RUN);
      assertThat(Files.readString(note)).contains(RUN.value());
    }

    assertThat(note).doesNotExist();
  }

  @Test
  void completesTablesThatAKilledProcessHadOnlyBegun() throws SQLException {
    try (Repository repository = Repository.open(settings, CLOCK)) {
      repository.journal().begin(Kept.record(RUN));
    }
    try (Connection connection = DriverManager.getConnection(settings.url(), "rollcall", "");
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "DELETE FROM rollcall.\"flyway_schema_history\" WHERE \"version\" > '1'"))
          .isEqualTo(7);
      statement.execute("DROP TABLE rollcall.leases");
    }

    try (Repository repository = Repository.open(settings, CLOCK)) {
      repository.leases().acquire(WORKSPACE, LATER).close();
      assertThat(repository.journal().run(RUN)).isPresent();
    }
  }

  @Test
  void namesTheProcessThatHoldsItAndGoesOnWithWhatThatLeftWhenItIsKilled() throws Exception {
    Process holding = holding();
    try {
      String holder = "run " + RUN + " (process " + holding.pid();
      assertThatThrownBy(() -> Repository.open(settings, CLOCK))
          .isInstanceOf(TenantBusy.class)
          .hasMessageContaining(holder);
      assertThatThrownBy(() -> Repository.openExisting(settings, CLOCK))
          .isInstanceOf(TenantBusy.class)
          .hasMessageContaining(holder);
    } finally {
      holding.destroyForcibly().waitFor();
    }

    try (Repository repository = Repository.open(settings, CLOCK)) {
      repository.leases().acquire(WORKSPACE, LATER).close();
      assertThat(repository.journal().operations(RUN))
          .singleElement()
          .satisfies(left -> assertThat(left.state()).isEqualTo(OperationState.SENT));
      assertThat(repository.ledger().invitations(WORKSPACE))
          .extracting(Invitation::email)
          .containsExactly(at("ana"));
    }
  }

  private Process holding() throws IOException {
    Process process =
        new ProcessBuilder(
                JavaCommand.with("-Xmx128m")
                    .of(Holding.class, settings.address().h2().file().toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.equals("sent")) {
      line = out.readLine();
    }
    assertThat(line).isEqualTo("sent");
    return process;
  }
}
