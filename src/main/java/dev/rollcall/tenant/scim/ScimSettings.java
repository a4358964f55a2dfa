package dev.rollcall.tenant.scim;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.RequestQuota;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which service provider to talk to, and how.
 *
 * @param base up to but not including {@code /Users}
 * @param roles the attribute that tells the role in each environment; empty where none does
 * @param levels roles that may be given, beside those that somebody has
 * @param names what names of groups stand for; empty where for nothing
 * @param createsGroups whether groups that the job file declares are made where they are missing
 * @param rate how many requests may be sent in which time
 * @param batch the most members in one request, if that is fewer than the profile says
 */
public record ScimSettings(
    URI base,
    ScimProfile profile,
    Map<String, RoleAttribute> roles,
    List<String> levels,
    List<GroupNameTemplate> names,
    boolean createsGroups,
    RequestQuota rate,
    int batch) {

  /** Copies, keeping the order of the environments. */
  public ScimSettings {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    levels = List.copyOf(levels);
    names = List.copyOf(names);
    if (batch < 1) {
      throw new IllegalArgumentException("batch is at least 1");
    }
  }

  /** A provider of such manners, of which groups are managed. */
  public static ScimSettings of(URI base, ScimProfile profile) {
    return new ScimSettings(
        base,
        profile,
        Map.of(),
        List.of(),
        List.of(),
        false,
        RequestQuota.perMinute(profile.wire().perMinute()),
        100);
  }

  /** Its key: the same however the address is written. */
  String key() {
    return root().substring(root().indexOf("//") + 2);
  }

  /** What the key of every provider at an address begins with. */
  public static String keysBegin(URI base) {
    return base.getRawAuthority();
  }

  /** The base without a slash at its end. */
  String root() {
    return base.toString().replaceAll("/+$", "");
  }

  /** The most members in one request. */
  int most() {
    return Math.min(batch, profile.groups().mostMembers());
  }

  /** Whether an attribute tells a role. */
  boolean hasRoles() {
    return !roles.isEmpty();
  }

  /** The words of this provider. */
  public Vocabulary vocabulary() {
    if (names.isEmpty()) {
      return hasRoles() ? ScimVocabulary.ROLES : ScimVocabulary.GROUPS_ALONE;
    }
    return hasRoles() ? ScimVocabulary.VOCABULARY : ScimVocabulary.WORKSPACES;
  }
}
