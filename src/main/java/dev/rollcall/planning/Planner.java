package dev.rollcall.planning;

import static java.util.stream.Collectors.joining;

import dev.rollcall.apply.Ledger;
import dev.rollcall.job.JobRules;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.DecidedRemovals;
import dev.rollcall.plan.MissingKinds;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.UnknownNames;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.safety.AcceptedSizes;
import dev.rollcall.safety.Limits;
import dev.rollcall.safety.ProposedPlan;
import dev.rollcall.safety.SafetyReview;
import dev.rollcall.safety.Verdict;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Price;
import dev.rollcall.tenant.Tenant;
import dev.rollcall.tenant.TenantUnavailable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The planner: from gathered rosters to a judged plan. Seal the desired side, snapshot, reconcile,
 * review. It is given a workspace that can only be read, and writes nothing anywhere.
 */
public final class Planner {

  private final LoadedJob job;
  private final RunOptions options;
  private final FormerKnowledge former;
  private final LeftAloneLimits leftAlone;
  private final boolean readsAll;

  /**
   * A planner for one job.
   *
   * @param ledger what former runs remember; empty where there is no repository yet
   */
  public Planner(LoadedJob job, RunOptions options, Optional<Ledger> ledger) {
    this(job, options, new FormerKnowledge(job, options, ledger), false);
  }

  private Planner(LoadedJob job, RunOptions options, FormerKnowledge former, boolean readsAll) {
    this.job = job;
    this.options = options;
    this.former = former;
    this.leftAlone = new LeftAloneLimits(job, options);
    this.readsAll = readsAll;
  }

  /** One that reads groups and projects beyond the scope in any case. */
  public Planner readingAll() {
    return new Planner(job, options, former, true);
  }

  /**
   * Makes the plan.
   *
   * @throws UnreadableSource where there are too many bad rows, or too many people would be left
   *     alone because of a problem
   * @throws UnknownNames where the job file names what the workspace does not offer, or its scope
   *     what is nowhere
   * @throws TenantUnavailable where the workspace could not be read completely
   */
  public JudgedPlan plan(RosterReading reading, Tenant workspace, Instant now) {
    JudgedPlan planned = whoeverIsLeftAlone(reading, workspace, now);
    refusal(planned)
        .ifPresent(
            why -> {
              throw why;
            });
    return told(planned, reading);
  }

  /** What the workspace's own log tells by now of invitations, whoever is invited. */
  public LoggedInvitations invitations(Tenant workspace, Instant now) {
    return former.earlierInvitations(
        workspace.identify(), workspace, FormerKnowledge.People.everybody(), now);
  }

  /** Why no run goes on with such a plan; empty where one does. */
  public Optional<UnreadableSource> refusal(JudgedPlan planned) {
    return leftAlone.refusal(planned);
  }

