package dev.rollcall.planning;

import dev.rollcall.apply.Ledger;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Invitation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is invited and has not come yet, by all that remembers it: former runs, and the tenant's own
 * log.
 *
 * @param all by address
 * @param complete whether the log could be read: else only those are known that this job's
 *     repository remembers
 */
public record OpenInvitations(List<Invitation> all, boolean complete) {

  /** Copies. */
  public OpenInvitations {
    all = List.copyOf(all);
  }

  /**
   * Reads them.
   *
   * @param ledger what former runs remember; empty where there is no repository yet
   * @param isHere whether somebody has come
   */
  public static OpenInvitations of(
      LoadedJob job, Optional<Ledger> ledger, OpenedTenant target, Predicate<Email> isHere) {
    Instant since = target.clock().instant().minus(FormerKnowledge.REMEMBERED);
    LoggedInvitations logged =
        LoggedInvitations.read(
            target.workspace().rememberedInvitations(since), LoggedInvitations.Reading.REFUSED);
    FormerKnowledge former = new FormerKnowledge(job, RunOptions.none(), ledger);
    return new OpenInvitations(
        former.invitations(target.identify(), logged).byEmail().values().stream()
            .filter(invitation -> !isHere.test(invitation.email()))
            .sorted(Comparator.comparing(Invitation::email))
            .toList(),
        logged.isComplete());
  }
}
