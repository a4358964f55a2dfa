package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFileRewritingTest {

  private static final Set<String> OLD = Set.of("Admin", "Analyst", "Operator", "Finance dev");
  private static final RenamedRoles NAMES =
      new RenamedRoles(
          Map.of("Admin", "Environment admin", "Operator", "Member"),
          Map.of(
              "prod",
              Map.of("Analyst", "Member"),
              "dev",
              Map.of("Analyst", "Environment manager")));

  private static RewrittenJobFile rewritten(String text) {
    return JobFileRewriting.of("job.yaml", text, OLD, NAMES, Optional.of("rbac"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ dev: Admin }                    | { dev: Environment admin }",
        "{ dev: \"Admin\" }                | { dev: \"Environment admin\" }",
        "{ dev: 'Admin', prod: Operator }  | { dev: 'Environment admin', prod: Member }",
        "{ dev: &a Admin, test: *a }       | { dev: &a Environment admin, test: *a }",
        "{ dev: Analyst, prod: Analyst }   | { dev: Environment manager, prod: Member }",
        "{ \"ö😀\": Admin, dev: Admin }     | { \"ö😀\": Environment admin, dev: Environment admin }",
        "{ dev: No access, prod: Builder } | { dev: No access, prod: Builder }",
        "{ dev: !!str Admin }              | { dev: !!str Environment admin }"
      })
  void replacesTheNameAndNothingElse(String roles, String after) {
    String text = "rules: # why\n  - grant: { roles: %s }   # Admin, they said\n";

    RewrittenJobFile file = rewritten(text.formatted(roles));

    assertThat(file.text()).isEqualTo(text.formatted(after));
    assertThat(file.changes()).hasSize(roles.equals(after) ? 0 : 1);
    assertThat(file.left()).isEmpty();
  }

  @Test
  void keepsLineEndsAndNumbersLines() {
    RewrittenJobFile file =
        rewritten(
            "safety:\r\n  admin-roles:\r\n    - Admin\r\n    - Builder\r\ntarget: { model: legacy }");

    assertThat(file.text())
        .isEqualTo(
            "safety:\r\n  admin-roles:\r\n    - Environment admin\r\n    - Builder\r\ntarget: { model: rbac }");
    assertThat(file.changes()).extracting(RewrittenJobFile.ChangedLine::line).containsExactly(3, 5);
  }

  @Test
  void leavesTheModelWhereItMayStay() {
    String text = "target: { model: auto }\n";

    assertThat(JobFileRewriting.of("job.yaml", text, OLD, NAMES, Optional.empty()).text())
        .isEqualTo(text);
  }

  @Test
  void saysWhatItCannotReplace() {
    RewrittenJobFile file =
        rewritten(
            """
            rules:
              - grant:
                  roles:
                    dev: Finance dev
                    test: Analyst
                    prod: |-
                      Admin
            """);

    assertThat(file.changes()).isEmpty();
    assertThat(file.left())
        .containsExactly(
            "job.yaml:4:14: nobody can tell what becomes of \"Finance dev\"; write a role that the"
                + " workspace has",
            "job.yaml:5:15: nobody can tell what becomes of \"Analyst\"; write a role that the"
                + " workspace has",
            "job.yaml:6:15: write \"Environment admin\" here");
  }

  @Test
  void touchesNoOtherPlaceThatHasTheWord() {
    String text =
        """
        name: admin
        sources: [ { name: Admin, type: csv, path: Admin } ]
        rules: [ { name: Admin, when: 'person.role == "Admin"', grant: { groups: [Admin] } } ]
        scope: { groups: [Admin] }
        """;

    assertThat(rewritten(text).text()).isEqualTo(text);
  }
}