  /** The same, however many people it leaves alone. */
  public JudgedPlan whoeverIsLeftAlone(RosterReading reading, Tenant workspace, Instant now) {
    Gathered gathered = reading.seal();
    leftAlone.refuseTooManyBadRows(gathered);
    LocalDate today = LocalDate.ofInstant(now, job.file().timeZone());
    DesiredSide.Made made = desire(job, gathered, today);
    Scope scope =
        job.file()
            .scope()
            .resolve(job.file().vocabulary(), made.desired().mentioned(), options.onlyNames());
    refuse(MissingKinds.of(made.desired(), job.file().target().offered(), scope::plans));
    Identity identity = workspace.identify();
    Snapshot first = workspace.snapshot(scope);
    former.refuseShrunken(identity, first);
    LoggedInvitations earlier =
        former.earlierInvitations(
            identity,
            workspace,
            new FormerKnowledge.People(
                made.desired().roster(),
                email -> first.actual().person(email).isPresent(),
                readsAll),
            now);
    PlanInput seen =
        new PlanInput(
            job.file().name().toString(),
            identity.key(),
            made.desired(),
            first,
            former.invitations(identity, earlier),
            former.history(identity, made.desired()),
            now);
    BeyondScope beyond = new BeyondScope(workspace, scope);
    PlanInput read = read(seen, beyond);
    SafetyNames names = new SafetyNames(job, read);
    refuse(
        job.onlyAdds()
            ? names.unknownRoles()
            : Stream.of(ScopeCheck.of(job, gathered, read), names.unknownRoles())
                .flatMap(List::stream)
                .toList());
    PlanInput situation = reconciler(scope).foresee(read);
    Plan reconciled = reconciler(scope).reconcile(situation);
    Plan plan =
        reconciled.noting(
            new CertificationNotes(job.file(), today).of(reconciled, situation, scope));
    Snapshot evidence =
        read == seen
            ? beyond.forJudging(plan, limits(situation), read, situation)
            : situation.snapshot();
    Verdict verdict = review(plan, situation, evidence);
    List<PlannedOperation> sendable = sendable(plan, verdict);
    return new JudgedPlan(
        plan,
        verdict,
        scope,
        gathered,
        Stream.of(gathered.problems(), made.problems(), plan.problems())
            .flatMap(List::stream)
            .toList(),
        Stream.of(
                onboardingRemarks(),
                reading.remarks().stream(),
                limitsToNobody(situation),
                job.onlyAdds()
                    ? Stream.<String>empty()
                    : Stream.concat(made.remarks().stream(), names.protectedNobodies(gathered)),
                workspace.remarks().stream(),
                unconfirmed(first))
            .flatMap(remarks -> remarks)
            .toList(),
        earlier,
        // Whoever looks at all access there is sees it by the names that there are.
        readsAll ? situation.asRead() : situation,
        evidence,
        Price.of(sendable, workspace.batching()),
        workspace.batching().fewestRequests(sendable),
        leftAlone.of(plan, situation, gathered),
        PlanNotes.NOTHING);
  }

  private static List<PlannedOperation> sendable(Plan plan, Verdict verdict) {
    return plan.operations().stream().filter(planned -> verdict.lets(planned.sequence())).toList();
  }

  /**
   * The same with no more than these of its operations, judged by all rules as if they were the
   * plan.
   *
   * @param fewer numbered from 1
   */
  public JudgedPlan narrowed(JudgedPlan whole, List<PlannedOperation> fewer, Tenant workspace) {
    Plan plan = whole.plan().with(fewer);
    Verdict verdict = review(plan, whole.situation(), whole.evidence());
    List<PlannedOperation> sendable = sendable(plan, verdict);
    return new JudgedPlan(
        plan,
        verdict,
        whole.scope(),
        whole.gathered(),
        whole.problems(),
        whole.remarks(),
        whole.earlierInvitations(),
        whole.situation(),
        whole.evidence(),
        Price.of(sendable, workspace.batching()),
        workspace.batching().fewestRequests(sendable),
        whole.leftAlone(),
        whole.beside());
  }

  /**
   * The same situation with a plan of what somebody has decided to take, and of nothing else,
   * judged by all rules. Whom the records leave alone is no matter of it.
   */
  public JudgedPlan decided(
      JudgedPlan whole, Collection<DecidedRemovals.Decision> decisions, Tenant workspace) {
    PlanInput situation = whole.situation().asRead();
    Plan plan =
        DecidedRemovals.plan(
            decisions,
            situation,
            whole.scope(),
            job.file().policy().toPolicy(job.file().vocabulary()));
    Verdict verdict = review(plan, situation, situation.snapshot());
    List<PlannedOperation> sendable = sendable(plan, verdict);
    return new JudgedPlan(
        plan,
        verdict,
        whole.scope(),
        whole.gathered(),
        whole.problems(),
        List.of(),
        whole.earlierInvitations(),
        situation,
        situation.snapshot(),
        Price.of(sendable, workspace.batching()),
        workspace.batching().fewestRequests(sendable),
        leftAlone.ofDecided(plan, situation),
        PlanNotes.NOTHING);
  }

