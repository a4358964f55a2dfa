package dev.rollcall.sandbox;

import java.util.List;

/**
 * What the vendor's documents leave open, one switch a question. The first value of each is the
 * assumed behaviour; the others let a test prove that a client survives being wrong about it.
 */
public enum Switch implements BehaviourSwitch {
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
  /** How long the window is in which the quota counts. */
  QUOTA_WINDOW("minute", "second"),
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
  NO_ACCESS_SPELLING("any", "NoAccess", "No access", "No Access"),
  /**
   * How the vendor's own roles are written: in words, as one word everywhere, or as one word only
   * where a row tells who holds them.
   */
  ROLE_NAMES("words", "joined", "joined-in-rows"),
  /**
   * What updating a member does beside setting the roles it names: nothing; it takes the other
   * environments, the member's groups, or the roles given to the member on projects. Or it says
   * that all is well, and does nothing at all.
   */
  PUT_MEMBER("selective", "wipes-others", "drops-groups", "drops-grants", "ignored"),
  /** What updating a member answers. */
  PUT_MEMBER_ANSWER("data", "ok", "empty"),
  /** Whether the last Environment admin of the main environment may be removed or downgraded. */
  LAST_ADMIN("removable", "kept"),
  /** How pending invitees show among the members of a group. */
  PENDING_IN_GROUPS("without-id", "with-invitation-id", "hidden"),
  /** Which of several user_ids are honoured when adding to or removing from a group. */
  GROUP_IDS("all", "first", "last"),
  /**
   * Where user_ids and member_invitation_ids are looked for: everywhere, in the query under their
   * name, in the body, or in the query under their name with brackets.
   */
  GROUP_PARAMETERS("any", "query", "json", "brackets"),
  /** What adding members does: it adds them, they replace those in the group, or nothing. */
  GROUP_ADD("adds", "replaces", "ignored"),
  /** Who is taken out of a group: those who are named, everybody, or nobody. */
  GROUP_REMOVE("named", "everybody", "nobody"),
  /** Status for adding somebody who is in the group already. */
  ADD_PRESENT("200", "400", "409", "422"),
  /** Status for removing somebody who is not in the group. */
  REMOVE_ABSENT("200", "400", "404"),
  /** Status for creating a group or role whose name is taken; 200 makes a second one. */
  NAME_TAKEN("400", "409", "422", "200"),
  /**
   * What updating a group does: it sets what it names; it blanks what it does not name; it takes
   * those in it or its roles on projects as well; or it says that all is well, and does nothing.
   */
  PUT_GROUP("merges", "replaces", "drops-members", "drops-grants", "ignored"),
  /** What updating a role does, likewise; or it sets the name alone. */
  PUT_ROLE("merges", "replaces", "keeps-config", "ignored"),
  /** What creating a role does with its config. */
  POST_ROLE("keeps-config", "drops-config"),
  /** Whether a role that somebody holds may get another name. */
  RENAME_HELD_ROLE("accepted", "refused"),
  /** Status for deleting a role that somebody holds; 204 takes it from them. */
  DELETE_HELD_ROLE("400", "409", "422", "204"),
  /** Status for deleting a group that somebody is in, or that has a role on a project. */
  DELETE_USED_GROUP("204", "400", "409", "422"),
  /** Whether deleting a group or a role is done, or said to be. */
  DELETE_DEFINITION("done", "ignored"),
  /** Where the update of a role of the older model looks for what it names. */
  LEGACY_ROLE_BODY("bare", "wrapped"),
  /** What a copy of a role of the older model is called: as asked, or by a name of its own. */
  COPY_NAME("as-asked", "own"),
  /** How the {@code name} filter of groups and roles compares. */
  NAME_FILTER("partial", "exact", "ignored"),
  /**
   * What the project-level upsert does: it leaves what it does not name, or takes it, and perhaps
   * takes a request that names nothing for one that leaves nobody. Or it does nothing.
   */
  PUT_GRANTS("upserts", "replaces", "replaces-even-by-none", "ignored"),
  /**
   * Where the grants of the project-level upsert are looked for: in the body, or in the query,
   * under {@code project_grants[][assignment_id]} or {@code project_grants[0][assignment_id]}.
   */
  GRANT_PARAMETERS("json", "query", "indexed-query"),
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
  /**
   * What stands before the ids of customers' workspaces: with v2 and without, one of them, or v2
   * before environment roles and project grants alone.
   */
  MANAGED_PREFIX("any", "plain", "v2", "split"),
  /**
   * How members of a customer's workspace are shown: flat, with the role of the environment whose
   * id was asked, or with all roles.
   */
  MANAGED_MEMBERS("flat", "rich"),
  /** How the path of invitations to a customer's workspace is spelled. */
  MANAGED_INVITATION_PATH("plural", "singular"),
  /** What adding a member to a customer's workspace answers. */
  MANAGED_ADD_ANSWER("result", "data", "bare", "ok", "empty"),
  /** Whether a member who is added gets the address that is told. */
  MANAGED_ADD_EMAIL("taken", "ignored"),
  /** The order of the audit log. */
  AUDIT_ORDER("newest-first", "oldest-first");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> values;

  Switch(String... values) {
    this.values = List.of(values);
  }

  @Override
  public List<String> positions() {
    return values;
  }
}
