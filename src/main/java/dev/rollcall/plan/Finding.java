package dev.rollcall.plan;

/**
 * Something worth knowing about which nothing will be done.
 *
 * @param subject the person's address, or the name of a group or project; empty for the run as a
 *     whole
 * @param detail one sentence for people
 * @param origin the cell behind it, rendered; empty where there is none
 */
public record Finding(Kind kind, String subject, String detail, String origin) {

  /** What was noticed. The names are part of the report's format. */
  public enum Kind {
    /** Invited; project roles and later changes wait until the invitation is accepted. */
    AWAITING_ACCEPTANCE,
    /** The roles asked for now differ from those of the pending invitation. */
    INVITATION_OUTDATED,
    /** Invited, but not by a run of this repository: with what is hardly known. */
    INVITED_BY_OTHERS,
    /** Invited long ago and not accepted. */
    INVITATION_STALE,
    /** To be in the workspace, but without any environment role nobody can be invited. */
    NOT_INVITABLE,
    /** Not invited because people join by single sign-on. */
    JOINS_BY_SINGLE_SIGN_ON,
    /** Has left while the invitation is still open. */
    PENDING_LEAVER,
    /** Present in the workspace, in no roster. */
    ORPHAN_ACCOUNT,
    /** Has left, and the policy is to report it. */
    LEAVER_REPORTED,
    /** A group or project that was managed before is no longer mentioned. */
    NO_LONGER_MANAGED,
    /** Neither changed nor treated as absent, because of a problem with a row. */
    PERSON_HELD,
    /** Has another address by now: the old account stays until the new one is in the workspace. */
    RENAME_WAITS,
    /** Had an address that is out of scope: what becomes of that account is not ours to say. */
    RENAMED_FROM_FOREIGN,
    /** An employee-id seems to be another person's now: nothing is taken from the former one. */
    EMPLOYEE_ID_REUSED,
    /** An address has another employee-id than it had. */
    ADDRESS_REASSIGNED,
    /** Is invited while a member's address looks the same and is not. */
    LOOK_ALIKE_MEMBER,
    /** Starts later. */
    STARTS_LATER,
    /** Is not brought in, because the records say that they have left. */
    NOT_ONBOARDED,
    /** A group that a certification uses is not as the records say. */
    CERTIFICATION_GROUP,
    /** Likewise, and nothing is planned that would make it so. */
    CERTIFICATION_GROUP_LEFT,
    /** Is to be in the tenant, and is suspended there by somebody else. */
    SUSPENDED_BY_OTHERS,
    /** Holds more than is asked for, in a run that only adds. */
    KEEPS_MORE,
    /**
     * Is brought in, and the job's rosters do not keep it so: the next run by them says otherwise.
     */
    NOT_KEPT,
    /** The records end it within the next 14 days. */
    ENDS_SOON,
    /** Left alone because an identity provider manages it. */
    MANAGED_BY_IDENTITY_PROVIDER,
    /** A group or role that was to get another name keeps its own. */
    NAME_KEPT,
    /** A group or role that is to be gone is still there. */
    NOT_DELETED,
    /** The same operation recurs run after run. */
    MANAGED_ELSEWHERE,
    /** Something could not be read whole, so nothing about it is changed. */
    INCOMPLETE_KNOWLEDGE,
    /** The workspace spells a name otherwise, by blanks or by how letters are composed. */
    SPELLED_OTHERWISE,
    /** A cell or a rule would give something else, but another one counts. */
    OVERRULED,
    /** Something the source reader noticed. */
    SOURCE,
    /** The API did not honour a request as documented. */
    API_BEHAVIOUR
  }
}
