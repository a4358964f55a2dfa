package dev.rollcall.explain;

import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Progress;
import dev.rollcall.explain.Explanation.Present;
import dev.rollcall.explain.Explanation.State;
import dev.rollcall.job.JobRules;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Member;
import dev.rollcall.model.Nearest;
import dev.rollcall.plan.UnknownNames;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Planner;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.security.FailureText;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.ReadOnlyTenant;
import dev.rollcall.tenant.TenantUnavailable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The explainer of one person: the same reading and the same plan as everybody's, of which only
 * theirs is told. Where the workspace cannot be read, what the rosters say is told all the same.
 */
public final class Explainer {

  private static final int NEAREST = 3;
  private static final int MOST_LINES = 5;

  /**
   * What it came to.
   *
   * @param failure why there is no plan; empty where there is one
   */
  public record Answer(Explanation explanation, Optional<RuntimeException> failure) {

    /** Whether a safety rule holds something back that is about them. */
    public boolean isHeldBack() {
      return explanation.operations().stream()
          .anyMatch(record -> record.state() == OperationState.HELD);
    }
  }

  private final LoadedJob job;
  private final Optional<Ledger> ledger;
  private final Progress progress;

  /** About people of a job. */
  public Explainer(LoadedJob job, Optional<Ledger> ledger, Progress progress) {
    this.job = job;
    this.ledger = ledger;
    this.progress = progress;
  }

  /**
   * Explains.
   *
   * @param asked an address, or the text that stands where one should be
   * @param target opens the workspace; closed here
   */
  public Answer about(String asked, OfflineTenant offline, Supplier<OpenedTenant> target) {
    LocalDate today = LocalDate.ofInstant(offline.now(), job.file().timeZone());
    RuleBook rules = JobRules.book(job, today);
    RosterExplanation trail = new RosterExplanation(asked, email(asked), rules);
    try (RosterReading reading = new RosterReading(job, today, offline.destination())) {
      progress.phase("reading rosters", 0);
      reading.gatherAll(trail::saw);
      Gathered gathered = reading.seal();
      DesiredSide.Made made = Planner.desire(job, gathered, today);
      progress.phase("reading the " + job.file().vocabulary().tenant(), 0);
      Draft draft = new Draft(asked, trail, gathered, made);
      return planned(draft, reading, target);
    }
  }

  private static Optional<Email> email(String asked) {
    try {
      return Optional.of(Email.parse(asked));
    } catch (MalformedEmail e) {
      return Optional.empty();
    }
  }

  private Answer planned(Draft draft, RosterReading reading, Supplier<OpenedTenant> opening) {
    try (OpenedTenant target = opening.get()) {
      Planner planner = new Planner(job, RunOptions.none(), ledger);
      JudgedPlan planned =
          planner.whoeverIsLeftAlone(
              reading, new ReadOnlyTenant(target.workspace()), target.clock().instant());
      Optional<UnreadableSource> refusal = planner.refusal(planned);
      Explanation explained = draft.with(planned);
      return refusal.isEmpty()
          ? new Answer(explained, Optional.empty())
          : new Answer(explained.refused(), Optional.of(refusal.get()));
    } catch (TenantUnavailable | AccessRefused | UnknownNames | UnreadableSource e) {
      return new Answer(draft.without(e), Optional.of(e));
    }
  }

  /** What the workspace and the plan say. */
  private record Side(Present present, List<OperationRecord> operations, List<String> notes) {

    Side noting(String more) {
      List<String> both = new ArrayList<>(notes);
      both.add(more);
      return new Side(present, operations, both);
    }
  }

  /** What the rosters say, to which the workspace's side is added. */
  private final class Draft {

    private final String asked;
    private final Optional<Email> email;
    private final RosterExplanation trail;
    private final Gathered gathered;
    private final DesiredSide.Made made;

    Draft(String asked, RosterExplanation trail, Gathered gathered, DesiredSide.Made made) {
      this.asked = asked;
      this.email = email(asked);
      this.trail = trail;
      this.gathered = gathered;
      this.made = made;
    }

    Explanation with(JudgedPlan planned) {
      if (email.isEmpty()) {
        return known(
            new Side(new Present(State.ABSENT, "", List.of()), List.of(), List.of()), planned);
      }
      WorkspaceExplanation workspace = new WorkspaceExplanation(planned, job.file(), email.get());
      return known(
          new Side(workspace.present(), workspace.operations(), workspace.notes()), planned);
    }

    private Explanation known(Side side, JudgedPlan planned) {
      boolean nowhere = trail.rows(gathered).isEmpty() && side.present().state() == State.ABSENT;
      int operations = side.operations().size();
      String summary =
          operations == 0
              ? "Nothing would be done."
              : operations == 1
                  ? "1 operation is planned."
                  : operations + " operations are planned.";
      return nowhere
          ? told(
              summary,
              side.noting(
                  "Neither a roster nor the "
                      + job.file().vocabulary().tenant()
                      + " knows of them."),
              nearest(planned))
          : told(summary, side, List.of());
    }

    /** No plan: the rosters' side alone. */
    Explanation without(RuntimeException failure) {
      List<String> why =
          job.secrets().hide(FailureText.of(failure)).lines().limit(MOST_LINES).toList();
      boolean unread = failure instanceof TenantUnavailable || failure instanceof AccessRefused;
      Present present =
          new Present(
              State.UNREAD,
              unread && !why.isEmpty() ? why.get(0) : "no plan is made with this input",
              List.of());
      return told(
          "No plan could be made, so nothing would be done.",
          new Side(present, List.of(), unread ? List.of() : why),
          List.of());
    }

    private Explanation told(String summary, Side side, List<String> nearest) {
      Optional<PersonRecord> person = trail.record(gathered);
      Optional<Member> desired = email.flatMap(who -> made.desired().roster().person(who));
      return new Explanation(
          job.file().vocabulary().tenant(),
          email.map(Email::address).orElse(asked.strip()),
          person.map(PersonRecord::name).orElse(""),
          summary,
          trail.rows(gathered),
          person.map(RosterExplanation::standing),
          person.map(trail::ruleWords).orElse(List.of()),
          desired.map(each -> RosterExplanation.rights(each, made)).orElse(List.of()),
          person.map(trail::lost).orElse(List.of()),
          trail.held(made, gathered),
          side.present(),
          side.operations(),
          side.notes(),
          nearest);
    }

    /** Addresses like theirs, those that begin the same first. */
    private List<String> nearest(JudgedPlan planned) {
      TreeSet<String> known = new TreeSet<>();
      Stream.concat(
              made.desired().roster().people().stream(),
              planned.snapshot().actual().people().stream())
          .forEach(member -> known.add(member.email().address()));
      String text = asked.strip().toLowerCase(Locale.ROOT);
      String local = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
      List<String> near =
          new ArrayList<>(
              known.stream()
                  .filter(address -> !local.isEmpty() && address.startsWith(local))
                  .limit(NEAREST)
                  .toList());
      near.forEach(known::remove);
      while (near.size() < NEAREST) {
        Optional<String> next = Nearest.to(text, known);
        if (next.isEmpty()) {
          break;
        }
        near.add(next.get());
        known.remove(next.get());
      }
      return near;
    }
  }
}
