package dev.rollcall.testing;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One-line builders of people, rights, groups and rosters. */
public final class Rosters {

  private Rosters() {}

  /** The address of an invented person: {@code ana} is {@code ana@example.com}. */
  public static Email email(String name) {
    return new Email(name.contains("@") ? name : name + "@example.com");
  }

  /** A role in an environment. */
  public static Entitlement role(String environment, String role) {
    return WorkatoVocabulary.environmentRole(new Environment(environment), role);
  }

  /** A membership. */
  public static Entitlement in(String group) {
    return WorkatoVocabulary.membership(group);
  }

  /** A direct role on {@code project@environment}. */
  public static Entitlement on(String target, String role) {
    int at = target.lastIndexOf('@');
    return WorkatoVocabulary.projectRole(
        target.substring(0, at), new Environment(target.substring(at + 1)), role);
  }

  /** An active person. */
  public static Member active(String name, Entitlement... entitlements) {
    return person(name, Status.ACTIVE, entitlements);
  }

  /** A person of any status. */
  public static Member person(String name, Status status, Entitlement... entitlements) {
    return Member.of(email(name), "", status, List.of(entitlements));
  }

  /** A group with what it may do itself. */
  public static Group group(String name, Entitlement... rights) {
    return new Group(WorkatoVocabulary.group(name), "", List.of(rights));
  }

  /** A roster of people without groups. */
  public static Roster of(Member... people) {
    return Roster.of(Arrays.asList(people), List.of());
  }

  /** The roster with one more person. */
  public static Roster with(Roster roster, Member person) {
    List<Member> people = new ArrayList<>(roster.people());
    people.removeIf(other -> other.email().equals(person.email()));
    people.add(person);
    return Roster.of(people, roster.groups());
  }
}
