package dev.rollcall.tenant.workiva;

import static dev.rollcall.tenant.workiva.WorkivaVocabulary.role;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Price;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.RunContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast an organization is asked. */
class WorkivaPaceTest {

  private static final List<PlannedOperation> EDITOR =
      List.of(
          new PlannedOperation(
              1,
              Stage.ADDITIONS,
              Operation.Set.give(
                  new Assignee.Person(new Email("bob@example.com")),
                  role(workspace("FY26"), "Editor").membership()),
              Reason.MOVER,
              "",
              ""));

  @TempDir Path folder;
  private OrganizationWithClient organization;

  @BeforeEach
  void begin() {
    organization = new OrganizationWithClient(folder);
  }

  @AfterEach
  void end() {
    organization.close();
  }

  /** One that may make ten requests a minute. */
  private WorkivaTenant slow(List<Instant> past) {
    return at(RequestQuota.perMinute(10), past);
  }

  private WorkivaTenant at(RequestQuota rate, List<Instant> past) {
    return new WorkivaTenant(
        organization.settings(
            organization.sandbox.tokens().getOrDefault("client-secret", ""), rate),
        new RunContext(
            organization.experience, organization.clock.waiting(), lane -> past, Secrets.none()));
  }

  private static InjectedFault tooMany(int times) {
    return new InjectedFault(
        "GET",
        "/organizations/:id/users",
        "",
        1,
        times,
        InjectedFault.Effect.STATUS,
        429,
        Map.of("Retry-After", "3"),
        Optional.empty(),
        Duration.ZERO);
  }

  @Test
  void whatAFormerRunAskedForCountsStill() {
    Instant start = organization.clock.instant();
    try (WorkivaTenant tenant = slow(Collections.nCopies(10, start.minusSeconds(20)))) {
      tenant.identify();

      assertThat(Duration.between(start, organization.clock.instant()))
          .isBetween(Duration.ofSeconds(41), Duration.ofMillis(41_010));
    }
  }

  @Test
  void anAnswerOfTooManyRequestsMakesItSlowerAndThePlanSaysSo() {
    try (WorkivaTenant tenant = slow(List.of())) {
      tenant.identify();
      Batching before = tenant.batching();
      assertThat(before.quota(WorkivaApi.LANE)).isEqualTo(RequestQuota.perMinute(10));
      organization.sandbox.fail(tooMany(1));

      tenant.snapshot(Usual.everything());

      Price price = Price.of(EDITOR, tenant.batching());
      assertThat(price.perMinute()).isBetween(5, 9);
      assertThat(price.duration()).isGreaterThan(Duration.ofSeconds(10));
    }
  }

  @ParameterizedTest
  @CsvSource({"seconds", "date"})
  void whoeverFollowsAnOperationAsksAgainWhenTheAnswerSays(String how) {
    organization.turned("polls", "1").turned("poll-after", "20").turned("retry-after", how);
    WorkivaTenant tenant = organization.client();
    tenant.snapshot(Usual.everything());
    Instant start = organization.clock.instant();

    Map<Integer, Outcome> outcomes =
        tenant.send(tenant.batching().requests(Stage.ADDITIONS, EDITOR).get(0), EDITOR);

    assertThat(outcomes.values()).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(Duration.between(start, organization.clock.instant()))
        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(43));
  }

  /** Ten a second are asked for, and fewer let through, however that is said. */
  @ParameterizedTest
  @CsvSource({"2,seconds", "5,date", "5,none"})
  void anOrganizationThatLetsFewerThroughIsReadAndChangedAllTheSame(String limit, String how) {
    organization.turned("limit", limit).turned("retry-after", how);
    try (WorkivaTenant tenant = at(RequestQuota.perSecond(10), List.of())) {
      tenant.snapshot(Usual.everything());
      tenant.snapshot(Usual.everything());
      int before = organization.sandbox.requests().size();

      Map<Integer, Outcome> outcomes =
          tenant.send(tenant.batching().requests(Stage.ADDITIONS, EDITOR).get(0), EDITOR);
      tenant.snapshot(Usual.everything());

      assertThat(outcomes.values()).hasOnlyElementsOfType(Outcome.Applied.class);
      List<RecordedRequest> sent = organization.sandbox.requests().stream().skip(before).toList();
      long refused = sent.stream().filter(request -> request.status() == 429).count();
      System.out.printf(
          "%s a second: %d requests, %d turned away, now at %d a minute%n",
          limit, sent.size(), refused, tenant.batching().quota(WorkivaApi.LANE).perMinute());
      assertThat(refused * 5).isLessThan(sent.size());
    }
  }
}
