package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The list of a group's members, by their ids. */
final class ScimMembers implements SharedList {

  /** Where each person is asked about, so many others are looked at as well. */
  static final int WATCHED = 10;

  private final ScimContext context;
  private final Resource resource;
  private final boolean adding;
  private final MemberEdits edits;
  private final Set<String> asked = new LinkedHashSet<>();
  private String group;

  /** The members that are added, or taken out. */
  ScimMembers(ScimContext context, Resource resource, String group, boolean adding) {
    this.context = context;
    this.resource = resource;
    this.group = group;
    this.adding = adding;
    this.edits = new MemberEdits(context.profile().groups());
    context.index().members(group).stream().sorted().limit(WATCHED).forEach(asked::add);
  }

  BatchItem member(int sequence, String user) {
    asked.add(user);
    return new BatchItem(sequence, user, adding ? Optional.of("") : Optional.empty());
  }

  @Override
  public BatchKind kind() {
    return ScimBatchKinds.memberships(adding);
  }

  @Override
  public String reference() {
    return group;
  }

  @Override
  public Set<String> recall(Set<String> keys) {
    asked.addAll(keys);
    return keys.stream().filter(context.index()::isThere).collect(Collectors.toSet());
  }

  @Override
  public String label() {
    return resource.kind().noun() + " \"" + resource + "\"";
  }

  @Override
  public String label(String key) {
    return context.index().email(key).map(Email::address).orElse(key);
  }

  @Override
  public Holdings held() {
    Collection<String> members = context.isAskedByPerson() ? byPerson() : withGroup();
    Map<String, String> held = new HashMap<>();
    members.forEach(member -> held.put(member, ""));
    return Holdings.of(held);
  }

  private Set<String> byPerson() {
    return asked.stream()
        .filter(user -> context.lookups().groupsWith(user).contains(group))
        .collect(Collectors.toSet());
  }

  private Collection<String> withGroup() {
    List<String> members = shown();
    boolean isSilent = members.isEmpty() && !context.traits().hasShownMembers();
    if (isSilent && !asked.isEmpty() && context.lookups().filtersByMember()) {
      Set<String> found = byPerson();
      if (!found.isEmpty()) {
        context.traits().hidesMembers();
      }
      return found;
    }
    return members;
  }

  private List<String> shown() {
    List<String> members =
        context
            .lookups()
            .group(group)
            .or(this::underAnotherId)
            .orElseThrow(() -> new TenantUnavailable(label() + " is not there any more"))
            .members();
    context.index().members(group, members);
    if (!members.isEmpty()) {
      context.traits().showsMembers();
    }
    return members;
  }

  /** Some give a group another id; its name is the same. */
  private Optional<ScimGroup> underAnotherId() {
    List<ScimGroup> alike = context.groups(resource);
    if (alike.size() != 1 || alike.get(0).id().equals(group)) {
      return Optional.empty();
    }
    group = alike.get(0).id();
    context.index().group(resource, alike.get(0));
    return context.lookups().group(group);
  }

  /** Reading the list is one request already. */
  @Override
  public OptionalInt total() {
    return OptionalInt.empty();
  }

  /** Where a removal by name is not understood, naming all who stay may be. */
  @Override
  public List<String> forms(List<BatchItem> items) {
    ScimProfile.GroupManners manners = context.profile().groups();
    boolean mayReplace =
        !adding
            && manners.replacesMembers()
            && manners.removal() == ScimProfile.Removal.FILTER_PATH
            && !context.isAskedByPerson();
    return mayReplace
        ? List.of(MemberEdits.NAMED, MemberEdits.REPLACED)
        : List.of(MemberEdits.NAMED);
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items, String form) {
    FinishedCall<String> finished = sent(items, form);
    if (ScimErrors.notFound(finished.last()) && !context.isAskedByPerson() && isElsewhere()) {
      finished = sent(items, form);
    }
    if (finished.last() instanceof CallOutcome.Accepted) {
      Map<String, Boolean> wanted = new HashMap<>();
      items.forEach(item -> wanted.put(item.key(), item.wanted().isPresent()));
      context.index().changed(group, wanted);
    }
    return finished;
  }

  private boolean isElsewhere() {
    try {
      return underAnotherId().isPresent();
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  /** What is too large is sent in halves. */
  private FinishedCall<String> sent(List<BatchItem> items, String form) {
    FinishedCall<String> finished =
        context.isAskedByPerson()
            ? context
                .changes()
                .blindly(
                    Resources.GROUPS,
                    group,
                    edit(context.index().members(group), items, MemberEdits.Replacing.NOTHING))
            : context.changes().change(Resources.GROUPS, group, read -> edit(read, items, form));
    if (!ScimErrors.isTooLarge(finished.last()) || items.size() == 1) {
      return finished;
    }
    int half = items.size() / 2;
    FinishedCall<String> first = sent(items.subList(0, half), form);
    return first.last() instanceof CallOutcome.Accepted
        ? sent(items.subList(half, items.size()), form)
        : first;
  }

  private Edit edit(ScimAttributes read, List<BatchItem> items, String form) {
    Optional<ObjectNode> replaced =
        Optional.of(read.writable()).filter(each -> form.equals(MemberEdits.REPLACED));
    return edit(
        new LinkedHashSet<>(ScimGroup.read(read).members()),
        items,
        new MemberEdits.Replacing(replaced));
  }

  private Edit edit(Set<String> held, List<BatchItem> items, MemberEdits.Replacing how) {
    List<String> coming = keys(items, true);
    List<String> going = keys(items, false);
    boolean isWhole = how.group().isPresent() || context.traits().isChangedWhole(Resources.GROUPS);
    Set<String> left = new LinkedHashSet<>(held);
    left.addAll(coming);
    left.removeAll(going);
    int most = context.settings().most();
    return isWhole && left.size() > most && !left.equals(held)
        ? Edit.impossible(
            "not sent: each request replaces the members of "
                + label()
                + ", of whom there are "
                + left.size()
                + "; one request carries "
                + most)
        : edits.changed(held, coming, going, how);
  }

  private static List<String> keys(List<BatchItem> items, boolean coming) {
    return items.stream()
        .filter(item -> item.wanted().isPresent() == coming)
        .map(BatchItem::key)
        .toList();
  }

  @Override
  public int most() {
    return context.settings().most();
  }

  @Override
  public boolean canBeNamedWhole() {
    return false;
  }

  @Override
  public Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost) {
    ScimMembers additions = new ScimMembers(context, resource, group, true);
    return Map.of(
        additions, lost.keySet().stream().map(user -> additions.member(0, user)).toList());
  }

  @Override
  public boolean hasLeft(String key) {
    return context.index().hasLeft(key);
  }

  @Override
  public boolean learn(SharedList former) {
    if (!(former instanceof ScimMembers other)
        || context.isAskedByPerson() && !other.asked.containsAll(asked)) {
      return false;
    }
    asked.addAll(other.asked);
    group = other.group;
    return true;
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway("change groups", finished);
  }
}
