package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.PersonRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The list of a group's members, by the text of their ids; pending invitees only as items. */
final class GroupMemberList implements SharedList {

  private static final String INVITATION = "invitation ";

  private final WorkatoContext context;
  private final String name;
  private final Id group;
  private final boolean adding;
  private final Map<String, Id> ids = new HashMap<>();
  private final Map<Email, String> pending = new HashMap<>();
  private Optional<GroupTraffic.Seen> looked = Optional.empty();

  /** The members that are added, or taken out. */
  GroupMemberList(WorkatoContext context, String name, Id group, boolean adding) {
    this.context = context;
    this.name = name;
    this.group = group;
    this.adding = adding;
  }

  BatchItem member(int sequence, Id user) {
    ids.put(user.text(), user);
    return new BatchItem(sequence, user.text(), adding ? Optional.of("") : Optional.empty());
  }

  BatchItem invitation(int sequence, Email email, long invitation) {
    pending.put(email, INVITATION + invitation);
    return new BatchItem(sequence, INVITATION + invitation, Optional.empty());
  }

  @Override
  public BatchKind kind() {
    return WorkatoBatchKinds.memberships(adding);
  }

  @Override
  public String reference() {
    return NotedLists.group(group);
  }

  /** Pending invitees cannot be added again. */
  @Override
  public Set<String> recall(Set<String> keys) {
    Set<String> there = new HashSet<>();
    for (String key : keys) {
      Optional<Id> member = context.index().email(Id.of(key)).flatMap(context.index()::member);
      member.ifPresent(id -> ids.put(key, id));
      member.ifPresent(id -> there.add(key));
    }
    return there;
  }

  @Override
  public String label() {
    return "group \"" + name + "\"";
  }

  @Override
  public String label(String key) {
    return context.index().email(ids.getOrDefault(key, Id.of(key))).map(Email::address).orElse(key);
  }

  @Override
  public Holdings held() {
    looked = Optional.of(context.traffic().seen(group));
    PagedList<PersonRow> rows = context.lists().groupMembers(group);
    if (!rows.complete()) {
      throw new TenantUnavailable("the members of " + label() + " could not be read whole");
    }
    Map<String, String> held = new HashMap<>();
    rows.rows().forEach(row -> key(row).ifPresent(key -> held.put(key, "")));
    return new Holdings(held, rows.rows().size());
  }

  @Override
  public OptionalInt total() {
    GroupTraffic.Seen now = context.traffic().seen(group);
    if (looked.filter(before -> before.other() == now.other()).isEmpty()) {
      return OptionalInt.empty();
    }
    int joined = now.joined() - looked.get().joined();
    OptionalInt total = context.lists().groupTotal(group);
    return total.isEmpty() ? total : OptionalInt.of(total.getAsInt() - joined);
  }

  @Override
  public boolean hasLeft(String key) {
    return context.traffic().hasLeft(key);
  }

  /** Pending invitees show with the id of their invitation, with their address alone, or not. */
  private Optional<String> key(PersonRow row) {
    if (row.memberInvitationId().exists()) {
      return Optional.of(INVITATION + row.memberInvitationId());
    }
    Optional<Email> email = CompleteLists.email(row.email());
    Optional<Id> known = email.flatMap(context.index()::member);
    Optional<Id> id = known.isPresent() || !row.id().exists() ? known : Optional.of(row.id());
    id.ifPresent(member -> ids.putIfAbsent(member.text(), member));
    return id.map(Id::text).or(() -> email.map(pending::get));
  }

  @Override
  public List<String> forms(List<BatchItem> items) {
    return IdPlaces.forms(adding);
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items, String form) {
    IdPlaces places = IdPlaces.of(form, adding);
    if (adding) {
      users(items).forEach(user -> context.index().giving(user, WorkatoVocabulary.GROUP));
    }
    return adding
        ? context.api().addMembers(group, users(items), places)
        : context.api().removeMembers(group, users(items), invitations(items), places);
  }

  @Override
  public int most() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean canBeNamedWhole() {
    return adding;
  }

  /** Those who were taken out are added again. Pending invitees cannot be. */
  @Override
  public Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost) {
    GroupMemberList additions = new GroupMemberList(context, name, group, true);
    return Map.of(
        additions,
        lost.keySet().stream()
            .flatMap(key -> Optional.ofNullable(ids.get(key)).stream())
            .map(member -> additions.member(0, member))
            .toList());
  }

  private List<Id> users(List<BatchItem> items) {
    return items.stream()
        .filter(item -> !item.key().startsWith(INVITATION))
        .map(item -> ids.get(item.key()))
        .toList();
  }

  private static List<Id> invitations(List<BatchItem> items) {
    return items.stream()
        .filter(item -> item.key().startsWith(INVITATION))
        .map(item -> Id.of(Long.parseLong(item.key().substring(INVITATION.length()))))
        .toList();
  }

  @Override
  public boolean learn(SharedList former) {
    // Whoever is pending was only recognised by a look that was asked about them.
    if (!(former instanceof GroupMemberList group)
        || !group.pending.keySet().containsAll(pending.keySet())) {
      return false;
    }
    group.ids.forEach(ids::putIfAbsent);
    group.pending.forEach(pending::putIfAbsent);
    looked = group.looked;
    return true;
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context
        .access()
        .turnedAway(
            adding ? Endpoint.ADD_MEMBERS : Endpoint.REMOVE_MEMBERS, context.main(), finished);
  }
}
