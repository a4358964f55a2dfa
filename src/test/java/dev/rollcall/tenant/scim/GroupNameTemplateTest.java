package dev.rollcall.tenant.scim;

import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.ORGANIZATION_ROLE;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE_GROUP;
import static dev.rollcall.tenant.scim.GroupNameTemplate.Entitled.WORKSPACE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Resource;
import java.util.List;
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
    assertThat(new GroupNameTemplate(WORKSPACE_ROLE, template).read(name))
        .map(Resource::toString)
        .contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WK FY26", "WK  - Editor", "WK FY26 - ", "XX FY26 - Editor", "WK A - B - C"})
  void whatIsOfAnotherFormOrOfSeveralStandsForNothing(String name) {
    assertThat(new GroupNameTemplate(WORKSPACE_ROLE, "WK {workspace} - {role}").read(name))
        .isEmpty();
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
        new GroupMeaning(
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

  private static ScimGroup group(String id, String name) {
    return new ScimGroup(id, name, List.of());
  }
}