  private Stream<String> onboardingRemarks() {
    return job.onboarding().stream().flatMap(onboarding -> onboarding.remarks().stream());
  }

  /** With what the job's own rosters say of people who are brought in beside them. */
  private JudgedPlan told(JudgedPlan planned, RosterReading reading) {
    return job.onboarding()
        .map(
            onboarding ->
                planned.with(
                    new NextSyncOutlook(
                            onboarding, planned, RowsLeftAlone.of(planned, reading.likewise(job)))
                        .against(reading.likewise(onboarding.standing()))))
        .orElse(planned);
  }

  /** A limit with a slip in it would look as if there were nothing to do. */
  private Stream<String> limitsToNobody(PlanInput situation) {
    return options.only().stream()
        .filter(pattern -> isNobody(NamePatterns.matching(List.of(pattern)), situation))
        .map(
            pattern ->
                "--only "
                    + pattern
                    + " is nobody in the rosters or the "
                    + situation.snapshot().vocabulary().tenant());
  }

  /** Grants would go wherever a token belongs. A stand-in's tokens are its own. */
  private Stream<String> unconfirmed(Snapshot snapshot) {
    boolean isStandIn = job.file().target().standIn().isPresent();
    return isStandIn || snapshot.unconfirmed().isEmpty()
        ? Stream.empty()
        : Stream.of(
            job.file()
                .target()
                .unconfirmed(
                    snapshot.unconfirmed().stream().map(Resource::name).collect(joining(", "))));
  }

  private static boolean isNobody(NamePatterns limit, PlanInput situation) {
    return Stream.of(situation.desired().roster(), situation.snapshot().actual())
        .flatMap(roster -> roster.people().stream())
        .noneMatch(person -> limit.contains(person.email().address()));
  }

  /** The desired side: what the rosters and the rules of a job come to on a day. */
  public static DesiredSide.Made desire(LoadedJob loaded, Gathered gathered, LocalDate today) {
    JobFile job = loaded.file();
    return new DesiredSide(
            job.vocabulary(), JobRules.book(loaded, today), JobRules.groups(job), today)
        .telling(JobRules.details(job))
        .declaring(JobRules.declarations(job))
        .make(gathered);
  }

  /** Where nobody loses anything, nobody need be known whole. */
  private PlanInput read(PlanInput seen, BeyondScope beyond) {
    if (job.onlyAdds()) {
      return seen;
    }
    return readsAll ? beyond.whole(seen) : beyond.forPlanning(seen);
  }

  private Reconciler reconciler(Scope scope) {
    Policy policy = job.file().policy().toPolicy(job.file().vocabulary());
    return job.onlyAdds()
        ? new Reconciler(scope, policy.additionsOnly(), options.switches().withoutRemovals())
        : new Reconciler(scope, policy, options.switches());
  }

  private Verdict review(Plan plan, PlanInput situation, Snapshot evidence) {
    return SafetyReview.review(
        new ProposedPlan(
            plan,
            evidence,
            situation.invitations(),
            situation.desired(),
            job.onlyAdds()
                ? AcceptedSizes.none()
                : new AcceptedSizes(former.acceptedSources(situation.workspace())),
            limits(situation),
            options.allowances()));
  }

  private Limits limits(PlanInput situation) {
    return job.file()
        .safety()
        .toLimits(situation.snapshot().vocabulary())
        .certifying(CertificationNotes.strict(job.file()));
  }

  /** What the ledger is told once a plan made from these was accepted. */
  public static Map<String, Integer> sizes(JudgedPlan planned) {
    Map<String, Integer> sizes = new HashMap<>(AcceptedSizes.of(planned.desired()).acceptedSizes());
    sizes.put(FormerKnowledge.MEMBERS, planned.snapshot().members());
    return sizes;
  }

  /** Everybody who was seen as a member: their invitations are over. */
  public static List<Email> membersSeen(JudgedPlan planned) {
    return planned.snapshot().actual().people().stream().map(Member::email).toList();
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new UnknownNames(problems);
    }
  }
}
