package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Companion;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of a member whose environment roles are set, those beyond the scope included. */
record GroupsOfMember(WorkatoContext context, Email email, Id member) implements Companion {

  @Override
  public BatchKind kind() {
    return WorkatoBatchKinds.KEEP_GROUPS;
  }

  @Override
  public boolean mayBeHeld() {
    return context.index().mayHold(email, member, WorkatoVocabulary.GROUP)
        || context.index().hasUnreadGroups();
  }

  @Override
  public Map<SharedList, List<BatchItem>> held() {
    Map<SharedList, List<BatchItem>> held = new LinkedHashMap<>();
    context
        .index()
        .groups()
        .forEach(
            (name, id) -> {
              if (isIn(id)) {
                GroupMemberList list = new GroupMemberList(context, name, id, true);
                held.put(list, List.of(list.member(0, member)));
              }
            });
    return held;
  }

  private boolean isIn(Id group) {
    return context.lists().groupMembersLike(group, email.address()).stream()
        .anyMatch(row -> context.index().person(row).filter(email::equals).isPresent());
  }
}
