package dev.rollcall.tenant.scim;

import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.ORGANIZATION_ROLE;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE_GROUP;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNameTemplateTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          WK {workspace} - {role}    | WK FY26 - Editor      | FY26 / Editor
          WK {workspace} - {role}    | wk  FY26  -  Editor   | FY26 / Editor
          {workspace}:{role}         | Audit:Owner           | Audit / Owner
          {organization}/{workspace}/{role} | Acme/FY26/Viewer | FY26 / Viewer
          """,
      delimiter = '|')
  void readsWhatANameStandsFor(String template, String name, String meant) {
    assertThat(new GroupNameTemplate(WORKSPACE_ROLE, template).readings(name))
        .map(Resource::toString)
        .containsExactly(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WK FY26", "WK  - Editor", "WK FY26 - ", "XX FY26 - Editor", "WK A - B - C"})
  void whatIsOfAnotherFormStandsForNothingAndWhatIsOfSeveralForEach(String name) {
    assertThat(new GroupNameTemplate(WORKSPACE_ROLE, "WK {workspace} - {role}").readings(name))
        .hasSize(name.equals("WK A - B - C") ? 2 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WK", "{workspace}", "{workspace}{role}", "{role} {role}", "{workspace} {roles}"})
  void aTemplateWithoutItsPlacesIsRefused(String template) {
    assertThatThrownBy(() -> new GroupNameTemplate(WORKSPACE_ROLE, template))
        .hasMessageContaining("must hold {workspace} and {role}");
  }

  @Test
  void whatIsWithinAWorkspaceIsNoWorkspaceAndIdsTellWhereNamesDoNot() {
    GroupMeaning meaning =
        GroupMeaning.of(
            List.of(
                new GroupNameTemplate(ORGANIZATION_ROLE, "Org {role}"),
                new GroupNameTemplate(WORKSPACE, "WK {workspace}"),
                new GroupNameTemplate(WORKSPACE_ROLE, "WK {workspace} - {role}"),
                new GroupNameTemplate(WORKSPACE_GROUP, "WK {workspace} - {group}")));

    assertThat(meaning.of(group("a", "WK FY26")).kind()).isSameAs(ScimVocabulary.WORKSPACE);
    assertThat(meaning.of(group("a", "Org Admin")).kind())
        .isSameAs(ScimVocabulary.ORGANIZATION_ROLE);
    assertThat(meaning.of(group("workspace:1:role:2", "WK FY26 - Editor")).kind())
        .isSameAs(ScimVocabulary.WORKSPACE_ROLE);
    assertThat(meaning.of(group("workspace:1:group:2", "WK FY26 - Editor")).kind())
        .isSameAs(ScimVocabulary.WORKSPACE_GROUP);
    assertThat(meaning.of(group("x", "WK FY26 - Editor")).kind()).isSameAs(ScimVocabulary.GROUP);
  }

  /** What listed groups are taken for, by one form that looks like the beginning of another. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          WK FY26 - Editor         | WK FY26                   | workspace role FY26 / Editor
          WK FY26 - Editor         | WK Audit                  | workspace FY26 - Editor or workspace role FY26 / Editor
          WK FY26 - Plan           | WK FY26, WK FY26 - Plan - Editor | workspace FY26 - Plan or workspace role FY26 / Plan
          WK FY26 - Plan - Editor  | WK FY26                   | workspace FY26 - Plan - Editor or workspace role FY26 / Plan - Editor or workspace role FY26 - Plan / Editor
          WK FY26                  | WK Audit                  | workspace FY26
          Board                    | WK Audit                  |
          """,
      delimiter = '|')
  void aNameThatCanBeReadInSeveralWaysIsNotGuessedAt(String name, String others, String readings) {
    GroupMeaning meaning =
        GroupMeaning.of(
            List.of(
                new GroupNameTemplate(WORKSPACE, "WK {workspace}"),
                new GroupNameTemplate(WORKSPACE_ROLE, "WK {workspace} - {role}")));
    List<ScimGroup> listed = new ArrayList<>(List.of(group("0", name)));
    Stream.of(others.split(", ")).forEach(each -> listed.add(group(each, each)));

    assertThat(meaning.knowing(listed).readings(listed.get(0)))
        .extracting(each -> each.kind().noun() + " " + each)
        .containsExactlyInAnyOrder(readings == null ? new String[0] : readings.split(" or "));
  }

  @Test
  void anIdTellsWhichOfSeveralReadingsIsMeant() {
    ScimGroup workspace = group("workspace:1", "WK FY26 - Plan");
    ScimGroup role = group("workspace:1:role:1", "WK FY26 - Plan - Editor");
    GroupMeaning meaning =
        GroupMeaning.of(
                List.of(
                    new GroupNameTemplate(WORKSPACE, "WK {workspace}"),
                    new GroupNameTemplate(WORKSPACE_ROLE, "WK {workspace} - {role}")))
            .knowing(List.of(workspace, role));

    assertThat(meaning.readings(workspace)).map(Resource::toString).containsExactly("FY26 - Plan");
    assertThat(meaning.readings(role))
        .map(Resource::toString)
        .containsExactly("FY26 - Plan / Editor");
  }

  private static ScimGroup group(String id, String name) {
    return new ScimGroup(id, name, List.of());
  }
}
