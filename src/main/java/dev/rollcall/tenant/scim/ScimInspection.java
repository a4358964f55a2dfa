package dev.rollcall.tenant.scim;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation.Verb;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Errand;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.Privilege;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What a service provider tells of itself beyond what a run needs. */
record ScimInspection(ScimContext context) implements Inspection {

  @Override
  public Inventory inventory(Inventory.Counting counting) {
    context.index().users(context.lookups().users());
    List<Inventory.Section> sections = new ArrayList<>();
    if (context.settings().hasRoles()) {
      sections.add(levels());
    }
    sections.add(groups(counting));
    return new Inventory(sections, List.of());
  }

  private Inventory.Section levels() {
    Map<String, Integer> held = new TreeMap<>();
    context.settings().levels().forEach(level -> held.put(level, 0));
    context.index().users().stream()
        .flatMap(user -> user.roles().stream())
        .map(Entitlement::level)
        .forEach(level -> level.ifPresent(each -> held.merge(each, 1, Integer::sum)));
    return new Inventory.Section(
        ScimVocabulary.ENVIRONMENT,
        Inventory.Sort.LEVELS,
        held.entrySet().stream()
            .map(each -> entry(each.getKey(), "", OptionalInt.of(each.getValue())))
            .toList());
  }

  private Inventory.Section groups(Inventory.Counting counting) {
    List<ScimGroup> groups = context.lookups().groups();
    boolean isCounted =
        context.traits().members() == ScimProfile.Members.GET
            && (counting == Inventory.Counting.ALWAYS
                || groups.size() < context.settings().rate().perMinute());
    Map<String, OptionalInt> people = isCounted ? counted(groups) : Map.of();
    return new Inventory.Section(
        ScimVocabulary.GROUP,
        Inventory.Sort.RESOURCES,
        groups.stream()
            .map(
                group ->
                    entry(
                        group.name(),
                        group.id(),
                        people.getOrDefault(group.id(), OptionalInt.empty())))
            .toList());
  }

  /** Where no group shows anybody, there may be members all the same. */
  private Map<String, OptionalInt> counted(List<ScimGroup> groups) {
    Map<String, OptionalInt> people = new HashMap<>();
    groups.forEach(group -> people.put(group.id(), counted(group)));
    return people.values().stream().allMatch(count -> count.orElse(0) == 0) ? Map.of() : people;
  }

  private OptionalInt counted(ScimGroup group) {
    return context.lookups().group(group.id()).stream()
        .mapToInt(read -> read.members().size())
        .findFirst();
  }

  private static Inventory.Entry entry(String name, String id, OptionalInt people) {
    return new Inventory.Entry(
        name, id, "", Optional.empty(), new Inventory.Holders(people, OptionalInt.empty()), true);
  }

  @Override
  public List<Privilege> privileges(Errand errand) {
    List<Privilege> all = new ArrayList<>();
    all.add(asked(Resources.USERS));
    all.add(asked(Resources.GROUPS));
    if (errand.does(Verb.JOIN)) {
      all.add(unasked("POST /Users", "create users"));
    }
    if (errand.does(Verb.SUSPEND, Verb.REINSTATE)) {
      all.add(unasked("PATCH /Users/{id}", "update users"));
    }
    if (errand.does(Verb.REMOVE)) {
      all.add(unasked("DELETE /Users/{id}", "delete users"));
    }
    if (errand.does(Verb.SET)) {
      all.add(unasked("PATCH /Groups/{id}", "push groups"));
    }
    return all;
  }

  private Privilege asked(Resources resources) {
    CallOutcome<ScimAttributes> answer =
        context.api().list(resources, "startIndex=1&count=1").last();
    if (ScimErrors.isTokenRefused(answer)) {
      throw new AccessRefused("the token is refused (" + ScimErrors.why(answer) + ")");
    }
    Privilege.State state =
        answer instanceof CallOutcome.Accepted
            ? Privilege.State.GRANTED
            : ScimErrors.notPermitted(answer) ? Privilege.State.MISSING : Privilege.State.UNTOLD;
    return privilege(
        "GET /" + resources.noun(),
        "read " + resources.noun(),
        state,
        state == Privilege.State.GRANTED ? "" : ScimErrors.why(answer));
  }

  private Privilege unasked(String call, String tick) {
    return privilege(call, tick, Privilege.State.UNASKABLE, "");
  }

  private Privilege privilege(String call, String tick, Privilege.State state, String detail) {
    return new Privilege(place(), call, tick, state, detail);
  }

  /** One token is for all of it. */
  private Resource place() {
    return ScimVocabulary.group(String.valueOf(context.settings().base().getHost()));
  }

  @Override
  public boolean isForPrivileges(AccessRefused refused) {
    return String.valueOf(refused.getMessage()).startsWith("the token may not ");
  }

  @Override
  public String screen() {
    return "the provisioning settings of the service provider";
  }
}
