package dev.rollcall.explain;

import static java.util.stream.Collectors.joining;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.explain.Explanation.Present;
import dev.rollcall.explain.Explanation.State;
import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Scope;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.report.RunReport;
import dev.rollcall.safety.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The explanation of one person by a plan: what the workspace holds, what is done, and why not
 * more.
 */
final class WorkspaceExplanation {

  private final JudgedPlan planned;
  private final JobFile job;
  private final Email email;
  private final Optional<Invitation> invitation;

  /** The trail of a person in a plan of everybody. */
  WorkspaceExplanation(JudgedPlan planned, JobFile job, Email email) {
    this.planned = planned;
    this.job = job;
    this.email = email;
    this.invitation = planned.situation().invitations().to(email);
  }

  /** What the workspace holds. */
  Present present() {
    if (!planned.scope().covers(email)) {
      return new Present(State.FOREIGN, "", List.of());
    }
    Optional<Member> actual = actual();
    if (actual.isPresent()) {
      boolean suspended = actual.get().status() == Status.SUSPENDED;
      return new Present(
          suspended ? State.SUSPENDED : State.ACTIVE, "", actual.get().entitlements());
    }
    return invitation
        .map(sent -> new Present(State.INVITED, words(sent), sent.rights()))
        .orElseGet(() -> new Present(State.ABSENT, "", List.of()));
  }

  private static String words(Invitation sent) {
    return "sent "
        + sent.sent()
        + (sent.ours()
            ? ""
            : " by somebody else, with "
                + (sent.rights().isEmpty()
                    ? "what is not known"
                    : "this, and what else is not known"));
  }

  private Optional<Member> actual() {
    return planned.snapshot().actual().person(email);
  }

  private Optional<Member> desired() {
    return planned.desired().roster().person(email);
  }

  /** What would be done with them. */
  List<OperationRecord> operations() {
    return planned.plan().operations().stream()
        .filter(each -> each.operation().assignee().equals(new Assignee.Person(email)))
        .map(each -> RunReport.unsent(each, planned.plan(), planned.verdict()))
        .toList();
  }

