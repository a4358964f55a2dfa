package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.MemberRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The list of one member's roles, by environment. Somebody who is no member any more holds nothing.
 */
final class EnvironmentRoleList implements SharedList {

  private final WorkatoContext context;
  private final Email email;
  private final Id member;

  EnvironmentRoleList(WorkatoContext context, Email email, Id member) {
    this.context = context;
    this.email = email;
    this.member = member;
  }

  BatchItem item(int sequence, Environment environment, Optional<String> role) {
    return new BatchItem(
        sequence, environment.name(), role.filter(name -> !WorkatoVocabulary.isNoAccess(name)));
  }

  @Override
  public BatchKind kind() {
    return WorkatoBatchKinds.SET_ENVIRONMENT_ROLES;
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
  public Holdings held() {
    FinishedCall<MemberRow> finished = context.api().member(member);
    if (WorkatoErrors.notFound(finished.last())) {
      return Holdings.of(Map.of());
    }
    Map<String, String> held = new HashMap<>();
    CompleteLists.roles(context.access().read(Endpoint.MEMBER, context.main(), finished))
        .forEach(role -> held.put(role.on().name(), role.role()));
    return Holdings.of(held);
  }

  @Override
  public OptionalInt total() {
    return OptionalInt.empty();
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    boolean apart = context.noAccessApart().get();
    FinishedCall<String> finished = write(items, noAccess(apart));
    // The vendor's pages spell it in two ways; the first that is known is kept.
    if (WorkatoErrors.unknownRole(finished.last(), noAccess(apart))
        && context.noAccessApart().compareAndSet(apart, !apart)) {
      return write(items, noAccess(!apart));
    }
    return finished;
  }

  private static String noAccess(boolean apart) {
    return apart ? "No access" : "NoAccess";
  }

  private FinishedCall<String> write(List<BatchItem> items, String noAccess) {
    return context
        .api()
        .setRoles(
            member,
            items.stream()
                .map(item -> context.role(item.key(), item.wanted().orElse(noAccess)))
                .toList());
  }

  @Override
  public boolean learn(SharedList former) {
    // Environments and roles go by their names.
    return former instanceof EnvironmentRoleList;
  }

  @Override
  public void restore(Map<String, String> held) {
    write(
        held.entrySet().stream()
            .map(role -> new BatchItem(0, role.getKey(), Optional.of(role.getValue())))
            .toList());
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.SET_ROLES, context.main(), finished);
  }
}
