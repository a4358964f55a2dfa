package dev.rollcall.job;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.rollcall.apply.Ledger;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.History;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Names;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Situation;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.UnknownNames;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.safety.Baselines;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.safety.Proposed;
import dev.rollcall.safety.SafetyReview;
import dev.rollcall.safety.Verdict;
import dev.rollcall.source.Gathered;
import dev.rollcall.source.Reject;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.target.Identity;
import dev.rollcall.target.Price;
import dev.rollcall.target.TargetUnavailable;
import dev.rollcall.target.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From gathered rosters to a judged plan: seal the desired side, snapshot, reconcile, review. It is
 * given a workspace that can only be read, and writes nothing anywhere.
 */
public final class Planner {

  /** How far back a workspace's own log is asked for invitations. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  /** The name under which the number of members is remembered, beside the sources' sizes. */
  private static final String MEMBERS = "(members)";

  /** So many bad rows say something about the sheet as a whole. */
  private static final double MISUNDERSTOOD = 0.5;

  /** Lists that are named where some could not be read whole. */
  private static final int NAMED = 10;

  private final LoadedJob job;
  private final RunOptions options;
  private final Optional<Ledger> ledger;

  /**
   * A planner for one job.
   *
   * @param ledger what former runs remember; empty where there is no repository yet
   */
  public Planner(LoadedJob job, RunOptions options, Optional<Ledger> ledger) {
    this.job = requireNonNull(job, "job");
    this.options = requireNonNull(options, "options");
    this.ledger = requireNonNull(ledger, "ledger");
  }

  /**
   * Makes the plan.
   *
   * @throws UnreadableSource where there are too many bad rows, or too many people would be left
   *     alone because of a problem
   * @throws UnknownNames where the job file names what the workspace does not offer, or its scope
   *     what is nowhere
   * @throws TargetUnavailable where the workspace could not be read completely
   */
  public Planned plan(Reading reading, Workspace workspace, Instant now) {
    Planned planned = whoeverIsLeftAlone(reading, workspace, now);
    refusal(planned)
        .ifPresent(
            why -> {
              throw why;
            });
    return told(planned, reading);
  }

  /** Why no run goes on with such a plan; empty where one does. */
  Optional<UnreadableSource> refusal(Planned planned) {
    return planned
        .leftAlone()
        .refusal(badRowsShare(), considered(planned), lackingAddresses(planned))
        .map(
            tooMany ->
                new UnreadableSource(
                    Stream.of(planned.problems(), unread(planned), List.of(tooMany))
                        .flatMap(List::stream)
                        .toList()));
  }

  private static int lackingAddresses(Planned planned) {
    return (int) planned.gathered().rejects().stream().filter(Reject::lacksAddress).count();
  }

  /** Of a sheet of people to be brought in, only its rows count. */
  private int considered(Planned planned) {
    return job.onlyAdds()
        ? planned.desired().roster().people().size() + planned.gathered().rejects().size()
        : planned.plan().people().considered();
  }

  /** Lists of the workspace that could not be read whole, all in one. */
  private static List<Problem> unread(Planned planned) {
    List<String> lists =
        planned.plan().findings().stream()
            .filter(finding -> finding.kind() == Finding.Kind.INCOMPLETE_KNOWLEDGE)
            .map(Finding::subject)
            .filter(subject -> !planned.leftAlone().people().contains(subject))
            .distinct()
            .toList();
    return lists.isEmpty() ? List.of() : List.of(unread(lists));
  }

  private static Problem unread(List<String> lists) {
    String named = lists.stream().limit(NAMED).map(list -> '"' + list + '"').collect(joining(", "));
    int more = lists.size() - NAMED;
    return new Problem(
        "",
        "what the workspace lists for "
            + named
            + (more > 0 ? " and " + more + " more" : "")
            + " could not be read whole, so nothing is changed there",
        "");
  }