  /** Why nothing is done, or not everything; and what was noticed. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!planned.scope().covers(email)) {
      notes.add(
          "The address matches none of scope.emails ("
              + String.join(", ", job.scope().emails().stream().map(EmailGlob::pattern).toList())
              + "): the account is foreign and never planned.");
      return notes;
    }
    if (planned.snapshot().owner().filter(email::equals).isPresent()) {
      notes.add("They are the presumed owner of the " + tenant() + ", whom nothing may touch.");
    }
    violations().forEach(violation -> notes.add(violation.message()));
    findings().forEach(finding -> notes.add(sentence(finding.detail() + remedy(finding))));
    standing(notes);
    if (findings().stream().noneMatch(each -> each.kind() == Finding.Kind.PERSON_HELD)) {
      leftAlone(notes);
    }
    unread().ifPresent(notes::add);
    if (job.safety().protectedAddresses().stream().anyMatch(one -> one.value().equals(email))) {
      notes.add("They are protected: nothing is taken from them (safety.protected).");
    }
    return notes;
  }

  /** What is held in groups and projects that are not ours is not read, and so is not listed. */
  private Optional<String> unread() {
    List<String> limited =
        planned.snapshot().vocabulary().kinds().stream()
            .filter(kind -> kind.is(Kind.Trait.SCOPED))
            .filter(kind -> !planned.scope().ours(kind).equals(NamePatterns.ALL))
            .map(kind -> kind.noun().many())
            .toList();
    boolean leaves = desired().filter(wanted -> wanted.status() == Status.LEFT).isPresent();
    return limited.isEmpty() || leaves || actual().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Listed is what is in scope: what they hold in other %s is left as it is (%s)."
                .formatted(
                    String.join(" and ", limited),
                    limited.stream().map("scope."::concat).collect(joining(", "))));
  }

  private Noun tenant() {
    return planned.snapshot().vocabulary().tenant();
  }

  private List<Violation> violations() {
    List<Integer> theirs =
        operations().stream().map(record -> record.planned().sequence()).toList();
    return planned.verdict().violations().stream()
        .filter(violation -> violation.sequences().stream().anyMatch(theirs::contains))
        .toList();
  }

  private List<Finding> findings() {
    return planned.plan().findings().stream()
        .filter(finding -> finding.subject().equals(email.address()))
        .toList();
  }

  /** What would be right, where somebody is held because of a name the workspace does not have. */
  private String remedy(Finding finding) {
    return planned.plan().problems().stream()
        .filter(each -> finding.kind() == Finding.Kind.PERSON_HELD)
        .filter(each -> finding.detail().endsWith(each.what()) && !each.remedy().isEmpty())
        .findFirst()
        .map(each -> "; " + each.remedy())
        .orElse("");
  }

  private void standing(List<String> notes) {
    if (!operations().isEmpty() || planned.desired().held().containsKey(email)) {
      return;
    }
    Optional<Member> wanted = desired();
    Optional<Member> actual = actual();
    if (wanted.isEmpty()) {
      boolean invited = actual.isEmpty() && invitation.isPresent();
      if (invited) {
        notes.add("They are in no roster; an open invitation is left as it is.");
      }
      return;
    }
    if (wanted.get().status() == Status.LEFT) {
      notes.add(
          actual.isEmpty()
              ? "They have left and are not in the " + tenant() + ": there is nothing to take."
              : "They have left, and have no access any more.");
    } else if (wanted.get().status() == Status.ACTIVE
        && actual.isPresent()
        && missing(wanted.get(), actual.get()).isEmpty()) {
      notes.add("The " + tenant() + " already holds all they are to hold.");
    } else if (wanted.get().status() == Status.ACTIVE
        && actual.isEmpty()
        && invitation.isPresent()) {
      notes.add("They are invited, and have not accepted yet: there is nothing to do but to wait.");
    }
  }

  private List<Entitlement> missing(Member wanted, Member actual) {
    return wanted.entitlements().stream()
        .filter(each -> !each.isNoAccess() && !actual.entitlements().contains(each))
        .toList();
  }

  /** Rights beyond the roster that stay. */
  private void leftAlone(List<String> notes) {
    Optional<Member> wanted = desired().filter(each -> each.status() == Status.ACTIVE);
    Optional<Member> actual = actual();
    if (wanted.isEmpty() || actual.isEmpty()) {
      return;
    }
    for (Entitlement held : actual.get().entitlements()) {
      if (!wanted.get().entitlements().contains(held) && !isTouched(held)) {
        notes.add("\"" + held + "\" is left as it is: " + whyLeft(wanted.get(), held) + ".");
      }
    }
    missing(wanted.get(), actual.get()).stream()
        .filter(each -> !isTouched(each))
        .forEach(each -> notes.add("\"" + each + "\" is not given: " + whyNotGiven(each) + "."));
  }

  private boolean isTouched(Entitlement right) {
    return operations().stream()
        .map(record -> record.planned().operation())
        .flatMap(operation -> operation.changes().stream())
        .anyMatch(change -> change.on().equals(Optional.of(right.on())));
  }

  private String whyLeft(Member wanted, Entitlement held) {
    Desired desired = planned.desired();
    return outside(held)
        .orElseGet(
            () ->
                !desired.managed().covers(wanted, held)
                    ? "neither a roster nor a rule speaks about it for them"
                    : job.policy().toPolicy(job.vocabulary()).extra() == Policy.Extra.KEEP
                        ? "policy.extra keeps what is held beyond the roster"
                        : "it is not changed by this plan");
  }

  private String whyNotGiven(Entitlement wanted) {
    return outside(wanted).orElse("see above, or what could not be read");
  }

  private Optional<String> outside(Entitlement right) {
    Scope scope = planned.scope();
    String noun = right.kind().noun().one();
    if (scope.isByIdentityProvider(right.on())) {
      return Optional.of(
          right.level().isPresent()
              ? "the identity provider gives %s (scope.managed-by-idp, or policy.people)"
                  .formatted(right.kind().right().many())
              : "the identity provider manages the %s (scope.managed-by-idp)".formatted(noun));
    }
    return scope.covers(right.on())
        ? Optional.empty()
        : Optional.of("the " + noun + " is outside scope." + right.kind().noun().many());
  }

  private static String sentence(String detail) {
    return detail.isEmpty()
        ? detail
        : Character.toUpperCase(detail.charAt(0))
            + detail.substring(1)
            + (detail.endsWith(".") || detail.endsWith("?") ? "" : ".");
  }
}
