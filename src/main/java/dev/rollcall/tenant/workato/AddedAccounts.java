package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts that this process added and whose ids no answer told: they are read once, all
 * together, when one is needed. Thread-safe.
 */
final class AddedAccounts {

  private final CompleteLists lists;
  private final WorkatoIndex index;
  private final Set<Email> withoutId = new HashSet<>();

  AddedAccounts(CompleteLists lists, WorkatoIndex index) {
    this.lists = lists;
    this.index = index;
  }

  /** One was added. */
  synchronized void added(Email email) {
    withoutId.add(email);
  }

  /** The id of a member, whoever added them. */
  synchronized Optional<Id> member(Email email) {
    if (index.member(email).isEmpty() && withoutId.contains(email)) {
      index.members(lists.members());
      withoutId.clear();
    }
    return index.member(email);
  }
}
