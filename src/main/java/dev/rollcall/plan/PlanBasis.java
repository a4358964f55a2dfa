package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan was made on, as digests: enough to tell later whether anything has moved since, and
 * nothing from which it could be read.
 *
 * @param asked of all that asks for operations: the records after the rules, what the workspace
 *     offers and how far it is known, what former runs remember
 * @param standing of what each assignee of an operation held, by {@link #key}
 */
public record PlanBasis(String asked, SortedMap<String, String> standing) {

  /** Copies. */
  public PlanBasis {
    standing = Collections.unmodifiableSortedMap(new TreeMap<>(standing));
  }

  /** Those of a situation, for whoever these operations change. */
  public static PlanBasis of(PlanInput situation, Collection<PlannedOperation> operations) {
    SortedMap<String, String> standing = new TreeMap<>();
    for (PlannedOperation planned : operations) {
      Assignee assignee = planned.operation().assignee();
      standing.computeIfAbsent(key(assignee), key -> standing(situation, assignee));
    }
    return new PlanBasis(asked(situation), standing);
  }

  /** What an assignee is called here; no group can be taken for a person. */
  public static String key(Assignee assignee) {
    return assignee
        .group()
        .map(group -> group.kind().key() + " " + group)
        .orElseGet(assignee::label);
  }

  /** Whether nothing that asks, and nothing that this assignee holds, is other than it was. */
  boolean stillHoldFor(Assignee assignee, PlanBasis now) {
    String key = key(assignee);
    return asked.equals(now.asked)
        && standing.containsKey(key)
        && standing.get(key).equals(now.standing.get(key));
  }

  private static String asked(PlanInput situation) {
    DigestBuilder print = new DigestBuilder();
    said(print, situation.desired());
    offered(print, situation.snapshot());
    return print
        .add(situation.invitations().complete())
        .add(situation.history().firstRun())
        .sorted(situation.history().addresses())
        .hex();
  }

  /** What the records say after the rules, but not where. */
  private static void said(DigestBuilder print, Desired desired) {
    for (Member person : desired.roster().people()) {
      print.add(person).add(desired.provenance().employeeId(person.email()));
    }
    desired.roster().groups().forEach(print::add);
    Managed managed = desired.managed();
    print
        .sorted(desired.held().keySet())
        .add(desired.anybodyMayBeMissing())
        .sorted(desired.declared().keySet())
        .add(desired.mentioned())
        .sorted(managed.resources())
        .sorted(managed.listed())
        .sorted(managed.groupsWithRights())
        .sorted(managed.ended())
        .sorted(desired.declarations().stream().map(PlanBasis::declared).toList());
    if (!managed.within().isEmpty()) {
      print.sorted(managed.within());
    }
  }

  private static String declared(Declaration said) {
    return new DigestBuilder()
        .add(said.resource().kind())
        .add(said.resource())
        .sorted(said.was())
        .add(said.isAbsent())
        .add(said.description())
        .add(said.config())
        .add(said.copyOf())
        .hex();
  }

  /** What the workspace knows by name, and what of it could be read. */
  private static void offered(DigestBuilder print, Snapshot snapshot) {
    Catalogue catalogue = snapshot.catalogue();
    catalogue.kinds().forEach((kind, section) -> print.add(kind).add(section(section)));
    print.sorted(snapshot.incomplete()).add(snapshot.owner());
  }

  private static String section(Catalogue.Section section) {
    return new DigestBuilder()
        .sorted(section.resources())
        .sorted(section.builtIn())
        .sorted(section.ambiguous())
        .sorted(section.levels())
        .sorted(section.within())
        .hex();
  }

  private static String standing(PlanInput situation, Assignee assignee) {
    Roster actual = situation.snapshot().actual();
    Optional<Resource> group = assignee.group();
    if (group.isPresent()) {
      return new DigestBuilder()
          .add(actual.group(group.get()))
          .add(Optional.ofNullable(actual.roles().get(group.get())))
          .hex();
    }
    Email email = assignee.person().orElseThrow();
    return new DigestBuilder()
        .add(actual.person(email))
        .add(situation.invitations().to(email))
        .add(Optional.ofNullable(situation.history().suspended().get(email)))
        .hex();
  }
}
