package dev.rollcall.tenant.scim;

import java.time.Duration;
import java.util.Optional;

/**
 * The manners of a service provider: in what they differ from one to the next, as far as that
 * matters to a client.
 */
public record ScimProfile(
    GroupManners groups, UserManners users, ListManners lists, WireManners wire) {

  /** How members are taken out of a group. */
  public enum Removal {
    /** By {@code members[value eq "…"]}, one operation each: what the RFC says. */
    FILTER_PATH,
    /**
     * By {@code members} and a list of values. A provider that follows the RFC takes this for all
     * members, so it is never sent to one whose profile does not say that it understands it.
     */
    VALUE_ARRAY,
    /** By the whole group without them, by PUT; they are added so as well. */
    PUT_GROUP
  }

  /** How lists are gone through. */
  public enum PagingStyle {
    /** By {@code startIndex}, of RFC 7644. */
    INDEX,
    /** By {@code cursor}, of RFC 9865. */
    CURSOR
  }

  /** How users are changed. */
  public enum Changing {
    /** By PATCH, each operation with a path. Where PATCH is not offered, PUT is tried. */
    PATCH,
    /** By PATCH without a path. */
    PATCH_WITHOUT_PATH,
    /** By the whole user, read just before. */
    PUT
  }

  /** How the members of a group are read. */
  public enum Members {
    /** With the group. */
    GET,
    /** By asking, for each person, which groups have them as a member. */
    FILTER_INVERSE,
    /** Not at all: then no membership is given or taken. */
    NOT
  }

  /** In which order memberships are given. */
  public enum Order {
    /** In any. */
    ANY,
    /**
     * Those that others need first, taken last: a group whose id is the beginning of another's
     * ({@code workspace:1} and {@code workspace:1:group:2}) is a membership that it needs.
     */
    OUTER_FIRST
  }

  /**
   * What groups are like.
   *
   * @param removal how members are taken out of one
   * @param replacesMembers whether the members may be replaced as a whole
   * @param mostMembers how many members one request may name
   * @param members how they are read
   */
  public record GroupManners(
      Removal removal, boolean replacesMembers, int mostMembers, Members members, Order order) {

    /** Checks that a request can name somebody. */
    public GroupManners {
      if (mostMembers < 1) {
        throw new IllegalArgumentException("a request names one member at least");
      }
    }
  }

  /**
   * What users are like.
   *
   * @param activeAsText whether {@code active} is written as a text
   * @param mostEmails how many e-mail addresses one is given: the address, or none
   * @param displayNames whether one is given a display name
   */
  public record UserManners(
      Changing changing, boolean activeAsText, int mostEmails, boolean displayNames) {}

  /**
   * What lists are like.
   *
   * @param pageSize how many entries are asked for at a time
   * @param paging how they are gone through; empty where the provider's own word is asked for
   */
  public record ListManners(int pageSize, Optional<PagingStyle> paging) {

    /** Checks that a page has entries. */
    public ListManners {
      if (pageSize < 1) {
        throw new IllegalArgumentException("a page has one entry at least");
      }
    }
  }

  /**
   * What requests are like.
   *
   * @param userAgent who we say we are; some refuse a request that does not
   * @param contentType of bodies; where it is refused, plain JSON is tried
   * @param perMinute how many of them it may be sent in a minute, unless the job file says
   * @param patience how long one may take
   */
  public record WireManners(
      String userAgent, String contentType, int perMinute, Duration patience) {}

  /** The same with other groups. */
  public ScimProfile with(GroupManners other) {
    return new ScimProfile(other, users, lists, wire);
  }

  /** The same with other users. */
  public ScimProfile with(UserManners other) {
    return new ScimProfile(groups, other, lists, wire);
  }

  /** The same with other lists. */
  public ScimProfile with(ListManners other) {
    return new ScimProfile(groups, users, other, wire);
  }

  /** The same with other requests. */
  public ScimProfile with(WireManners other) {
    return new ScimProfile(groups, users, lists, other);
  }
}
