package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * People whose address has changed. The new one is invited like anybody's; the old account is
 * neither absent nor changed until the new one is active, and then counts as that of a leaver:
 *
 * <pre>
 * new address     in the workspace   old account, in no roster
 * active          active             as a leaver's, by policy.left
 * active          not yet, pending,  waits
 *                 or without access
 * left            any                as a leaver's: they have left
 * starts later    any                waits
 * held            any                held as well
 * doubtful        any                left alone: the id may be another person's
 * </pre>
 *
 * <p>Nothing is handed over: the new account gets what rosters and rules give, and what the old one
 * holds beyond that goes with it.
 */
final class RenamedPeople {

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;
  private final Leavers leavers;
  private final AddressChanges renames;
  private final Predicate<Email> isHeld;

  RenamedPeople(
      ReconciliationTerms comparison, PlanBuilder draft, Leavers leavers, Predicate<Email> isHeld) {
    this.comparison = comparison;
    this.draft = draft;
    this.leavers = leavers;
    this.renames = AddressChanges.of(comparison.situation());
    this.isHeld = isHeld;
  }

  /** Plans for an account in no roster, if its owner has another address by now. */
  boolean settles(Member actual) {
    Optional<AddressChange> rename = renames.from(actual.email());
    rename.ifPresent(found -> settle(actual, found));
    return rename.isPresent();
  }

  private void settle(Member actual, AddressChange rename) {
    Email now = rename.now().email();
    if (rename.isDoubtful()) {
      find(
          Finding.Kind.EMPLOYEE_ID_REUSED,
          rename,
          "had employee-id "
              + rename.employeeId()
              + "; "
              + rename.doubt()
              + ": nothing is done about this account; where its owner has left, give it a row that"
              + " says so");
    } else if (isHeld.test(now)) {
      find(
          Finding.Kind.PERSON_HELD,
          rename,
          "left as is: " + rename.to() + ", who is held because of a problem");
    } else if (renames.isOver(rename)) {
      leavers.leaves(actual, cause(rename, rename.to()));
    } else {
      find(
          Finding.Kind.RENAME_WAITS,
          rename,
          rename.to()
              + ": stays until the new address is in the "
              + comparison.vocabulary().tenant()
              + "; "
              + reason(rename));
    }
  }

  /** Why the old account stays for now. */
  private String reason(AddressChange rename) {
    Member now = rename.now();
    if (comparison.desired().anybodyMayBeMissing()) {
      return "a rejected row without a readable address may be about the old one";
    }
    if (now.status() == Status.FUTURE) {
      return "it starts later";
    }
    if (!comparison.covers(now.email())) {
      return "it is not ours to plan for";
    }
    return comparison
        .actual()
        .person(now.email())
        .map(
            present ->
                present.status() == Status.INVITED
                    ? "its invitation waits for acceptance"
                    : "it gets its access back first")
        .orElseGet(() -> reasonToBeAbsent(now));
  }

  private String reasonToBeAbsent(Member now) {
    if (!comparison.policy().invite()) {
      return "people join by signing in";
    }
    if (!comparison.canJoin(now)) {
      return "it cannot be invited without a role in at least one "
          + comparison.vocabulary().neededToJoin().orElseThrow().noun();
    }
    boolean invites = comparison.vocabulary().invites();
    if (comparison.switches().invites() && comparison.plans(now.email())) {
      return invites ? "it is invited first" : "its account is made first";
    }
    return invites ? "it is not invited in this run" : "no account is made in this run";
  }

  /** The cell and note of whatever lets a person in under a new address, if it is one. */
  Cause welcome(Member desired, Cause usual) {
    List<AddressChange> found =
        renames.to(desired.email()).stream()
            .filter(rename -> comparison.actual().person(rename.old()).isPresent())
            .filter(rename -> !isLiving(rename.old()))
            .toList();
    if (found.isEmpty()) {
      return usual;
    }
    String note = found.stream().map(AddressChange::from).collect(Collectors.joining(", "));
    return new Cause(cause(found.get(0), note).origin(), usual.rule(), note);
  }

  private boolean isLiving(Email email) {
    return comparison
        .desired()
        .roster()
        .person(email)
        .filter(person -> person.status() != Status.LEFT)
        .isPresent();
  }

  /**
   * Says what nothing else says: old addresses that are foreign, and those of somebody else now.
   */
  void remark() {
    for (AddressChange rename : renames.all()) {
      boolean said = rename.isDoubtful() || isHeld.test(rename.now().email());
      if (!said
          && !comparison.covers(rename.old())
          && !renames.isListed(rename.old())
          && comparison.plans(rename.now().email())) {
        find(
            Finding.Kind.RENAMED_FROM_FOREIGN,
            rename,
            rename.to() + ", and is not ours to plan for: an account under it is left as it is");
      }
    }
    comparison.situation().history().addresses().forEach(this::remarkOnOwner);
  }

  private void remarkOnOwner(KnownAddress known) {
    Email email = known.email();
    String id = comparison.desired().provenance().employeeId(email);
    if (!id.isEmpty()
        && !EmployeeIds.key(id).equals(known.employeeId())
        && isLiving(email)
        && comparison.plans(email)
        && !isHeld.test(email)) {
      draft.find(
          Finding.Kind.ADDRESS_REASSIGNED,
          email.address(),
          "had employee-id "
              + known.employeeId()
              + " and has "
              + id
              + " now; planned for as its own row says",
          idCell(email, ""));
    }
  }

  private void find(Finding.Kind kind, AddressChange rename, String detail) {
    draft.find(kind, rename.old().address(), detail, cause(rename, ""));
  }

  private Cause cause(AddressChange rename, String note) {
    return idCell(rename.now().email(), note);
  }

  private Cause idCell(Email email, String note) {
    Desired desired = comparison.desired();
    String cell = desired.provenance().employeeIdCell(email).map(Object::toString).orElse("");
    return new Cause(cell, "", note);
  }
}
