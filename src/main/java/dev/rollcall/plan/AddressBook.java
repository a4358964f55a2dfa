package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What an accepted plan teaches about who has which address.
 *
 * @param known everybody active who has an employee-id of their own, held people excepted
 * @param forgotten former addresses whose accounts are gone, the new ones being active: who gets
 *     them next is somebody else
 */
public record AddressBook(List<KnownAddress> known, Set<Email> forgotten) {

  private static final int LONGEST_NAME = 200;

  /** Copies the addresses that are forgotten; the list is taken as it is, for it is large. */
  public AddressBook {
    forgotten = Set.copyOf(forgotten);
  }

  /** What there is to learn of this situation. */
  public static AddressBook of(PlanInput situation) {
    AddressChanges renames = AddressChanges.of(situation);
    return new AddressBook(known(situation, renames), forgotten(situation, renames));
  }

  private static List<KnownAddress> known(PlanInput situation, AddressChanges renames) {
    Desired desired = situation.desired();
    List<KnownAddress> known = new ArrayList<>();
    EmployeeIds ids = EmployeeIds.of(desired.roster(), desired.provenance());
    for (Member person : desired.roster().people()) {
      String key = EmployeeIds.key(desired.provenance().employeeId(person.email()));
      boolean certain =
          !key.isEmpty()
              && person.status() == Status.ACTIVE
              && !ids.isShared(key)
              && !desired.held().containsKey(person.email())
              && !renames.isDoubtful(person.email());
      if (certain) {
        known.add(new KnownAddress(person.email(), key, shortened(person.name())));
      }
    }
    return known;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static Set<Email> forgotten(PlanInput situation, AddressChanges renames) {
    Set<Email> forgotten = new TreeSet<>();
    for (AddressChange rename : renames.all()) {
      boolean present =
          situation.snapshot().actual().person(rename.old()).isPresent()
              || situation.invitations().to(rename.old()).isPresent();
      if (!present && !rename.isDoubtful() && renames.isOver(rename)) {
        forgotten.add(rename.old());
      }
    }
    return forgotten;
  }

  /** Whether there is nothing to learn. */
  public boolean isEmpty() {
    return known.isEmpty() && forgotten.isEmpty();
  }

  /**
   * Which of what is remembered a plan needs: addresses whose id has another one now, and those
   * that have another id now.
   */
  public static Predicate<KnownAddress> changed(Desired desired, EmployeeIds ids) {
    return known -> {
      String id = EmployeeIds.key(desired.provenance().employeeId(known.email()));
      return !id.isEmpty() && !id.equals(known.employeeId())
          || ids.holder(known.employeeId())
              .filter(holder -> !holder.email().equals(known.email()))
              .isPresent();
    };
  }

  /**
   * Whether a former address in this workspace is to lose its access, so that all it holds must be
   * known.
   */
  public static boolean anybodyGoes(PlanInput situation, Scope scope) {
    AddressChanges renames = AddressChanges.of(situation);
    return renames.all().stream()
        .filter(rename -> !rename.isDoubtful() && renames.isOver(rename))
        .filter(rename -> scope.plans(rename.old()) && !renames.isListed(rename.old()))
        .flatMap(rename -> situation.snapshot().actual().person(rename.old()).stream())
        .anyMatch(member -> member.status() != Status.SUSPENDED);
  }
}
