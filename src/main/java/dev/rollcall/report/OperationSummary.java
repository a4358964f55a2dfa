package dev.rollcall.report;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Noun;
import dev.rollcall.plan.Operation;
import java.util.List;
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
public record OperationSummary(
    String kind, Mark mark, String what, List<Entitlement> before, List<Entitlement> after) {

  /** What an operation does to access, in one character. */
  public enum Mark {
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

    public char sign() {
      return sign;
    }

    String meaning() {
      return meaning;
    }
  }

  public static OperationSummary of(Operation operation, Noun tenant) {
    return operation.accept(new Words(tenant));
  }

  /** Entitlements as one text: {@code dev Member; group Finance}. */
  static String list(List<Entitlement> entitlements) {
    return entitlements.stream().map(Entitlement::toString).collect(Collectors.joining("; "));
  }

  private record Words(Noun tenant) implements Operation.Visitor<OperationSummary> {

    @Override
    public OperationSummary define(Operation.Define operation) {
      return new OperationSummary(
          "define",
          operation.before().isEmpty() ? Mark.ADD : Mark.CHANGE,
          DefinitionWords.of(operation),
          List.of(),
          List.of());
    }

    @Override
    public OperationSummary undefine(Operation.Undefine operation) {
      String noun = operation.resource().kind().noun().one();
      return taken("undefine", "delete the " + noun, List.of());
    }

    @Override
    public OperationSummary join(Operation.Join operation) {
      List<Entitlement> given = operation.rights();
      String verb =
          switch (operation.by()) {
            case INVITATION -> "invite ";
            case ACCOUNT -> "make an account for ";
          };
      String name = operation.name().isEmpty() ? "" : operation.name() + " ";
      String with = given.isEmpty() ? "" : "with " + commas(given);
      return added("join", (verb + name + with).strip(), given);
    }

    @Override
    public OperationSummary set(Operation.Set operation) {
      List<Entitlement> held = operation.before().stream().toList();
      List<Entitlement> wanted = operation.after().stream().toList();
      if (held.isEmpty()) {
        return added("set", commas(wanted), wanted);
      }
      if (wanted.isEmpty()) {
        return taken("set", commas(held), held);
      }
      String what = held.get(0) + " -> " + wanted.get(0).level().orElse("");
      return new OperationSummary("set", Mark.CHANGE, what, held, wanted);
    }

    @Override
    public OperationSummary profile(Operation.UpdateProfile operation) {
      String before = operation.before().toString();
      return new OperationSummary(
          "profile",
          Mark.CHANGE,
          "name " + (before.isEmpty() ? "" : before + " -> ") + operation.after(),
          List.of(),
          List.of());
    }

    @Override
    public OperationSummary suspend(Operation.Suspend operation) {
      List<Entitlement> lost = operation.before();
      return taken("suspend", "suspend" + (lost.isEmpty() ? "" : ", taking " + commas(lost)), lost);
    }

    @Override
    public OperationSummary reinstate(Operation.Reinstate operation) {
      List<Entitlement> given = operation.rights();
      String with = given.isEmpty() ? "" : " with " + commas(given);
      return added("reinstate", "reinstate" + with, given);
    }

    @Override
    public OperationSummary withdraw(Operation.Withdraw operation) {
      Entitlement lost = operation.right();
      return taken("withdraw", lost + ", of the open invitation", List.of(lost));
    }

    @Override
    public OperationSummary remove(Operation.Remove operation) {
      List<Entitlement> lost = operation.before();
      String with = lost.isEmpty() ? "" : ", with " + commas(lost);
      return taken("remove", "remove from the " + tenant + with, lost);
    }

    private static OperationSummary added(String kind, String what, List<Entitlement> given) {
      return new OperationSummary(kind, Mark.ADD, what, List.of(), given);
    }

    private static OperationSummary taken(String kind, String what, List<Entitlement> lost) {
      return new OperationSummary(kind, Mark.TAKE, what, lost, List.of());
    }

    private static String commas(List<Entitlement> entitlements) {
      Stream<String> texts = entitlements.stream().map(Entitlement::toString);
      return texts.collect(Collectors.joining(", "));
    }
  }
}
