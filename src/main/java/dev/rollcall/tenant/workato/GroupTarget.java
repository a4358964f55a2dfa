package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Tried;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.PersonRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The members of a group, by the text of their ids; pending invitees only as items. */
final class GroupTarget implements SharedTarget {

  private static final String INVITATION = "invitation ";

  private final Tools tools;
  private final String name;
  private final Id group;
  private final boolean adding;
  private final Map<String, Id> ids = new HashMap<>();
  private final Map<Email, String> pending = new HashMap<>();

  private GroupTarget(Tools tools, String name, Id group, boolean adding) {
    this.tools = tools;
    this.name = name;
    this.group = group;
    this.adding = adding;
  }

  static GroupTarget adding(Tools tools, String name, Id group) {
    return new GroupTarget(tools, name, group, true);
  }

  static GroupTarget removing(Tools tools, String name, Id group) {
    return new GroupTarget(tools, name, group, false);
  }

  Item member(int sequence, Id user) {
    ids.put(user.text(), user);
    return new Item(sequence, user.text(), adding ? Optional.of("") : Optional.empty());
  }

  Item invitation(int sequence, Email email, long invitation) {
    pending.put(email, INVITATION + invitation);
    return new Item(sequence, INVITATION + invitation, Optional.empty());
  }

  @Override
  public BatchKind kind() {
    return adding ? Batches.ADD_MEMBERS : Batches.REMOVE_MEMBERS;
  }

  @Override
  public String label() {
    return "group \"" + name + "\"";
  }

  @Override
  public String label(String key) {
    return tools.index().email(ids.getOrDefault(key, Id.of(key))).map(Email::address).orElse(key);
  }

  @Override
  public Held held() {
    Paged<PersonRow> rows = tools.readings().groupMembers(group);
    if (!rows.complete()) {
      throw new TenantUnavailable("the members of " + label() + " could not be read whole");
    }
    Map<String, String> held = new HashMap<>();
    rows.rows().forEach(row -> key(row).ifPresent(key -> held.put(key, "")));
    return new Held(held, rows.rows().size());
  }

  @Override
  public OptionalInt total() {
    return tools.readings().groupTotal(group);
  }

  /** Pending invitees show with the id of their invitation, with their address alone, or not. */
  private Optional<String> key(PersonRow row) {
    if (row.memberInvitationId().exists()) {
      return Optional.of(INVITATION + row.memberInvitationId());
    }
    Optional<Email> email = Readings.email(row.email());
    Optional<Id> known = email.flatMap(tools.index()::member);
    Optional<Id> id = known.isPresent() || !row.id().exists() ? known : Optional.of(row.id());
    id.ifPresent(member -> ids.putIfAbsent(member.text(), member));
    return id.map(Id::text).or(() -> email.map(pending::get));
  }

  @Override
  public Tried<String> write(List<Item> items) {
    return adding
        ? tools.api().addMembers(group, users(items))
        : tools.api().removeMembers(group, users(items), invitations(items));
  }

  private List<Id> users(List<Item> items) {
    return items.stream()
        .filter(item -> !item.key().startsWith(INVITATION))
        .map(item -> ids.get(item.key()))
        .toList();
  }

  private static List<Id> invitations(List<Item> items) {
    return items.stream()
        .filter(item -> item.key().startsWith(INVITATION))
        .map(item -> Id.of(Long.valueOf(item.key().substring(INVITATION.length()))))
        .toList();
  }

  @Override
  public boolean learn(SharedTarget former) {
    // Whoever is pending was only recognised by a look that was asked about them.
    if (!(former instanceof GroupTarget group)
        || !group.pending.keySet().containsAll(pending.keySet())) {
      return false;
    }
    group.ids.forEach(ids::putIfAbsent);
    group.pending.forEach(pending::putIfAbsent);
    return true;
  }

  @Override
  public void restore(Map<String, String> held) {
    // All together first: where adding replaces, one by one would leave the last one only.
    // Pending invitees cannot be put back.
    Map<String, Id> members = new HashMap<>(ids);
    members.keySet().retainAll(held.keySet());
    tools.api().addMembers(group, List.copyOf(members.values()));
    Map<String, String> now = read();
    members.keySet().removeAll(now.keySet());
    members.values().forEach(id -> tools.api().addMembers(group, List.of(id)));
  }

  @Override
  public Endpoint endpoint() {
    return adding ? Endpoint.ADD_MEMBERS : Endpoint.REMOVE_MEMBERS;
  }

  @Override
  public Environment environment() {
    return tools.main();
  }
}
