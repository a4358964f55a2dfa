package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everybody whose address has changed since a plan was last accepted, by what is remembered and
 * what the rosters say; who of them has an account is judged elsewhere.
 *
 * <p>An address is its latest employee-id's. So an address that was given to a colleague is no
 * former address of whoever had it first, and in a chain of renames each former address counts.
 */
final class AddressChanges {

  private final PlanInput situation;
  private final Map<Email, AddressChange> byOld = new TreeMap<>();
  private final Map<Email, List<AddressChange>> byNow = new HashMap<>();

  private AddressChanges(PlanInput situation) {
    this.situation = situation;
  }

  static AddressChanges of(PlanInput situation) {
    AddressChanges renames = new AddressChanges(situation);
    List<KnownAddress> known = situation.history().addresses();
    if (!known.isEmpty()) {
      renames.find(known);
    }
    return renames;
  }

  private void find(List<KnownAddress> known) {
    Desired desired = situation.desired();
    EmployeeIds ids = EmployeeIds.of(desired.roster(), desired.provenance());
    Map<Email, String> remembered = new HashMap<>();
    known.forEach(address -> remembered.put(address.email(), address.employeeId()));
    for (KnownAddress old : known) {
      ids.holder(old.employeeId())
          .filter(now -> !now.email().equals(old.email()))
          .ifPresent(now -> add(old, now, doubt(old, now, ids, remembered)));
    }
  }

  private void add(KnownAddress old, Member now, String doubt) {
    String id = situation.desired().provenance().employeeId(now.email());
    AddressChange rename = new AddressChange(old.email(), now, id, doubt);
    byOld.put(old.email(), rename);
    byNow.computeIfAbsent(now.email(), key -> new ArrayList<>()).add(rename);
  }

  private String doubt(
      KnownAddress old, Member now, EmployeeIds ids, Map<Email, String> remembered) {
    String was = name(old.name(), old.email());
    String is = name(now.name(), now.email());
    if (ids.isShared(old.employeeId())) {
      return "several people have it now, such as " + now.email();
    }
    if (!remembered.getOrDefault(now.email(), old.employeeId()).equals(old.employeeId())) {
      return "it is now that of " + now.email() + ", who had another one";
    }
    return FullName.differ(was, is)
        ? "it is now that of " + now.email() + ", named \"" + is + "\" and not \"" + was + '"'
        : "";
  }

  /** The name in the roster, else the one in the workspace. */
  private String name(String listed, Email email) {
    return listed.isBlank()
        ? situation.snapshot().actual().person(email).map(Member::name).orElse("")
        : listed;
  }

  /** All, by the former address. */
  Collection<AddressChange> all() {
    return byOld.values();
  }

  /** The rename away from this address. */
  Optional<AddressChange> from(Email old) {
    return Optional.ofNullable(byOld.get(old));
  }

  /** Those to this address that nothing speaks against, by the former address. */
  List<AddressChange> to(Email now) {
    return byNow.getOrDefault(now, List.of()).stream()
        .filter(rename -> !rename.isDoubtful())
        .toList();
  }

  /** Whether the id was taken over from somebody, as far as anybody can tell. */
  boolean isDoubtful(Email now) {
    return byNow.getOrDefault(now, List.of()).stream().anyMatch(AddressChange::isDoubtful);
  }

  /**
   * Whether the person has come to where nobody needs the old account: the new one is active, or
   * they have left. Never while a row that could not be read may be the old address's own.
   */
  boolean isOver(AddressChange rename) {
    return !situation.desired().anybodyMayBeMissing()
        && switch (rename.now().status()) {
          case LEFT -> true;
          case ACTIVE -> isActive(rename.now().email());
          default -> false;
        };
  }

  private boolean isActive(Email email) {
    return situation
        .snapshot()
        .actual()
        .person(email)
        .filter(member -> member.status() == Status.ACTIVE)
        .isPresent();
  }

  /** Whether the address has a row of its own, whatever it says. */
  boolean isListed(Email old) {
    return situation.desired().roster().person(old).isPresent();
  }
}
