package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roles of the older model that are limited to projects, in a review. */
class LimitedRolesTest {

  private static final String WORKSPACE =
      """
      {"model": "legacy",
       "environments": [
         {"type": "dev", "projects": ["Billing", "Close", "Order to cash"]},
         {"type": "prod", "projects": ["Billing", "Close"]}],
       "roles": [
         {"name": "Cashier", "projects": ["Order to cash", "Close@dev"],
          "privileges": {"Recipes": ["read", "run"]}},
         {"name": "Reader", "privileges": {"Recipes": ["read"]}}],
       "members": [
         {"email": "ana@example.com", "roles": {"dev": "Cashier", "prod": "Reader"}}]}
      """;

  private static final String JOB =
      """
      name: older
      sources: [{ name: hr, type: csv, path: people.csv }]
      target: { type: sandbox, seed: workspace.json }
      repository: jdbc:h2:file:./runs
      """;

  @TempDir Path folder;

  @BeforeEach
  void company() throws IOException {
    Files.writeString(folder.resolve("workspace.json"), WORKSPACE);
    Files.writeString(
        folder.resolve("people.csv"),
        "Email,Name,DEV role,PROD role\nana@example.com,Ana,Cashier,Reader\n");
    Files.writeString(folder.resolve("job.yaml"), JOB);
  }

  @Test
  void aReviewTellsWhatTheyAreLimitedTo() {
    Ran ran =
        Shell.run("review", folder.resolve("job.yaml").toString(), "--privileges", "--format=json");

    assertThat(ran.code()).as(ran.toString()).isZero();
    JsonNode lines = JsonMapper.shared().readTree(ran.out()).path("lines");
    assertThat(lines.findValuesAsString("privileges"))
        .contains("Recipes: read, run; only in Order to cash, Close", "Recipes: read");
  }
}
