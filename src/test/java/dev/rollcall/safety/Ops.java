package dev.rollcall.safety;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Entitlement;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.WorkatoTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Operations in one line each; an empty text is no role. */
final class Ops {

  private Ops() {}

  static Operation invite(String name, Map<String, String> roles, String... groups) {
    return WorkatoTerms.invite(
        Rosters.email(name), name, byEnvironment(roles), new TreeSet<>(List.of(groups)));
  }

  static Operation invite(String name) {
    return invite(name, Map.of("dev", "Member"));
  }

  static Operation role(String name, String environment, String before, String after) {
    return WorkatoTerms.setEnvironmentRole(
        Rosters.email(name), new Environment(environment), some(before), some(after));
  }

  static Operation add(String name, String group) {
    return WorkatoTerms.addToGroup(Rosters.email(name), group);
  }

  static Operation drop(String name, String group) {
    return WorkatoTerms.removeFromGroup(Rosters.email(name), group);
  }

  static Operation project(String name, String before, String after) {
    return project(new Assignee.Person(Rosters.email(name)), before, after);
  }

  static Operation groupProject(String group, String before, String after) {
    return project(WorkatoTerms.groupNamed(group), before, after);
  }

  private static Operation project(Assignee assignee, String before, String after) {
    return WorkatoTerms.setProjectRole(
        assignee, "Billing", new Environment("dev"), some(before), some(after));
  }

  static Operation suspend(String name, Map<String, String> before) {
    return WorkatoTerms.suspend(Rosters.email(name), byEnvironment(before));
  }

  static Operation suspend(String name) {
    return suspend(name, Map.of("dev", "Member"));
  }

  static Operation reinstate(String name, Map<String, String> roles) {
    return WorkatoTerms.reinstate(Rosters.email(name), byEnvironment(roles));
  }

  static Operation withdraw(String name, String group) {
    return WorkatoTerms.withdrawFromGroup(Rosters.email(name), group, 7);
  }

  static Operation remove(String name, Entitlement... before) {
    return new Operation.Remove(Rosters.email(name), List.of(before));
  }

  private static SortedMap<Environment, String> byEnvironment(Map<String, String> roles) {
    SortedMap<Environment, String> byEnvironment = new TreeMap<>();
    roles.forEach((environment, role) -> byEnvironment.put(new Environment(environment), role));
    return byEnvironment;
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
