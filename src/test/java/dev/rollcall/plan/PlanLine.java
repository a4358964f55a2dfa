package dev.rollcall.plan;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Environment;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An operation as a line of a scenario. */
final class PlanLine implements Operation.Visitor<String> {

  @Override
  public String createGroup(Operation.CreateGroup operation) {
    return "+ create  " + operation.group();
  }

  @Override
  public String invite(Operation.Invite operation) {
    return line("+ invite", operation, roles(operation.roles()) + groups(operation.groups()));
  }

  @Override
  public String setEnvironmentRole(Operation.SetEnvironmentRole operation) {
    String change = change(operation.before(), operation.after());
    return line("~ role", operation, operation.environment() + ": " + change);
  }

  @Override
  public String addToGroup(Operation.AddToGroup operation) {
    return line("+ group", operation, operation.group());
  }

  @Override
  public String removeFromGroup(Operation.RemoveFromGroup operation) {
    return line("- group", operation, operation.group());
  }

  @Override
  public String setProjectRole(Operation.SetProjectRole operation) {
    String target = operation.project() + "@" + operation.environment();
    String change = change(operation.before(), operation.after());
    return line("~ project", operation, target + ": " + change);
  }

  @Override
  public String suspend(Operation.Suspend operation) {
    return line("- suspend", operation, roles(operation.before()));
  }

  @Override
  public String reinstate(Operation.Reinstate operation) {
    return line("+ reinstate", operation, roles(operation.roles()));
  }

  @Override
  public String withdrawFromGroup(Operation.WithdrawFromGroup operation) {
    return line("- withdraw", operation, operation.group());
  }

  @Override
  public String remove(Operation.Remove operation) {
    String held =
        operation.before().stream().map(Entitlement::toString).collect(Collectors.joining(", "));
    return line("- remove", operation, held);
  }

  private static String line(String verb, Operation operation, String rest) {
    String who = operation.assignee().label().replace("@example.com", "");
    return (verb + "  " + who + "  " + rest).strip();
  }

  private static String change(Optional<String> before, Optional<String> after) {
    return before.orElse("-") + " -> " + after.orElse("-");
  }

  private static String roles(Map<Environment, String> roles) {
    return roles.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("  "));
  }

  private static String groups(Collection<String> groups) {
    return groups.isEmpty() ? "" : "  groups: " + String.join(", ", groups);
  }
}