  /** The same, however many people it leaves alone. */
  Planned whoeverIsLeftAlone(Reading reading, Workspace workspace, Instant now) {
    Gathered gathered = reading.seal();
    refuseTooManyBadRows(gathered);
    LocalDate today = LocalDate.ofInstant(now, job.file().timeZone());
    DesiredSide.Made made = desire(job.file(), gathered, today);
    Identity identity = workspace.identify();
    Scope scope = job.file().scope().resolve(made.desired().mentioned(), options.onlyNames());
    Snapshot first = workspace.snapshot(scope);
    refuseShrunkenWorkspace(identity, first);
    Optional<List<Invitation>> earlier = earlierInvitations(identity, workspace, now);
    Situation seen =
        new Situation(
            job.file().name().toString(),
            identity.key(),
            made.desired(),
            first,
            invitations(identity, earlier),
            history(identity, made.desired()),
            now);
    // Where nobody loses anything, nobody need be known whole.
    Situation situation = job.onlyAdds() ? seen : whole(seen, workspace, scope);
    if (!job.onlyAdds()) {
      refuseIdleScope(gathered, situation);
    }
    Plan plan = reconciler(scope).reconcile(situation);
    Verdict verdict = review(plan, situation);
    List<PlannedOperation> sendable = sendable(plan, verdict);
    return new Planned(
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
                unconfirmed(first))
            .flatMap(remarks -> remarks)
            .toList(),
        earlier,
        situation,
        Price.of(sendable, workspace.batching()),
        workspace.batching().fewestRequests(sendable),
        leftAlone(plan, situation, gathered),
        Beside.NOTHING);
  }

  private LeftAlone leftAlone(Plan plan, Situation situation, Gathered gathered) {
    Set<Email> known = new HashSet<>(situation.desired().held().keySet());
    situation.desired().roster().people().forEach(person -> known.add(person.email()));
    situation.snapshot().actual().people().forEach(person -> known.add(person.email()));
    int nobodys =
        (int) gathered.rejects().stream().filter(reject -> reject.email().isEmpty()).count();
    int allowed =
        options
            .allowances()
            .of("left-alone")
            .orElseGet(
                () ->
                    LimitsOf.cap(job.file().safety().leftAlone().limit())
                        .allowed(plan.people().considered()));
    return LeftAlone.by(plan, known, nobodys, allowed);
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
  public Planned narrowed(Planned whole, List<PlannedOperation> fewer, Workspace workspace) {
    Plan plan = whole.plan().with(fewer);
    Verdict verdict = review(plan, whole.situation());
    List<PlannedOperation> sendable = sendable(plan, verdict);
    return new Planned(
        plan,
        verdict,
        whole.scope(),
        whole.gathered(),
        whole.problems(),
        whole.remarks(),
        whole.earlierInvitations(),
        whole.situation(),
        Price.of(sendable, workspace.batching()),
        workspace.batching().fewestRequests(sendable),
        whole.leftAlone(),
        whole.beside());
  }

  private Stream<String> onboardingRemarks() {
    return job.onboarding().stream().flatMap(onboarding -> onboarding.remarks().stream());
  }

  /** With what the job's own rosters say of people who are brought in beside them. */
  private Planned told(Planned planned, Reading reading) {
    return job.onboarding()
        .map(
            onboarding ->
                planned.with(
                    new Outlook(
                            onboarding, planned, RowsLeftAlone.of(planned, reading.likewise(job)))
                        .against(reading.likewise(onboarding.standing()))))
        .orElse(planned);
  }

  /** A limit with a slip in it would look as if there were nothing to do. */
  private Stream<String> limitsToNobody(Situation situation) {
    return options.only().stream()
        .filter(pattern -> isNobody(Names.matching(List.of(pattern)), situation))
        .map(pattern -> "--only " + pattern + " is nobody in the rosters or the workspace");
  }

  /** Grants would go wherever a token belongs. A stand-in's tokens are its own. */
  private Stream<String> unconfirmed(Snapshot snapshot) {
    boolean isStandIn = job.file().target() instanceof TargetSpec.SandboxSpec;
    return isStandIn || snapshot.unconfirmed().isEmpty()
        ? Stream.empty()
        : Stream.of(
            "nothing the workspace says shows which environment the tokens belong to: "
                + snapshot.unconfirmed().stream().map(Environment::name).collect(joining(", "))
                + "; check that each under target.tokens is of an API client of its environment");
  }

  private static boolean isNobody(Names limit, Situation situation) {
    return Stream.of(situation.desired().roster(), situation.snapshot().actual())
        .flatMap(roster -> roster.people().stream())
        .noneMatch(person -> limit.contains(person.email().address()));
  }

  /** The desired side: what the rosters and the rules of a job come to on a day. */
  static DesiredSide.Made desire(JobFile job, Gathered gathered, LocalDate today) {
    return new DesiredSide(Rules.book(job, today), Rules.groups(job), today).make(gathered);
  }

  /**
   * Whoever has left and still holds something must lose all of it, in groups and projects beyond
   * the scope too; those are read only then, because each costs a request.
   */
  private static Situation whole(Situation situation, Workspace workspace, Scope scope) {
    Desired desired = situation.desired();
    boolean leaversPresent =
        situation.snapshot().actual().people().stream()
            .filter(member -> member.status() != Status.SUSPENDED)
            .filter(member -> scope.plans(member.email()))
            .flatMap(member -> desired.roster().person(member.email()).stream())
            .anyMatch(person -> person.status() == Status.LEFT);
    return leaversPresent || AddressBook.anybodyGoes(situation, scope)
        ? situation.withSnapshot(workspace.snapshot(scope.narrowedTo(Names.ALL, Names.ALL)))
        : situation;
  }

  private Reconciler reconciler(Scope scope) {
    Policy policy = job.file().policy().toPolicy();
    return job.onlyAdds()
        ? new Reconciler(scope, policy.additionsOnly(), options.switches().withoutRemovals())
        : new Reconciler(scope, policy, options.switches());
  }

  private Verdict review(Plan plan, Situation situation) {
    return SafetyReview.review(
        new Proposed(
            plan,
            situation.snapshot(),
            situation.invitations(),
            situation.desired(),
            job.onlyAdds()
                ? Baselines.none()
                : new Baselines(acceptedSources(situation.workspace())),
            LimitsOf.spec(job.file().safety()),
            options.allowances()));
  }

  /** What the ledger is told once a plan made from these was accepted. */
  public static Map<String, Integer> sizes(Planned planned) {
    Map<String, Integer> sizes = new HashMap<>(Baselines.of(planned.desired()).acceptedSizes());
    sizes.put(MEMBERS, planned.snapshot().members());
    return sizes;
  }

  /** Everybody who was seen as a member: their invitations are over. */
  public static List<Email> membersSeen(Planned planned) {
    return planned.snapshot().actual().people().stream().map(Member::email).toList();
  }

  private void refuseIdleScope(Gathered gathered, Situation situation) {
    List<Problem> problems = ScopeCheck.of(job, gathered, situation);
    if (!problems.isEmpty()) {
      throw new UnknownNames(problems);
    }
  }

  private void refuseTooManyBadRows(Gathered gathered) {
    Optional<Problem> tooMany = gathered.tooManyBadRows(badRowsShare());
    if (tooMany.isPresent()) {
      throw new UnreadableSource(
          Stream.concat(gathered.problems().stream(), tooMany.stream()).toList());
    }
  }

  /**
   * A bad row in a roster may be somebody who then looks absent. In a sheet of people to be brought
   * in it concerns one person alone; but where most rows are bad, the sheet was misunderstood.
   */
  private double badRowsShare() {
    double share = job.file().safety().badRows().fraction();
    return job.onlyAdds() && share > 0 ? Math.max(share, MISUNDERSTOOD) : share;
  }

  /** Members that are missing from the list would look like joiners. */
  private void refuseShrunkenWorkspace(Identity identity, Snapshot snapshot) {
    Integer before = accepted(identity.key()).get(MEMBERS);
    if (before != null
        && before >= 10
        && snapshot.members() * 2 < before
        && options.allowances().of("shrink").isEmpty()) {
      throw new TargetUnavailable(
          "the workspace lists %d members, less than half of the %d of last time; if that is right, run again with --allow shrink=100"
              .formatted(snapshot.members(), before));
    }
  }

  /** What the workspace's own log remembers; not asked where it need not, empty where it cannot. */
  private Optional<List<Invitation>> earlierInvitations(
      Identity identity, Workspace workspace, Instant now) {
    boolean needless =
        ledger.filter(memory -> memory.hasSeen(identity.key())).isPresent()
            || job.file().policy().earlierInvitations() == PolicySpec.EarlierInvitations.NONE;
    return needless
        ? Optional.of(List.of())
        : workspace.rememberedInvitations(now.minus(REMEMBERED));
  }

  private Invitations invitations(Identity identity, Optional<List<Invitation>> earlier) {
    Map<Email, Invitation> known = new HashMap<>();
    earlier.ifPresent(all -> all.forEach(each -> known.put(each.email(), each)));
    ledger.ifPresent(
        memory ->
            memory.invitations(identity.key()).forEach(each -> known.put(each.email(), each)));
    return new Invitations(known, earlier.isPresent());
  }

  private History history(Identity identity, Desired desired) {
    History history =
        ledger.map(memory -> history(memory, identity.key(), desired)).orElseGet(History::none);
    return job.onlyAdds() ? history.besideRosters() : history;
  }

  private History history(Ledger memory, String workspace, Desired desired) {
    String name = job.file().name().toString();
    History history = memory.history(workspace, name);
    EmployeeIds ids = EmployeeIds.of(desired.roster(), desired.provenance());
    return ids.isEmpty()
        ? history
        : history.knowing(memory.addresses(workspace, name, AddressBook.changed(desired, ids)));
  }

  private Map<String, Integer> acceptedSources(String workspace) {
    Map<String, Integer> sizes = new HashMap<>(accepted(workspace));
    sizes.remove(MEMBERS);
    return sizes;
  }

  private Map<String, Integer> accepted(String workspace) {
    return ledger
        .map(memory -> memory.acceptedSizes(workspace, job.file().name().toString()))
        .orElse(Map.of());
  }
}
