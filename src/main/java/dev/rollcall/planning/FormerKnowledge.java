package dev.rollcall.planning;

import dev.rollcall.apply.Ledger;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.spec.PolicySpec;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What former runs and the workspace's own log know that a plan depends on. */
final class FormerKnowledge {

  /** How far back a workspace's own log is asked for invitations. */
  static final Duration REMEMBERED = Duration.ofDays(90);

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
          "the workspace lists %d members, less than half of the %d of last time; if that is right, run again with --allow shrink=100"
              .formatted(snapshot.members(), before));
    }
  }

  /** What the workspace's own log remembers; not asked where it need not, empty where it cannot. */
  Optional<List<Invitation>> earlierInvitations(Identity identity, Tenant workspace, Instant now) {
    boolean needless =
        ledger.filter(memory -> memory.hasSeen(identity.key())).isPresent()
            || job.file().policy().earlierInvitations() == PolicySpec.EarlierInvitations.NONE;
    return needless
        ? Optional.of(List.of())
        : workspace.rememberedInvitations(now.minus(REMEMBERED));
  }

  /** All that is known of open invitations. */
  Invitations invitations(Identity identity, Optional<List<Invitation>> earlier) {
    Map<Email, Invitation> known = new HashMap<>();
    earlier.ifPresent(all -> all.forEach(each -> known.put(each.email(), each)));
    ledger.ifPresent(
        memory ->
            memory.invitations(identity.key()).forEach(each -> known.put(each.email(), each)));
    return new Invitations(known, earlier.isPresent());
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
