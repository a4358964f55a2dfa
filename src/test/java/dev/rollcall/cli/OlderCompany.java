package dev.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sample company, before its workspace had groups and project roles: the same people, each with
 * the older role in place of the newer one.
 */
final class OlderCompany {

  private static final Map<String, String> OLDER =
      Map.of("Environment admin", "Admin", "Environment manager", "Analyst", "Member", "Operator");

  private OlderCompany() {}

  /** Copies it into a folder, with the job file {@code jobs/older.yaml}. */
  static Path copyTo(Path folder) throws IOException {
    SampleCompany.copyTo(folder);
    Path people = folder.resolve("sample-data/people.csv");
    String rows = Files.readString(people);
    for (Map.Entry<String, String> role : OLDER.entrySet()) {
      rows = rows.replace("," + role.getKey(), "," + role.getValue());
    }
    Files.writeString(people, rows);
    Path seed = folder.resolve("sample-data/workspace.json");
    Files.writeString(seed, older(JsonMapper.shared().readTree(seed.toFile())).toPrettyString());
    return job(folder, "", "");
  }

  /** Writes the job file, with more columns and more sections. */
  static Path job(Path folder, String columns, String more) throws IOException {
    return Files.writeString(
        folder.resolve("jobs/older.yaml"),
        """
        name: older
        time-zone: UTC
        sources:
          - name: hr
            type: csv
            path: ../sample-data/people.csv
            columns:
              email: Work Email
              name: "{First Name} {Last Name}"
              status: Status
              starts-on: Start Date
              ends-on: End Date
              role.dev: DEV role
              role.test: TEST role
              role.prod: PROD role
        %s    status: { active: [Active, On leave], left: [Terminated, Inactive] }
        rules:
          - name: Finance
            when: person.department == "Finance"
            grant: { roles: { dev: Operator } }
        target:
          type: sandbox
          seed: ../sample-data/workspace.json
          state: ../.rollcall/workspace.json
        scope: { emails: ["*@example.com"] }
        safety: { seats: 300, left-alone: 10, admin-grants: { count: 3 } }
        %srepository: jdbc:h2:file:../.rollcall/runs
        report: { folder: ../reports, formats: [json] }
        """
            .formatted(columns, more));
  }

  private static JsonNode older(JsonNode workspace) {
    ObjectNode older = (ObjectNode) workspace;
    older.put("model", "legacy");
    older.remove(List.of("groups", "environment-roles", "project-roles"));
    for (String people : List.of("members", "invitations")) {
      for (JsonNode each : older.path(people)) {
        ObjectNode person = (ObjectNode) each;
        person.remove(List.of("groups", "projects"));
        for (Map.Entry<String, JsonNode> role : List.copyOf(person.path("roles").properties())) {
          ((ObjectNode) person.path("roles"))
              .put(
                  role.getKey(),
                  OLDER.getOrDefault(role.getValue().asString(), role.getValue().asString()));
        }
      }
    }
    return older;
  }
}
