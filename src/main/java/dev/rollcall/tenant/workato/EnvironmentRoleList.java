package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Companion;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The list of one member's roles, by environment. Somebody who is no member any more holds nothing.
 */
final class EnvironmentRoleList implements SharedList {

  private static final List<String> NO_ACCESS = List.of("NoAccess", "No access", "No Access");

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
  public String reference() {
    return NotedLists.roles(member);
  }

  @Override
  public Set<String> recall(Set<String> keys) {
    return keys;
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
    Map<String, String> held = new HashMap<>();
    context.lists().rolesOf(member).values().stream()
        .map(context.index()::asOffered)
        .forEach(role -> held.put(role.on().name(), role.role()));
    context.index().roles(member, held);
    return Holdings.of(held);
  }

  @Override
  public OptionalInt total() {
    return OptionalInt.empty();
  }

  /** The vendor's pages spell "no access" in several ways; else there is but one form. */
  @Override
  public List<String> forms(List<BatchItem> items) {
    return items.stream().allMatch(item -> item.wanted().isPresent())
        ? NO_ACCESS.subList(0, 1)
        : NO_ACCESS;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Names all environments in which the member holds anything: believed not to be needed, it
   * costs nothing, and where a request takes what it does not name, nobody loses anything.
   */
  @Override
  public FinishedCall<String> write(List<BatchItem> items, String form) {
    Map<String, String> asked = new TreeMap<>();
    items.forEach(item -> asked.put(item.key(), item.wanted().orElse(noAccess(form))));
    Map<String, String> all = new TreeMap<>(context.index().rolesOf(member));
    all.putAll(asked);
    FinishedCall<String> finished = write(all);
    if (all.size() > asked.size() && WorkatoErrors.refusesOther(finished.last(), all, asked)) {
      finished = write(asked);
    }
    if (finished.last() instanceof CallOutcome.Accepted) {
      all.values().removeIf(WorkatoVocabulary::isNoAccess);
      context.index().roles(member, all);
    }
    return finished;
  }

  private static String noAccess(String form) {
    return form.isEmpty() ? NO_ACCESS.get(0) : form;
  }

  private FinishedCall<String> write(Map<String, String> roles) {
    return context
        .api()
        .setRoles(
            member,
            roles.entrySet().stream()
                .map(role -> context.role(role.getKey(), role.getValue()))
                .toList());
  }

  @Override
  public int most() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean canBeNamedWhole() {
    return false;
  }

  @Override
  public Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost) {
    return Map.of(
        this,
        lost.entrySet().stream()
            .map(role -> new BatchItem(0, role.getKey(), Optional.of(role.getValue())))
            .toList());
  }

  @Override
  public List<Companion> companions() {
    return List.of(
        new GroupsOfMember(context, email, member), new GrantsOfMember(context, email, member));
  }

  @Override
  public boolean learn(SharedList former) {
    // Environments and roles go by their names.
    return former instanceof EnvironmentRoleList;
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.SET_ROLES, context.main(), finished);
  }
}
