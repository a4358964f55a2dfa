package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A changed address, from the first sync that sees an employee-id to the end of the old account.
 */
class RenameTest {

  private static final String HEADER =
      "ID," + Workbench.EVERYBODY.lines().findFirst().orElseThrow() + "\n";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.write(
        "job.yaml", bench.jobText().replace("name: Name\n", "name: Name\n      employee-id: ID\n"));
    bob("bob@example.com,Bob Roy");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** The roster in which everybody has an id, and Bob this address and name. */
  private void bob(String address) {
    StringBuilder csv = new StringBuilder(HEADER);
    int id = 100;
    for (String row : Workbench.EVERYBODY.lines().skip(1).toList()) {
      csv.append(id++).append(',').append(row).append('\n');
    }
    bench.people(csv.toString().replace("bob@example.com,Bob Roy", address));
  }

  @Test
  void theOldAccountStaysUntilTheNewOneIsInUse() throws IOException {
    Ran first = bench.run("sync");
    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(bench.writes()).isEmpty();

    bob("rob@example.com,Rob Roy");
    Ran planned = bench.run("plan");
    Ran invited = bench.run("sync");

    String from = "renamed from bob@example.com (employee-id 102)";
    assertThat(planned.out()).contains(from, "Plan: 1 to invite, 0 to change, 0 to remove");
    assertThat(invited.code()).as(invited.toString()).isZero();
    assertThat(bench.mails()).containsExactly("rob@example.com");
    assertThat(bench.sandbox.comparableState())
        .contains("member bob@example.com roles={dev=Member, prod=Member}");
    assertThat(bench.report().path("operations").get(0).path("note").asString()).isEqualTo(from);
    assertThat(bench.report().path("operations").get(0).path("origin").asString())
        .isEqualTo("people.csv:4 (ID)");
    assertThat(Files.readString(bench.newestReport().resolve("report.html"))).contains(from);
    assertThat(Files.readString(bench.newestReport().resolve("operations.csv"))).contains(from);

    bench.forget();
    Ran waiting = bench.run("sync");
    assertThat(waiting.code()).as(waiting.toString()).isZero();
    assertThat(bench.writes()).isEmpty();

    bench.sandbox.accept("rob@example.com");
    Ran settled = bench.run("sync");
    assertThat(settled.code()).as(settled.toString()).isZero();
    assertThat(bench.sandbox.comparableState())
        .doesNotContain("member bob@example.com roles={dev=Member")
        .contains("member rob@example.com roles={dev=Member, prod=Member}");
    assertThat(Files.readString(bench.newestReport().resolve("operations.csv")))
        .contains("suspend,bob@example.com")
        .contains("renamed to rob@example.com (employee-id 102)");

    bench.forget();
    Ran again = bench.run("sync");
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.mails()).containsExactly("rob@example.com");
  }
}
