package dev.rollcall.testing;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans and operations in one line each, for tests. */
public final class Plans {

  private final List<PlannedOperation> operations = new ArrayList<>();

  private Plans() {}

  /** A plan without operations, to be added to. */
  public static Plans plan() {
    return new Plans();
  }

  /** Adds an operation of a mover. */
  public Plans with(Stage stage, Operation operation) {
    return with(stage, operation, Reason.MOVER);
  }

  /** Adds an operation. */
  public Plans with(Stage stage, Operation operation, Reason reason) {
    operations.add(
        new PlannedOperation(operations.size() + 1, stage, operation, reason, "people.csv:2", ""));
    return this;
  }

  /** The plan. */
  public Plan build() {
    return new Plan(
        WorkatoVocabulary.VOCABULARY,
        "nightly",
        "example.com/1",
        Instant.EPOCH,
        operations,
        List.of(),
        List.of(),
        new Plan.People(10, 10, 20, 0, 10, 0));
  }

  /** An address at example.com. */
  public static Email at(String name) {
    return new Email(name + "@example.com");
  }

  /** An invitation as Member of dev. */
  public static Operation invite(String name, String... groups) {
    return WorkatoTerms.invite(
        at(name),
        name,
        new TreeMap<>(Map.of(new Environment("dev"), "Member")),
        new TreeSet<>(List.of(groups)));
  }

  /** A role in dev; an empty text is none. */
  public static Operation role(String name, String before, String after) {
    return WorkatoTerms.setEnvironmentRole(
        at(name), new Environment("dev"), some(before), some(after));
  }

  /** A person's role on Billing in dev; an empty text is none. */
  public static Operation grant(String name, String before, String after) {
    return WorkatoTerms.setProjectRole(
        new Assignee.Person(at(name)),
        "Billing",
        new Environment("dev"),
        some(before),
        some(after));
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
