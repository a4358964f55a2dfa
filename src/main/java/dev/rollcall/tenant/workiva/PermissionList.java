package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.PermissionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The permissions on a file, by the ids of those who hold them: each holds one at most. */
final class PermissionList extends WorkivaList {

  private final String name;
  private final WorkivaFile file;

  /** Permissions that are set, or all that are taken. */
  PermissionList(WorkivaContext context, String name, WorkivaFile file, boolean sets) {
    super(
        context,
        sets ? WorkivaBatchKinds.SET_PERMISSIONS : WorkivaBatchKinds.TAKE_PERMISSIONS,
        WorkivaCallKind.CHANGE_FILE_PERMISSIONS,
        "file \"" + name + "\"");
    this.name = name;
    this.file = file;
  }

  BatchItem item(int sequence, String principal, Optional<String> permission) {
    return new BatchItem(sequence, principal, permission);
  }

  @Override
  public String reference() {
    return NotedOrganizationLists.file(file);
  }

  @Override
  public Set<String> recall(Set<String> keys) {
    Set<String> there = new HashSet<>(keys);
    there.removeIf(key -> !context().index().isUser(key) && !context().index().isName(key));
    return there;
  }

  @Override
  public Holdings held() {
    Map<String, String> held = new HashMap<>();
    context()
        .lists()
        .filePermissions(file)
        .forEach(row -> held.put(row.principal(), row.permission()));
    return Holdings.of(held);
  }

  /** What somebody has must be revoked by name before anything else is assigned: all in one. */
  @Override
  public FinishedCall<String> write(List<BatchItem> items, String form) {
    Map<String, String> now;
    try {
      now = held().by();
    } catch (TenantUnavailable | AccessRefused e) {
      return new FinishedCall<>(
          new CallOutcome.NotSent<>("what is held now could not be read: " + e.getMessage()), 0);
    }
    List<PermissionRow> more = new ArrayList<>();
    List<PermissionRow> fewer = new ArrayList<>();
    for (BatchItem item : items) {
      Optional<String> before = Optional.ofNullable(now.get(item.key()));
      if (!before.equals(item.wanted())) {
        before.ifPresent(permission -> fewer.add(new PermissionRow(permission, item.key())));
        item.wanted().ifPresent(wanted -> more.add(new PermissionRow(wanted, item.key())));
      }
    }
    return more.isEmpty() && fewer.isEmpty()
        ? new FinishedCall<>(new CallOutcome.Accepted<>(200, ""), 0)
        : context().api().changeFilePermissions(file, more, fewer);
  }

  @Override
  public Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost) {
    PermissionList again = new PermissionList(context(), name, file, true);
    List<BatchItem> items = new ArrayList<>();
    lost.forEach((principal, held) -> items.add(again.item(0, principal, Optional.of(held))));
    return Map.of(again, items);
  }

  @Override
  public String label(String key) {
    return context().index().address(key).map(Email::address).orElse(key);
  }
}
