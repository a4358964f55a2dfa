package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.http.Tried;
import dev.rollcall.tenant.workato.payload.EnvRole;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.MemberRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One member's roles, by environment. Somebody who is no member any more holds nothing. */
final class RolesTarget implements SharedTarget {

  private final Tools tools;
  private final Email email;
  private final Id member;

  RolesTarget(Tools tools, Email email, Id member) {
    this.tools = tools;
    this.email = email;
    this.member = member;
  }

  Item item(int sequence, Environment environment, Optional<String> role) {
    return new Item(
        sequence, environment.name(), role.filter(name -> !WorkatoVocabulary.isNoAccess(name)));
  }

  @Override
  public BatchKind kind() {
    return Batches.SET_ENVIRONMENT_ROLES;
  }

  @Override
  public String label() {
    return email.address();
  }

  @Override
  public String label(String key) {
    return key;
  }

  @Override
  public Held held() {
    Tried<MemberRow> tried = tools.api().member(member);
    if (WorkatoErrors.notFound(tried.last())) {
      return Held.of(Map.of());
    }
    Map<String, String> held = new HashMap<>();
    Readings.roles(tools.access().read(Endpoint.MEMBER, tools.main(), tried))
        .forEach(role -> held.put(role.on().name(), role.role()));
    return Held.of(held);
  }

  @Override
  public OptionalInt total() {
    return OptionalInt.empty();
  }

  @Override
  public Tried<String> write(List<Item> items) {
    boolean apart = tools.noAccessApart().get();
    Tried<String> tried = write(items, noAccess(apart));
    // The vendor's pages spell it in two ways; the first that is known is kept.
    if (WorkatoErrors.unknownRole(tried.last(), noAccess(apart))
        && tools.noAccessApart().compareAndSet(apart, !apart)) {
      return write(items, noAccess(!apart));
    }
    return tried;
  }

  private static String noAccess(boolean apart) {
    return apart ? "No access" : "NoAccess";
  }

  private Tried<String> write(List<Item> items, String noAccess) {
    return tools
        .api()
        .setRoles(
            member,
            items.stream()
                .map(
                    item ->
                        EnvRole.of(
                            item.key(), item.wanted().map(tools.index()::spelled).orElse(noAccess)))
                .toList());
  }

  @Override
  public boolean learn(SharedTarget former) {
    // Environments and roles go by their names.
    return former instanceof RolesTarget;
  }

  @Override
  public void restore(Map<String, String> held) {
    write(
        held.entrySet().stream()
            .map(role -> new Item(0, role.getKey(), Optional.of(role.getValue())))
            .toList());
  }

  @Override
  public Endpoint endpoint() {
    return Endpoint.SET_ROLES;
  }

  @Override
  public Environment environment() {
    return tools.main();
  }
}
