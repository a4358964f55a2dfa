package dev.rollcall.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          workspace         | FY26                        | workspace FY26
          workspace         | 2026 / Audit                | workspace 2026 / Audit
          workspace-role    | FY26 = Editor, Viewer       | workspace role FY26 / Editor, workspace role FY26 / Viewer
          workspace-role    | FY26 / Editor               | workspace role FY26 / Editor
          workspace-role    | FY26/Editor                 | workspace role FY26 / Editor
          workspace-role    | FY26 = Data\\, PBC, Editor  | workspace role FY26 / Data, PBC, workspace role FY26 / Editor
          workspace-role    | A \\= B = Editor            | workspace role A = B / Editor
          workspace-role    | Editor                      | nothing
          workspace-role    | = Editor                    | nothing
          workspace-role    | FY26 /                      | nothing
          group             | FY26 / Q1/Q2 close          | workspace group FY26 / Q1/Q2 close
          group             | A / B = Controllers         | workspace group A / B / Controllers
          file              | 10-K = Viewer               | 10-K Viewer
          file              | 10-K                        | nothing
          file              | = Viewer                    | nothing
          organization-role | Org User Admin              | organization role Org User Admin
          """)
  void itemsAreRead(String kind, String item, String rights) {
    assertThat(read(kind, item, List.of())).isEqualTo(rights);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group | Controllers        | workspace group FY26 / Controllers
          group | Audit/Tax          | workspace group FY26 / Audit/Tax
          group | Audit / Tax        | workspace group Audit / Tax
          """)
  void whatNamesNothingToLieInLiesWhereItIsUsual(String kind, String item, String rights) {
    assertThat(read(kind, item, List.of(WorkivaVocabulary.workspace("FY26")))).isEqualTo(rights);
  }

  private static String read(String key, String item, List<Resource> usual) {
    Kind kind =
        WorkivaVocabulary.VOCABULARY.kinds().stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow();
    String read =
        new RightsText(kind, usual)
            .read(item).stream().map(Entitlement::toString).collect(Collectors.joining(", "));
    return read.isEmpty() ? "nothing" : read;
  }

  @Test
  void caseMakesNoDifferenceAndIsKept() {
    Resource written = WorkivaVocabulary.role(WorkivaVocabulary.workspace("FY26"), "Editor");
    Resource other = WorkivaVocabulary.role(WorkivaVocabulary.workspace("fy26"), "EDITOR");

    assertThat(written).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(written.compareTo(other)).isZero();
    assertThat(other.toString()).isEqualTo("fy26 / EDITOR");
  }
}
