package dev.rollcall.report;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.plan.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation in words.
 *
 * @param kind its name in the report's format
 * @param what one line for people
 * @param before what is held before, as far as the operation touches it
 * @param after what is to be held afterwards
 */
record Described(
    String kind, Mark mark, String what, List<Entitlement> before, List<Entitlement> after) {

  private static final Words WORDS = new Words();

  /** What an operation does to access, in one character. */
  enum Mark {
    ADD('+', "adds"),
    CHANGE('~', "changes"),
    TAKE('-', "takes away"),
    DECIDE('!', "needs a decision");

    private final char sign;
    private final String meaning;

    Mark(char sign, String meaning) {
      this.sign = sign;
      this.meaning = meaning;
    }

    char sign() {
      return sign;
    }

    String meaning() {
      return meaning;
    }
  }

  static Described of(Operation operation) {
    return operation.accept(WORDS);
  }

  /** Entitlements as one text: {@code dev Member; group Finance}. */
  static String list(List<Entitlement> entitlements) {
    return entitlements.stream().map(Entitlement::toString).collect(Collectors.joining("; "));
  }

  private static final class Words implements Operation.Visitor<Described> {

    @Override
    public Described createGroup(Operation.CreateGroup operation) {
      String about = operation.description().isEmpty() ? "" : ": " + operation.description();
      return added("create_group", "create the group" + about, List.of());
    }

    @Override
    public Described invite(Operation.Invite operation) {
      List<Entitlement> given = new ArrayList<>(roles(operation.roles()));
      operation.groups().forEach(group -> given.add(new GroupMembership(group)));
      String name = operation.name().isEmpty() ? "" : operation.name() + " ";
      return added("invite", "invite " + name + "with " + commas(given), given);
    }

    @Override
    public Described setEnvironmentRole(Operation.SetEnvironmentRole operation) {
      return set(
          "set_environment_role",
          operation.before().map(role -> new EnvironmentRole(operation.environment(), role)),
          operation.after().map(role -> new EnvironmentRole(operation.environment(), role)));
    }

    @Override
    public Described addToGroup(Operation.AddToGroup operation) {
      return set(
          "add_to_group", Optional.empty(), Optional.of(new GroupMembership(operation.group())));
    }

    @Override
    public Described removeFromGroup(Operation.RemoveFromGroup operation) {
      return set(
          "remove_from_group",
          Optional.of(new GroupMembership(operation.group())),
          Optional.empty());
    }

    @Override
    public Described setProjectRole(Operation.SetProjectRole operation) {
      String project = operation.project();
      Environment environment = operation.environment();
      return set(
          "set_project_role",
          operation.before().map(role -> new ProjectRole(project, environment, role)),
          operation.after().map(role -> new ProjectRole(project, environment, role)));
    }

    @Override
    public Described suspend(Operation.Suspend operation) {
      List<Entitlement> lost = roles(operation.before());
      return taken("suspend", "suspend" + (lost.isEmpty() ? "" : ", taking " + commas(lost)), lost);
    }

    @Override
    public Described reinstate(Operation.Reinstate operation) {
      List<Entitlement> given = roles(operation.roles());
      return added("reinstate", "reinstate with " + commas(given), given);
    }

    @Override
    public Described withdrawFromGroup(Operation.WithdrawFromGroup operation) {
      GroupMembership lost = new GroupMembership(operation.group());
      return taken("withdraw_from_group", lost + ", of the open invitation", List.of(lost));
    }

    @Override
    public Described remove(Operation.Remove operation) {
      List<Entitlement> lost = operation.before();
      String with = lost.isEmpty() ? "" : ", with " + commas(lost);
      return taken("remove", "remove from the workspace" + with, lost);
    }

    private static Described set(
        String kind, Optional<Entitlement> before, Optional<Entitlement> after) {
      List<Entitlement> held = before.stream().toList();
      List<Entitlement> wanted = after.stream().toList();
      if (before.isEmpty()) {
        return added(kind, commas(wanted), wanted);
      }
      if (after.isEmpty()) {
        return taken(kind, commas(held), held);
      }
      String what = before.get() + " -> " + after.get().role();
      return new Described(kind, Mark.CHANGE, what, held, wanted);
    }

    private static Described added(String kind, String what, List<Entitlement> given) {
      return new Described(kind, Mark.ADD, what, List.of(), given);
    }

    private static Described taken(String kind, String what, List<Entitlement> lost) {
      return new Described(kind, Mark.TAKE, what, lost, List.of());
    }

    private static List<Entitlement> roles(Map<Environment, String> roles) {
      return roles.entrySet().stream()
          .map(role -> (Entitlement) new EnvironmentRole(role.getKey(), role.getValue()))
          .toList();
    }

    private static String commas(List<Entitlement> entitlements) {
      Stream<String> texts = entitlements.stream().map(Entitlement::toString);
      return texts.collect(Collectors.joining(", "));
    }
  }
}
