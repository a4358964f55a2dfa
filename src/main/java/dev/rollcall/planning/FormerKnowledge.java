package dev.rollcall.planning;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.apply.Ledger;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.spec.PolicySpec;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.History;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Tenant;
import dev.rollcall.tenant.TenantUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What former runs and the workspace's own log know that a plan depends on. */
final class FormerKnowledge {

  /** How far back a workspace's own log is asked for invitations. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** The workspace's clock may not be that of this machine. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  /** The name under which the number of members is remembered, beside the sources' sizes. */
  static final String MEMBERS = "(members)";

  private final LoadedJob job;
  private final RunOptions options;
  private final Optional<Ledger> ledger;

  /**
   * Of one job.
   *
   * @param ledger what former runs remember; empty where there is no repository yet
   */
  FormerKnowledge(LoadedJob job, RunOptions options, Optional<Ledger> ledger) {
    this.job = job;
    this.options = options;
    this.ledger = ledger;
  }

  /** Members that are missing from the list would look like joiners. */
  void refuseShrunken(Identity identity, Snapshot snapshot) {
    Integer before = accepted(identity.key()).get(MEMBERS);
    if (before != null
        && before >= 10
        && snapshot.members() * 2 < before
        && options.allowances().of("shrink").isEmpty()) {
      throw new TenantUnavailable(
          "the %s lists %d members, less than half of the %d of last time; if that is right, run again with --allow shrink=100"
              .formatted(snapshot.vocabulary().tenant(), snapshot.members(), before));
    }
  }

  /**
   * Those whom a plan is about.
   *
   * @param areThere who is in the workspace
   * @param allInvited whether it matters of everybody whether they are invited, and not only of
   *     those who are to be there
   */
  record People(Roster desired, Predicate<Email> areThere, boolean allInvited) {

    /** All there are. */
    static People everybody() {
      return new People(Roster.of(List.of(), List.of()), email -> false, true);
    }

    /** Whether somebody is to be there who is not, and of whose invitation nothing is known. */
    private boolean mayBeInvited(List<Invitation> open) {
      Set<Email> invited = open.stream().map(Invitation::email).collect(toSet());
      return allInvited
          || desired.people().stream()
              .filter(person -> person.status() == Status.ACTIVE)
              .map(Member::email)
              .anyMatch(email -> !areThere.test(email) && !invited.contains(email));
    }
  }

  /**
   * What the workspace's own log remembers; not asked where it need not. A repository that knows
   * the workspace asks for what it cannot know: whom others have invited since the log was read
   * last, and under which ids those are invited whom it has.
   */
  LoggedInvitations earlierInvitations(
      Identity identity, Tenant workspace, People people, Instant now) {
    if (job.file().policy().earlierInvitations() == PolicySpec.EarlierInvitations.NONE) {
      return LoggedInvitations.spared();
    }
    Instant longAgo = now.minus(REMEMBERED);
    Optional<Instant> known = invitationsKnown(identity);
    if (known.isEmpty()) {
      return LoggedInvitations.read(
          workspace.rememberedInvitations(longAgo), LoggedInvitations.Reading.NEVER);
    }
    List<Invitation> open =
        ledger.orElseThrow().invitations(identity.key()).stream()
            .filter(each -> !people.areThere().test(each.email()))
            .toList();
    Optional<Instant> withoutId =
        open.stream()
            .filter(each -> each.id().isEmpty())
            .map(Invitation::sent)
            .min(Comparator.naturalOrder());
    if (withoutId.isEmpty() && !people.mayBeInvited(open)) {
      return LoggedInvitations.spared();
    }
    Instant since = earlier(known.get(), withoutId.orElse(now)).minus(CLOCKS_DIFFER);
    return LoggedInvitations.read(
        workspace.rememberedInvitations(since.isBefore(longAgo) ? longAgo : since),
        LoggedInvitations.Reading.REFUSED);
  }

  /** Until when it is known whom others have invited; empty where it never was. */
  private Optional<Instant> invitationsKnown(Identity identity) {
    return ledger.flatMap(memory -> memory.invitationsKnown(identity.key()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** All that is known of open invitations. */
  Invitations invitations(Identity identity, LoggedInvitations earlier) {
    Map<Email, Invitation> known = new HashMap<>();
    List<Invitation> told = earlier.all();
    ledger
        .map(memory -> memory.unknown(identity.key(), told))
        .orElse(told)
        .forEach(each -> known.put(each.email(), each));
    Map<Email, String> ids = new HashMap<>();
    told.forEach(each -> each.id().ifPresent(id -> ids.put(each.email(), id)));
    ledger.ifPresent(
        memory ->
            memory
                .invitations(identity.key())
                .forEach(
                    each ->
                        known.put(
                            each.email(),
                            each.orWith(Optional.ofNullable(ids.get(each.email()))))));
    return earlier.isComplete()
        ? Invitations.complete(known)
        : Invitations.incomplete(known, invitationsKnown(identity));
  }

  /** What was done before. */
  History history(Identity identity, Desired desired) {
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

  /** How many people each source had when it was last accepted. */
  Map<String, Integer> acceptedSources(String workspace) {
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
