package dev.rollcall.plan;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An operation as a line of a scenario. */
final class PlanLine implements Operation.Visitor<String> {

  @Override
  public String define(Operation.Define operation) {
    if (operation.before().isEmpty()) {
      return "+ create  " + operation.resource();
    }
    return operation
        .was()
        .map(was -> "~ rename  " + was + " -> " + operation.resource())
        .orElseGet(() -> "~ define  " + operation.resource());
  }

  @Override
  public String undefine(Operation.Undefine operation) {
    return "- delete  " + operation.resource();
  }

  @Override
  public String join(Operation.Join operation) {
    String verb = operation.by() == Vocabulary.Joining.INVITATION ? "+ invite" : "+ account";
    return line(verb, operation, roles(operation.rights()) + groups(operation.rights()));
  }

  @Override
  public String set(Operation.Set operation) {
    Resource on = operation.on();
    if (on.kind().levels().isEmpty()) {
      String sign = operation.after().isPresent() ? "+ " : "- ";
      return line(sign + on.kind().noun(), operation, on.toString());
    }
    String verb = on.kind().container().isPresent() ? "~ " + on.kind().noun() : "~ role";
    return line(
        verb, operation, on + ": " + level(operation.before()) + " -> " + level(operation.after()));
  }

  @Override
  public String profile(Operation.UpdateProfile operation) {
    return operation.email() + "  " + operation.before() + " -> " + operation.after();
  }

  @Override
  public String suspend(Operation.Suspend operation) {
    return line("- suspend", operation, roles(operation.before()));
  }

  @Override
  public String reinstate(Operation.Reinstate operation) {
    return line("+ reinstate", operation, roles(operation.rights()));
  }

  @Override
  public String withdraw(Operation.Withdraw operation) {
    return line("- withdraw", operation, operation.right().on().toString());
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

  private static String level(Optional<Entitlement> right) {
    return right.flatMap(Entitlement::level).orElse("-");
  }

  private static String roles(List<Entitlement> rights) {
    return rights.stream()
        .filter(right -> right.level().isPresent())
        .map(right -> right.on() + ": " + right.level().orElseThrow())
        .collect(Collectors.joining("  "));
  }

  private static String groups(List<Entitlement> rights) {
    List<String> names =
        rights.stream()
            .filter(right -> right.level().isEmpty())
            .map(right -> right.on().toString())
            .toList();
    return names.isEmpty() ? "" : "  groups: " + String.join(", ", names);
  }
}
