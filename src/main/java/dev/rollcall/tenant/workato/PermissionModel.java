package dev.rollcall.tenant.workato;

import dev.rollcall.model.Vocabulary;

/**
 * How a workspace does permissions. Each workspace has one of them; older ones can be migrated.
 *
 * @see <a href="https://docs.workato.com/workato-api/role-migration.html">Role migration</a>
 */
public enum PermissionModel {
  /** Environment roles, project roles, groups. */
  RBAC("rbac", WorkatoVocabulary.VOCABULARY, WorkatoVocabulary.ADDING, "environment"),
  /** One role in each environment. */
  LEGACY("legacy", WorkatoVocabulary.LEGACY, WorkatoVocabulary.LEGACY_ADDING, "privilege_group");

  private final String key;
  private final Vocabulary vocabulary;
  private final Vocabulary adding;
  private final String roleType;

  PermissionModel(String key, Vocabulary vocabulary, Vocabulary adding, String roleType) {
    this.key = key;
    this.vocabulary = vocabulary;
    this.adding = adding;
    this.roleType = roleType;
  }

  /** What it is called in a job file. */
  String key() {
    return key;
  }

  /** The words of a workspace that has it. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Those of one that people join so. */
  public Vocabulary vocabulary(Vocabulary.Joining joining) {
    return switch (joining) {
      case INVITATION -> vocabulary;
      case ACCOUNT -> adding;
    };
  }

  /** How the API calls its roles in requests and answers. */
  String roleType() {
    return roleType;
  }
}
