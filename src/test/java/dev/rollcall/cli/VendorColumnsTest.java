package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one vendor has and another has not is never left out in silence. */
class VendorColumnsTest {

  @TempDir Path folder;

  @BeforeEach
  void roster() throws IOException {
    Files.writeString(
        folder.resolve("people.csv"),
        "Email,Name,Level\nana@example.com,Ana Silva,\nbo@example.com,Bo Ek,Viewer\n");
  }

  private Ran validated(String vendor, String column, String more) throws IOException {
    return Shell.run("validate", job(vendor, column, more).toString());
  }

  private Path job(String vendor, String column, String more) throws IOException {
    Path job = folder.resolve("job.yaml");
    Files.writeString(
        job,
        """
        name: one
        sources:
          - { name: people, type: csv, path: people.csv, columns: { email: Email, name: Name%s } }
        target: { type: sandbox, vendor: %s }
        safety: { seats: 100 }
        scope: { emails: ["*@example.com"]%s }
        """
            .formatted(column.isEmpty() ? "" : ", " + column, vendor, more));
    return job;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workiva | role     | the organization; it has organization-roles, workspaces,",
        "workiva | role.dev | the organization; it has organization-roles, workspaces,",
        "workiva | projects | the organization; it has organization-roles, workspaces,",
        "scim    | role     | the service provider; it has organization-roles,",
        "scim    | role.dev | the service provider; it has organization-roles,",
        "scim    | projects | the service provider; it has organization-roles,",
      })
  void aColumnOfAnotherVendorsRightsIsNoField(String vendor, String key, String words)
      throws IOException {
    Ran ran = validated(vendor, key + ": Level", "");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out()).contains("columns." + key + " states what there is not in " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "workato, workspaces-of, is no roster field",
    "workiva, files-of, is no roster field",
    "workato, organization-roles, is no roster field",
  })
  void aColumnOfNobodysIsNoFieldEither(String vendor, String key, String words) throws IOException {
    assertThat(validated(vendor, key + ": Level", "").out()).contains("columns." + key, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workiva | projects: ['*']                  | scope.projects             | an organization",
        "workiva | managed-by-idp: { roles: true }  | scope.managed-by-idp.roles | an organization",
        "scim    | projects: listed                 | scope.projects             | a service",
        "workato | workspaces: all                  | scope.workspaces           | a workspace",
      })
  void aScopeOfWhatIsNotThereIsRefused(String vendor, String more, String key, String tenant)
      throws IOException {
    Ran ran = validated(vendor, "", ", " + more.replace('\'', '"'));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err() + ran.out())
        .contains(key + " is about what there is not in this sort of target, " + tenant);
  }

  @Test
  void aSheetOfNewPeopleIsReadInTheVendorsOwnWords() throws IOException {
    Path sheet = folder.resolve("new.csv");
    Files.writeString(
        sheet, "Email,Name,Workspace roles\ncleo@example.com,Cleo Dunn,FY26 = Viewer\n");

    Ran ran = Shell.run("onboard", sheet.toString(), job("workiva", "", "").toString());

    assertThat(ran.out())
        .as(ran.toString())
        .contains("+ workspace role FY26 / Viewer")
        .doesNotContain("not read");
  }

  @Test
  void aSheetOfNewPeopleInAnotherVendorsWordsIsAskedAbout() throws IOException {
    Path sheet = folder.resolve("new.csv");
    Files.writeString(sheet, "Email,Name,Role\ncleo@example.com,Cleo Dunn,Viewer\n");

    Ran ran = Shell.run("onboard", sheet.toString(), job("workiva", "", "").toString());

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err())
        .contains("\"Role\" (Viewer 1) is not read", "call the column after what it states");
  }

  @Test
  void aRoleForAllOfASheetIsRefusedWhereThereAreNone() throws IOException {
    Path sheet = folder.resolve("new.csv");
    Files.writeString(sheet, "Email,Name\ncleo@example.com,Cleo Dunn\n");
    String job = job("workiva", "", "").toString();

    Ran ran = Shell.run("onboard", sheet.toString(), job, "--role", "dev=Member");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err())
        .contains(
            "--role dev=Member: there are no roles in environments in an organization; leave it"
                + " out, and say it in the sheet below organization-roles or workspaces");
  }
}
