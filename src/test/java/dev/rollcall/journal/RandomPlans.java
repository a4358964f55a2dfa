package dev.rollcall.journal;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Profile;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans with operations of every kind and any text in them. */
final class RandomPlans {

  private RandomPlans() {}

  static Arbitrary<Plan> plans() {
    return Combinators.combine(
            planned().list().ofMaxSize(12),
            findings().list().ofMaxSize(3),
            problems().list().ofMaxSize(3),
            Arbitraries.longs().between(0, 4_000_000_000_000L),
            texts())
        .as(
            (operations, findings, problems, millis, job) ->
                new Plan(
                    WorkatoVocabulary.VOCABULARY,
                    job,
                    "example.com/1",
                    Instant.ofEpochMilli(millis),
                    numbered(operations),
                    findings,
                    problems,
                    new Plan.People(6, 5, 4, 3, 2, 1)));
  }

  private static List<PlannedOperation> numbered(List<PlannedOperation> planned) {
    List<PlannedOperation> numbered = new ArrayList<>();
    for (PlannedOperation each : planned) {
      numbered.add(each.at(numbered.size() + 1));
    }
    return numbered;
  }

  private static Arbitrary<PlannedOperation> planned() {
    return Combinators.combine(
            operations(),
            Arbitraries.of(Stage.class),
            Arbitraries.of(Reason.class),
            texts(),
            texts(),
            texts())
        .as(
            (operation, stage, reason, origin, rule, note) ->
                new PlannedOperation(1, stage, operation, reason, origin, rule, note));
  }

  static Arbitrary<Operation> operations() {
    return Arbitraries.oneOf(
        Combinators.combine(texts(), texts()).as(WorkatoTerms::createGroup),
        Combinators.combine(emails(), texts(), roles(), texts().set().ofMaxSize(3))
            .as(
                (email, name, roles, groups) ->
                    WorkatoTerms.invite(email, name, roles, new TreeSet<>(groups))),
        Combinators.combine(emails(), environments(), befores(), texts().map(Optional::of))
            .as(WorkatoTerms::setEnvironmentRole),
        Combinators.combine(emails(), texts()).as(WorkatoTerms::addToGroup),
        Combinators.combine(emails(), texts()).as(WorkatoTerms::removeFromGroup),
        Combinators.combine(
                assignees(), texts(), environments(), befores(), texts().map(Optional::of))
            .as(WorkatoTerms::setProjectRole),
        Combinators.combine(emails(), roles()).as(WorkatoTerms::suspend),
        Combinators.combine(emails(), roles()).as(WorkatoTerms::reinstate),
        Combinators.combine(emails(), texts(), Arbitraries.longs())
            .as(WorkatoTerms::withdrawFromGroup),
        Combinators.combine(emails(), profiles(), profiles()).as(Operation.UpdateProfile::new),
        Combinators.combine(emails(), entitlements().list().ofMaxSize(4))
            .as(Operation.Remove::new));
  }

  private static Arbitrary<Profile> profiles() {
    return Combinators.combine(texts(), texts(), texts().optional()).as(Profile::new);
  }

  private static Arbitrary<Optional<String>> befores() {
    return texts().optional();
  }

  private static Arbitrary<Entitlement> entitlements() {
    return Arbitraries.oneOf(
        Combinators.combine(environments(), texts()).as(WorkatoVocabulary::environmentRole),
        texts().map(WorkatoVocabulary::membership),
        Combinators.combine(texts(), environments(), texts()).as(WorkatoVocabulary::projectRole));
  }

  private static Arbitrary<Assignee> assignees() {
    return Arbitraries.oneOf(
        emails().map(Assignee.Person::new), texts().map(WorkatoTerms::groupNamed));
  }

  private static Arbitrary<SortedMap<Environment, String>> roles() {
    return Arbitraries.maps(environments(), texts()).ofMaxSize(3).map(TreeMap::new);
  }

  private static Arbitrary<Environment> environments() {
    return Arbitraries.of("dev", "test", "prod").map(Environment::new);
  }

  private static Arbitrary<Email> emails() {
    return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8).map(RandomPlans::email);
  }

  private static Email email(String name) {
    return new Email(name.toLowerCase(Locale.ROOT) + "@example.com");
  }

  private static Arbitrary<Finding> findings() {
    return Combinators.combine(Arbitraries.of(Finding.Kind.class), texts(), texts(), texts())
        .as(Finding::new);
  }

  private static Arbitrary<Problem> problems() {
    return Combinators.combine(texts(), texts(), texts()).as(Problem::new);
  }

  /**
   * Also quotes, line breaks, letters of all scripts; no half of a pair, which JSON cannot hold.
   */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("\"\\/\n\t ,:;{}[]éßИ漢\u2028")
        .alpha()
        .ofMinLength(1)
        .ofMaxLength(10)
        .filter(text -> !text.isBlank());
  }
}
