package dev.rollcall.planning;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.Progress;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Scope;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.tenant.AccessInventory;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.ReadOnlyTenant;
import dev.rollcall.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads both sides of an access review: what the records say, and all access there is. Compares
 * nothing, and writes nothing.
 */
public final class AccessReading {

  /**
   * What was read.
   *
   * @param scope what is ours; the access is all there is
   * @param problems what is wrong with the rosters, as far as a review can be made all the same
   * @param workspace can be asked more, as long as it is open; not written to
   */
  public record Both(
      Identity identity,
      Desired desired,
      List<Problem> problems,
      AccessInventory access,
      Invitations invitations,
      Scope scope,
      Instant now,
      Tenant workspace) {

    /** Invitations of people who have not come yet. */
    public List<Invitation> open() {
      Set<Email> here = access.accounts().stream().map(Account::email).collect(toSet());
      return invitations.byEmail().values().stream()
          .filter(invitation -> !here.contains(invitation.email()))
          .toList();
    }

    /** Whether somebody has an account that is listed. */
    public boolean isAccount(Email email) {
      return access.accounts().stream().anyMatch(account -> account.email().equals(email));
    }
  }

  private final LoadedJob job;
  private final Optional<Ledger> ledger;
  private final Progress progress;

  /**
   * A reading for one job.
   *
   * @param ledger what former runs remember; empty where there is no repository yet
   */
  public AccessReading(LoadedJob job, Optional<Ledger> ledger, Progress progress) {
    this.job = job;
    this.ledger = ledger;
    this.progress = progress;
  }

  /** Reads. */
  public Both of(OpenedTenant target) {
    Instant now = target.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, target.destination())) {
      progress.phase("reading rosters", 0);
      reading.gatherAll();
      Gathered gathered = reading.seal();
      new LeftAloneLimits(job, RunOptions.none()).refuseTooManyBadRows(gathered);
      DesiredSide.Made made = Planner.desire(job, gathered, today);
      progress.phase("reading the " + job.file().vocabulary().tenant(), 0);
      return both(target, made, gathered);
    }
  }

  private Both both(OpenedTenant target, DesiredSide.Made made, Gathered gathered) {
    Tenant workspace = new ReadOnlyTenant(target.workspace());
    Instant now = target.clock().instant();
    Identity identity = target.identify();
    AccessInventory access = workspace.access();
    FormerKnowledge former = new FormerKnowledge(job, RunOptions.none(), ledger);
    return new Both(
        identity,
        made.desired(),
        Stream.concat(gathered.problems().stream(), made.problems().stream()).toList(),
        access,
        former.invitations(
            identity,
            former.earlierInvitations(identity, workspace, people(made.desired(), access), now)),
        scope(made.desired()),
        now,
        workspace);
  }

  private static FormerKnowledge.People people(Desired desired, AccessInventory access) {
    Set<Email> there = access.accounts().stream().map(Account::email).collect(toSet());
    return new FormerKnowledge.People(desired.roster(), there::contains, true);
  }

  private Scope scope(Desired desired) {
    return job.file()
        .scope()
        .resolve(job.file().vocabulary(), desired.mentioned(), RunOptions.none().onlyNames());
  }
}
