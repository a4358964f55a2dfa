package dev.rollcall.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported of an organization, whatever is in it, and read again, plans nothing. */
class WorkivaExportTest {

  private static final List<String> WORKSPACES =
      List.of("FY26", "Audit / UK", "10-K; 10-Q", "Zürich, Genève", "a = b", "fy26 (old)");
  private static final List<String> ROLES =
      List.of("Workspace Owner", "Editor", "Viewer", "Reports (Full)", "XBRL / XBRL Manager");
  private static final List<String> GROUPS =
      List.of(
          "Controllers", "Q1/Q2 close", "A / B", "x = y", "P, Q; R", "\\\"Quoted\\\"", "Álvaro");
  private static final List<String> ORGANIZATION_ROLES =
      List.of("Org User Admin", "Org Security Admin", "Data, Access; Admin");
  private static final List<String> PERMISSIONS = List.of("Viewer", "Editor", "Owner");

  @TempDir Path folder;

  /** An organization made by chance. */
  private record Chance(Random random) {

    List<String> some(List<String> names) {
      return names.stream().filter(name -> random.nextInt(3) == 0).toList();
    }

    String texts(List<String> names) {
      return names.stream().map(name -> '"' + name + '"').collect(joining(", ", "[", "]"));
    }

    String one(List<String> names) {
      return names.get(random.nextInt(names.size()));
    }

    String seed() {
      List<String> people = new ArrayList<>();
      List<String> addresses =
          IntStream.range(0, 9).mapToObj(i -> "p" + i + "@example.com").toList();
      for (String address : addresses) {
        people.add(
            "{ \"username\": \"%s\", \"displayName\": \"%s\", \"roles\": %s%s%s }"
                .formatted(
                    address,
                    one(List.of("Ana Silva", "Núñez, Jo", "O'Hara; B", "Li", "-", "")),
                    texts(some(ORGANIZATION_ROLES)),
                    random.nextInt(4) == 0 ? ", \"status\": \"suspended\"" : "",
                    random.nextInt(5) == 0 ? ", \"owner\": \"other\"" : ""));
      }
      people.add("{ \"username\": \"guest@example.net\", \"roles\": [] }");
      List<String> spaces = new ArrayList<>();
      List<String> holders = new ArrayList<>();
      for (String name : WORKSPACES) {
        List<String> members = some(addresses);
        List<String> groups = some(GROUPS);
        groups.forEach(group -> holders.add(name + " / " + group));
        spaces.add(
            "{ \"name\": \"%s\", \"roles\": %s, \"members\": {%s}, \"groups\": {%s} }"
                .formatted(
                    name,
                    texts(ROLES),
                    members.stream()
                        .map(member -> "\"" + member + "\": " + texts(some(ROLES)))
                        .collect(joining(", ")),
                    groups.stream()
                        .map(group -> "\"" + group + "\": " + texts(some(members)))
                        .collect(joining(", "))));
      }
      holders.addAll(some(addresses));
      String permissions =
          some(holders).stream()
              .map(holder -> "\"" + holder + "\": \"" + one(PERMISSIONS) + "\"")
              .collect(joining(", "));
      return """
      { "organization": { "id": "org-1", "name": "Chance" }, "roles": %s,
        "people": [ %s ], "workspaces": [ %s ],
        "files": [ { "id": "doc-1", "family": "documents", "name": "10-K", "permissions": { %s } } ] }
      """
          .formatted(
              texts(ORGANIZATION_ROLES),
              String.join(",\n", people),
              String.join(",\n", spaces),
              permissions);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsThereIsSaidAndReadAgainPlansNothing(long chance) throws IOException {
    String seed = new Chance(new Random(chance)).seed();
    try (AuditFirm firm = new AuditFirm(folder, seed)) {
      String before = firm.state();
      Path roster = folder.resolve("people.csv");
      Ran export = firm.run("export", "--out", roster.toString(), "--force");
      assertThat(export.code()).as(export.out() + export.err() + seed).isZero();
      assertThat(export.err()).doesNotContain("invit");

      Ran plan = firm.run("plan", "--no-color", "--detailed-exitcode", "--set", "groups={}");
      assertThat(plan.code())
          .as(plan.out() + plan.err() + Files.readString(roster) + seed)
          .isZero();
      Path excel = folder.resolve("people.xlsx");
      Path adopted = folder.resolve("adopted.yaml");
      Ran workbook =
          firm.run(
              "export", "--out", excel.toString(), "--job-file", adopted.toString(), "--everybody");
      assertThat(workbook.code()).as(workbook.out() + workbook.err() + seed).isZero();
      Ran own = Shell.run("plan", adopted.toString(), "--detailed-exitcode");
      assertThat(own.code()).as(own.out() + own.err() + Files.readString(adopted) + seed).isZero();
      Ran again =
          firm.run(
              "plan",
              "--detailed-exitcode",
              "--set",
              "groups={}",
              "--set",
              "sources=[{name: hr, type: excel, path: people.xlsx}]");
      assertThat(again.code()).as(again.out() + again.err()).isZero();
      assertThat(firm.run("sync", "--set", "groups={}").code()).isZero();
      assertThat(firm.state()).isEqualTo(before);
    }
  }

  @Test
  void ofTwoWorkspacesOfOneNameNothingIsSaidAndTheOthersAreWhole() {
    String seed =
        """
        { "organization": { "id": "org-1", "name": "Twins" }, "roles": ["Org User Admin"],
          "people": [ { "username": "ana@example.com", "displayName": "Ana Silva" } ],
          "workspaces": [
            { "name": "FY26", "roles": ["Editor"], "members": { "ana@example.com": ["Editor"] },
              "groups": { "Team": ["ana@example.com"] } },
            { "name": "Twin", "roles": ["Editor"], "members": { "ana@example.com": ["Editor"] } },
            { "name": "twin", "roles": ["Editor"] } ],
          "files": [ { "id": "doc-1", "family": "documents", "name": "10-K", "permissions": {} } ] }
        """;
    try (AuditFirm firm = new AuditFirm(folder, seed)) {
      Path roster = folder.resolve("people.csv");

      Ran export = firm.run("export", "--out", roster.toString(), "--force");

      assertThat(export.code()).as(export.out() + export.err()).isEqualTo(3);
      assertThat(export.err())
          .contains(
              "workspace \"Twin\": several are called so, and nobody can tell which is meant");
      assertThat(firm.roster()).contains("FY26 / Editor", "FY26 / Team").doesNotContain("Twin");
      Ran plan = firm.run("plan", "--detailed-exitcode", "--set", "groups={}");
      assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
    }
  }
}
