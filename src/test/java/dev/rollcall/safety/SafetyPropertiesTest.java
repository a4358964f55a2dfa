package dev.rollcall.safety;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every plan, whatever the limits and whatever else is held. */
class SafetyPropertiesTest {

  private static final Set<String> RULES_AGAINST_TAKING =
      Set.of("removals", "losses", "shrink", "unknown-owner", "protected", "minimum-admins");

  @Provide
  Arbitrary<Scene> scenes() {
    return RandomScenes.scenes();
  }

  private static List<PlannedOperation> letThrough(ProposedPlan proposed, Verdict verdict) {
    return proposed.plan().operations().stream()
        .filter(planned -> verdict.lets(planned.sequence()))
        .toList();
  }

  @Property(tries = 600)
  void noCapIsExceeded(@ForAll("scenes") Scene scene) {
    ProposedPlan proposed = scene.build();
    Aftermath after = new Aftermath(proposed, letThrough(proposed, scene.review()));
    Limits limits = proposed.limits();
    Allowances allowances = proposed.allowances();
    int members = proposed.plan().people().inScope();
    int rights = proposed.plan().people().entitlements();

    assertThat(after.departed())
        .isLessThanOrEqualTo(allowances.of("removals").orElse(limits.removals().allowed(members)));
    assertThat(after.losses()).isLessThanOrEqualTo(limits.losses().allowed(rights));
    assertThat(after.invited()).isLessThanOrEqualTo(limits.invites().allowed(members));
    assertThat(after.adminGrants()).isLessThanOrEqualTo(limits.adminGrants().allowed(members));
  }

  @Property(tries = 600)
  void nobodyIsTouchedWhoMustNotBe(@ForAll("scenes") Scene scene) {
    ProposedPlan proposed = scene.build();
    Aftermath after = new Aftermath(proposed, letThrough(proposed, scene.review()));
    Set<Email> guarded = proposed.limits().protectedEmails();

    assertThat(guarded.stream().filter(email -> after.lost(email) > 0).count())
        .isLessThanOrEqualTo(proposed.allowances().of("protected").orElse(0));
    if (proposed.snapshot().owner().isEmpty() && guarded.isEmpty()) {
      assertThat(after.departedMembers()).isEmpty();
    }
    if (!proposed.limits().sensitiveRoles().isEmpty()) {
      assertThat(after.moved("Release captain"))
          .isLessThanOrEqualTo(proposed.allowances().of("sensitive-roles").orElse(0));
    }
  }

  @Property(tries = 600)
  void everyEnvironmentKeepsItsAdministrators(@ForAll("scenes") Scene scene) {
    ProposedPlan proposed = scene.build();
    Aftermath after = new Aftermath(proposed, letThrough(proposed, scene.review()));
    int minimum =
        proposed.allowances().of("minimum-admins").orElse(proposed.limits().minimumAdmins());

    assertThat(List.of("dev", "prod"))
        .allSatisfy(
            environment ->
                assertThat(after.adminsAfter(environment))
                    .isGreaterThanOrEqualTo(Math.min(minimum, after.adminsBefore(environment))));
  }

  @Property(tries = 400)
  void noMoreSeatsAreTakenThanThereAre(@ForAll("scenes") Scene scene) {
    ProposedPlan proposed = scene.build();
    long invited =
        letThrough(proposed, scene.review()).stream()
            .filter(planned -> Joins.of(planned).isPresent())
            .count();

    assertThat(invited)
        .isLessThanOrEqualTo(Math.max(0, proposed.limits().seats().orElseThrow() - 12));
  }

  @Property(tries = 400)
  void nothingThatOnlyGivesIsHeldByARuleAgainstTaking(@ForAll("scenes") Scene scene) {
    ProposedPlan proposed = scene.build();
    if (proposed.limits().onTrip() == OnTrip.STOP) {
      return;
    }

    assertThat(scene.review().held())
        .allSatisfy(
            (sequence, rule) -> {
              if (RULES_AGAINST_TAKING.contains(rule)) {
                assertThat(PlanUnderReview.takes(proposed.plan().operation(sequence))).isTrue();
              }
            });
  }

  @Property(tries = 400)
  void whateverIsHeldHasAViolationAndTheOtherWayRound(@ForAll("scenes") Scene scene) {
    Verdict verdict = scene.review();
    Set<String> broken =
        Set.copyOf(verdict.violations().stream().map(Violation::rule).distinct().toList());

    assertThat(broken).containsAll(verdict.held().values());
    assertThat(verdict.violations())
        .allSatisfy(
            violation -> assertThat(verdict.held().keySet()).containsAll(violation.sequences()));
  }

  @Property(tries = 500)
  void aLeaverGoesWholeOrNotAtAll(@ForAll("scenes") Scene scene) {
    ProposedPlan proposed = scene.build();
    Verdict verdict = scene.review();

    assertThat(leaverStates(proposed, verdict)).doesNotHaveDuplicates();
  }

  /** Each leaver once as held and once as let, where they are in part. */
  private static Stream<Email> leaverStates(ProposedPlan proposed, Verdict verdict) {
    return proposed.plan().operations().stream()
        .filter(planned -> planned.reason() == Reason.LEAVER)
        .collect(
            groupingBy(
                planned -> PlanUnderReview.person(planned).orElseThrow(),
                mapping(planned -> verdict.lets(planned.sequence()), toSet())))
        .entrySet()
        .stream()
        .flatMap(leaver -> leaver.getValue().stream().map(state -> leaver.getKey()));
  }

  @Property(tries = 300)
  void theSamePlanGetsTheSameVerdict(@ForAll("scenes") Scene scene) {
    assertThat(scene.review()).isEqualTo(scene.review());
  }
}
