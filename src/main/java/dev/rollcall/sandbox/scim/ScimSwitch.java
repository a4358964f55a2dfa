package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.BehaviourSwitch;
import java.util.List;

/**
 * In what SCIM service providers differ, one switch a question. The first value of each is what RFC
 * 7643 and 7644 say, or what most do; the others let a test prove that a client survives them.
 */
public enum ScimSwitch implements BehaviourSwitch {
  /**
   * Whether the members of a group are read with it, with it where the request names them, by a
   * filter alone, or not at all.
   */
  MEMBERS("shown", "on-request", "by-filter", "secret"),
  /** Whether a user shows the groups it is in. */
  USER_GROUPS("omitted", "shown"),
  /** The most members that one request may name. */
  MOST_MEMBERS("any", "100", "2"),
  /** What naming more is answered with. */
  TOO_MANY_MEMBERS("400", "413"),
  /** What the most bytes of a body are. */
  MOST_BYTES("any", "2000"),
  /** What a removal by {@code members[value eq "…"]} does. */
  REMOVAL_BY_FILTER("named", "refused"),
  /** Whom a removal by {@code members} and a list of values takes out. */
  REMOVAL_BY_VALUES("everybody", "named", "refused"),
  /** What taking out somebody who is no member is answered with. */
  REMOVE_ABSENT("unchanged", "no-target"),
  /** Whether the members of a group may be replaced as a whole. */
  MEMBERS_REPLACED("allowed", "refused"),
  /** By which method users are changed. */
  CHANGING_USERS("any", "put"),
  /** By which method groups are changed. */
  CHANGING_GROUPS("any", "put", "patch"),
  /** What a method is answered with that is not offered. */
  NOT_OFFERED("405", "501"),
  /** Which operations of a PATCH on a user are understood: with a path, without, or either. */
  PATCH_PATH("any", "never", "always"),
  /** What a change is answered with. */
  CHANGED("200", "204"),
  /** What a creation is answered with beside its Location. */
  CREATED("body", "nothing"),
  /** What discovery says: what is so, the opposite of it, nothing, or that one may not. */
  DISCOVERY("right", "lying", "absent", "forbidden", "page"),
  /** How lists come in pages. */
  PAGING("index", "cursor", "either"),
  /** How long a page is: as asked, at most 50, or at most 3. */
  PAGE("as-asked", "50", "3"),
  /** What a total says. */
  TOTAL("right", "missing"),
  /** What a list without entries is, in all answers. */
  NO_VALUES("absent", "null", "empty"),
  /** What adding a member does who is one already. */
  DUPLICATES("dropped", "kept"),
  /** What is done with filters. */
  FILTERS("honoured", "ignored", "refused"),
  /** What a 409 says beside its status. */
  CONFLICT("uniqueness", "plain"),
  /** Whether a taken user name is said to be taken, or its holder is kept from sight. */
  TAKEN_USERS("listed", "hidden"),
  /** Versions of resources: told and checked, neither, or told and never right. */
  ETAGS("weak", "none", "broken"),
  /** The shape of errors. */
  ERRORS("scim", "number", "message", "json-api", "page", "empty"),
  /** Which media type a body must have. */
  CONTENT_TYPE("any", "scim", "json"),
  /** Whether a request must say who sends it. */
  USER_AGENT("optional", "required"),
  /** Whether a group has a new id after each change. */
  IDS("stable", "renewed"),
  /** How {@code active} is written: as a truth value, or as a text, told and asked. */
  ACTIVE("boolean", "text", "text-only"),
  /** How many seconds a token lives that a client has asked for. */
  TOKEN_LIFE("600", "60", "untold"),
  /** How many e-mail addresses a user can have. */
  EMAILS("many", "one"),
  /** Whether user names are kept as they are sent. */
  USER_NAMES("kept", "lower"),
  /** How attributes are spelled in answers. */
  ATTRIBUTE_NAMES("usual", "lower"),
  /** What deleting a user does. */
  DELETE_USER("deletes", "suspends", "refused"),
  /** Whether two groups can be called the same. */
  GROUP_NAMES("unique", "any"),
  /** Whether groups can be made. */
  CREATE_GROUP("allowed", "refused"),
  /**
   * Whether roles and groups within a workspace ({@code workspace:1:group:2}) wait half a minute
   * for a membership ({@code workspace:1}) that is not there, and are refused then.
   */
  HOLD("none", "30s");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> values;

  ScimSwitch(String... values) {
    this.values = List.of(values);
  }

  @Override
  public List<String> positions() {
    return values;
  }
}
