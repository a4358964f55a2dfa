package dev.rollcall.tenant.workato;

import dev.rollcall.model.Vocabulary;

/**
 * How a workspace does permissions. Each workspace has one of them; older ones can be migrated.
 *
 * @see <a href="https://docs.workato.com/workato-api/role-migration.html">Role migration</a>
 */
public enum PermissionModel {
  /** Environment roles, project roles, groups. */
  RBAC("rbac", WorkatoVocabulary.VOCABULARY, "environment"),
  /** One role in each environment. */
  LEGACY("legacy", WorkatoVocabulary.LEGACY, "privilege_group");

  private final String key;
  private final Vocabulary vocabulary;
  private final String roleType;

  PermissionModel(String key, Vocabulary vocabulary, String roleType) {
    this.key = key;
    this.vocabulary = vocabulary;
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

  /** How the API calls its roles in requests and answers. */
  String roleType() {
    return roleType;
  }
}
