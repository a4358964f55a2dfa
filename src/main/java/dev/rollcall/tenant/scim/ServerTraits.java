package dev.rollcall.tenant.scim;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was found out about a service provider on the way: what it answered counts for more than
 * what it, or its profile, says. Thread-safe.
 */
final class ServerTraits {

  private static final String JSON = "application/json";

  private final Set<ScimApi.Resources> byPut = ConcurrentHashMap.newKeySet();
  private volatile String contentType;
  private volatile boolean hasUsableVersions = true;
  private volatile ScimProfile.Members members;
  private volatile boolean hasShownMembers;
  private volatile boolean asksForMembers;

  /** Nothing was found out yet. */
  ServerTraits(ScimProfile profile) {
    this.contentType = profile.wire().contentType();
    this.members = profile.groups().members();
    if (profile.users().changing() == ScimProfile.Changing.PUT) {
      byPut.add(ScimApi.Resources.USERS);
    }
    if (profile.groups().removal() == ScimProfile.Removal.PUT_GROUP) {
      byPut.add(ScimApi.Resources.GROUPS);
    }
  }

  /** Of which media type bodies are. */
  String contentType() {
    return contentType;
  }

  /** A media type was refused; whether there is another one to try. */
  boolean refuses(String type) {
    boolean isNew = !type.equals(JSON);
    contentType = JSON;
    return isNew;
  }

  /** Whether these are changed as a whole. */
  boolean isChangedWhole(ScimApi.Resources resources) {
    return byPut.contains(resources);
  }

  /** PATCH is not offered for these. */
  void offersNoPatch(ScimApi.Resources resources) {
    byPut.add(resources);
  }

  /** How the members of groups are read. */
  ScimProfile.Members members() {
    return members;
  }

  /** Groups do not show their members, but can be asked for by them. */
  void hidesMembers() {
    members = ScimProfile.Members.FILTER_INVERSE;
  }

  /** Whether a group has shown somebody: then one that shows nobody has none. */
  boolean hasShownMembers() {
    return hasShownMembers;
  }

  /** A group has shown somebody. */
  void showsMembers() {
    hasShownMembers = true;
  }

  /** Whether members are only told where a request names them. */
  boolean asksForMembers() {
    return asksForMembers;
  }

  /** Members are only told where a request names them; or that was tried in vain. */
  void asksForMembers(boolean isSo) {
    asksForMembers = isSo;
  }

  /** Whether a change may name the version that it is about. */
  boolean hasUsableVersions() {
    return hasUsableVersions;
  }

  /** A version that was read just before was refused as too old. */
  void hasBrokenVersions() {
    hasUsableVersions = false;
  }
}
