package dev.rollcall.sandbox;

import java.util.List;
import java.util.Locale;

/**
 * What the vendor's documents leave open, one switch a question. The first value of each is the
 * assumed behaviour; the others let a test prove that a client survives being wrong about it.
 */
public enum Switch {
  /** Status where a token lacks the privilege or belongs to another environment. */
  MISSING_PRIVILEGE("403", "401"),
  /** Status of endpoints of the permission model that the workspace does not have. */
  OTHER_MODEL("404", "403", "401"),
  /** How a member's role says its type in a workspace with the older permission model. */
  LEGACY_ROLE_TYPE("shown", "absent", "empty"),
  /** The envelope of what a migration of roles answers. */
  MIGRATION_ENVELOPE("data", "bare"),
  /** Whether custom roles can be migrated through the API. */
  CUSTOM_ROLE_MIGRATION("served", "refused"),
  /** How the migration of a custom role is told which. */
  CUSTOM_ROLE_BODY("role-id", "id"),
  /** Whether a migration does all that its dry run says, or forgets the last collaborator. */
  MIGRATION("as-rehearsed", "forgets-one"),
  /** Status for a project or grant outside the token's environment or project scope. */
  OUT_OF_SCOPE("404", "403"),
  /** Status for inviting an address that is a member already. */
  ALREADY_MEMBER("409", "400", "422", "200"),
  /** Status for a second invitation of an address within 20 minutes. */
  TOO_SOON("429", "400", "409", "422"),
  /** Whether a 429 says when to come back. */
  RETRY_AFTER("none", "seconds", "date"),
  /** The JSON shape of error answers. */
  ERROR_SHAPE("message", "errors-title", "errors-map", "html", "empty"),
  /** Whether the owner (the user of /users/me) has a row among the members. */
  OWNER_LISTED("no", "yes"),
  /** The {@code total} of the member list. */
  MEMBERS_TOTAL("right", "missing", "null", "too-high", "too-low"),
  /** The {@code data} of the member list: as it is, null, empty, or only the first half. */
  MEMBERS_DATA("rows", "null", "missing", "empty", "half"),
  /** The envelope of one member. */
  MEMBER_ENVELOPE("data", "bare"),
  /** Whether an environment without access has a row in {@code roles}. */
  NO_ACCESS_ROW("shown", "omitted"),
  /** Which spellings of no access are accepted in requests. */
  NO_ACCESS_SPELLING("any", "NoAccess", "No access"),
  /** What updating a member does to the environments it does not name. */
  PUT_MEMBER("selective", "wipes-others"),
  /** What updating a member answers. */
  PUT_MEMBER_ANSWER("data", "ok", "empty"),
  /** Whether the last Environment admin of the main environment may be removed or downgraded. */
  LAST_ADMIN("removable", "kept"),
  /** How pending invitees show among the members of a group. */
  PENDING_IN_GROUPS("without-id", "with-invitation-id", "hidden"),
  /** Which of several user_ids are honoured when adding to or removing from a group. */
  GROUP_IDS("all", "first", "last"),
  /** Where user_ids and member_invitation_ids are looked for. */
  GROUP_PARAMETERS("any", "query", "json"),
  /** What adding members does to those who are in the group already. */
  GROUP_ADD("adds", "replaces"),
  /** What removing members does to those who are not named. */
  GROUP_REMOVE("named", "everybody"),
  /** Status for adding somebody who is in the group already. */
  ADD_PRESENT("200", "400", "409", "422"),
  /** Status for removing somebody who is not in the group. */
  REMOVE_ABSENT("200", "400", "404"),
  /** Status for creating a group or role whose name is taken; 200 makes a second one. */
  NAME_TAKEN("400", "409", "422", "200"),
  /** How the {@code name} filter of groups and roles compares. */
  NAME_FILTER("partial", "exact", "ignored"),
  /** What the project-level upsert does to grants that it does not name. */
  PUT_GRANTS("upserts", "replaces"),
  /** Whether a grant says which environment its project is in. */
  GRANT_ENVIRONMENT("shown", "omitted"),
  /** Whether a project in a list says which environment it is in. */
  PROJECT_ENVIRONMENT("omitted", "shown"),
  /**
   * Where grants go and come from: the project that is named; one of that name in another
   * environment; or, when they are made, another project of the environment.
   */
  GRANT_PLACE("named", "other-environment", "other-project"),
  /** Whose tokens may see and change people, groups and roles. */
  PEOPLE_TOKEN("dev", "any"),
  /** Which body changing a single grant takes. */
  PUT_GRANT_BODY("any", "wrapped", "bare"),
  /** Which grants of a member are listed. */
  MEMBER_GRANTS("direct", "with-groups"),
  /** Which projects the grant lists of members and groups cover: the token's, or all. */
  ASSIGNEE_GRANTS("own-environment", "all-environments"),
  /** What deletions answer. */
  DELETE_ANSWER("204", "200-empty", "200-ok"),
  /** What adding members to a group answers. */
  ADD_ANSWER("200-ok", "200-empty", "204"),
  /** The order of the audit log. */
  AUDIT_ORDER("newest-first", "oldest-first");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> values;

  Switch(String... values) {
    this.values = List.of(values);
  }

  /** The name used in seeds, e.g. {@code already-member}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The values it can take, the assumed one first. */
  public List<String> positions() {
    return values;
  }
}
