package dev.rollcall.review;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Invitation;
import dev.rollcall.planning.AccessReading;
import dev.rollcall.report.review.AccessReview;
import dev.rollcall.report.review.ReviewLine;
import dev.rollcall.report.review.RightHolder;
import dev.rollcall.safety.Limits;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a review of what was read: a line for whatever anybody holds, and why. */
public final class Reviewer {

  private final LoadedJob job;
  private final AccessReading.Both read;
  private final Duration dormantAfter;
  private final Reasons reasons;
  private final Set<String> administrators;

  /**
   * A reviewer of what was read for a job.
   *
   * @param dormantAfter how long an account is not used that counts as dormant
   */
  public Reviewer(LoadedJob job, AccessReading.Both read, Duration dormantAfter) {
    this.job = job;
    this.read = read;
    this.dormantAfter = dormantAfter;
    Limits limits = job.file().safety().toLimits(job.file().vocabulary());
    this.reasons = new Reasons(read.desired(), read.scope(), limits.protectedEmails());
    this.administrators =
        limits.adminRoles().stream().map(Levels::fold).collect(toUnmodifiableSet());
  }

  /**
   * Makes it.
   *
   * @throws dev.rollcall.tenant.TenantUnavailable where it would leave anything out
   */
  public AccessReview review() {
    Completeness.check(read);
    List<ReviewLine> lines = new ArrayList<>();
    read.access().accounts().stream()
        .sorted(Comparator.comparing(account -> account.email().address()))
        .forEach(account -> lines.addAll(account(account)));
    owner().ifPresent(lines::add);
    read.open().stream()
        .sorted(Comparator.comparing(invitation -> invitation.email().address()))
        .forEach(invitation -> lines.addAll(invitation(invitation)));
    read.access().groups().forEach((group, rights) -> lines.addAll(group(group, rights)));
    return new AccessReview(head(), lines, notes());
  }

  private AccessReview.Head head() {
    return new AccessReview.Head(
        job.file().name().toString(),
        read.identity().name(),
        read.identity().key(),
        job.file().vocabulary().tenant(),
        read.now(),
        dormantAfter,
        "");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!read.problems().isEmpty()) {
      notes.add(
          "The rosters have problems (rollcall validate tells them): for whom a row could not be used, nobody may seem to vouch.");
    }
    if (read.identity().owner().isEmpty()) {
      notes.add(
          "Who owns the %s could not be read; the owner can do everything, whatever is listed."
              .formatted(job.file().vocabulary().tenant()));
    }
    return notes;
  }

  private List<ReviewLine> account(Account account) {
    RightHolder holder = holder(account);
    boolean ours = isOurs(account);
    List<ReviewLine> lines = new ArrayList<>();
    lines.add(
        new ReviewLine(
            holder,
            Optional.empty(),
            Optional.empty(),
            false,
            ours,
            reasons.account(account.email())));
    for (Entitlement right : account.rights()) {
      lines.add(
          new ReviewLine(
              holder,
              Optional.of(right),
              Optional.empty(),
              isAdministrator(right),
              ours,
              reasons.right(account.email(), right)));
    }
    lines.addAll(inherited(account, holder));
    return lines;
  }

  private List<ReviewLine> inherited(Account account, RightHolder holder) {
    List<ReviewLine> lines = new ArrayList<>();
    for (Map.Entry<Resource, List<Entitlement>> group : read.access().groups().entrySet()) {
      boolean everybody = read.access().everybody().contains(group.getKey());
      if (everybody || account.rights().contains(group.getKey().membership())) {
        group
            .getValue()
            .forEach(right -> lines.add(inherited(account, holder, group.getKey(), right)));
      }
    }
    return lines;
  }

  private ReviewLine inherited(
      Account account, RightHolder holder, Resource group, Entitlement right) {
    return new ReviewLine(
        holder,
        Optional.of(right),
        Optional.of(group),
        isAdministrator(right),
        false,
        read.access().everybody().contains(group)
            ? reasons.everybodys(group, right)
            : reasons.inherited(account.email(), group, right));
  }

  private Optional<ReviewLine> owner() {
    return read.identity()
        .owner()
        .filter(
            owner ->
                read.access().accounts().stream()
                    .noneMatch(account -> account.email().equals(owner)))
        .map(
            owner ->
                new ReviewLine(
                    new RightHolder(
                        owner.address(),
                        "",
                        RightHolder.State.OWNER,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        false),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    false,
                    ownership(owner)));
  }

  private dev.rollcall.report.review.Vouching ownership(Email owner) {
    return reasons.account(owner).and("owns the " + job.file().vocabulary().tenant());
  }

  private List<ReviewLine> invitation(Invitation invitation) {
    RightHolder holder =
        new RightHolder(
            invitation.email().address(),
            read.desired().roster().person(invitation.email()).map(each -> each.name()).orElse(""),
            RightHolder.State.INVITED,
            "",
            Optional.of(invitation.sent()),
            Optional.empty(),
            false);
    List<ReviewLine> lines = new ArrayList<>();
    lines.add(
        new ReviewLine(
            holder,
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            reasons.account(invitation.email())));
    for (Entitlement right : invitation.rights()) {
      lines.add(
          new ReviewLine(
              holder,
              Optional.of(right),
              Optional.empty(),
              isAdministrator(right),
              false,
              reasons.right(invitation.email(), right)));
    }
    return lines;
  }

  private List<ReviewLine> group(Resource group, List<Entitlement> rights) {
    RightHolder holder =
        new RightHolder(
            group.kind().noun() + " " + group,
            "",
            RightHolder.State.GROUP,
            "",
            Optional.empty(),
            Optional.empty(),
            false);
    boolean ours =
        read.scope().covers(group)
            && !read.access().catalogue().isBuiltIn(group)
            && !read.scope().isByIdentityProvider(group);
    return rights.stream()
        .map(
            right ->
                new ReviewLine(
                    holder,
                    Optional.of(right),
                    Optional.empty(),
                    isAdministrator(right),
                    ours,
                    reasons.group(group, right)))
        .toList();
  }

  private RightHolder holder(Account account) {
    RightHolder.State state =
        isOwner(account.email())
            ? RightHolder.State.OWNER
            : account.rights().isEmpty() ? RightHolder.State.NO_ACCESS : RightHolder.State.MEMBER;
    return new RightHolder(
        account.email().address(),
        account.name(),
        state,
        account.sort(),
        account.since(),
        account.lastActivity(),
        isDormant(account));
  }

  /** One that nothing is known to have used, since it was made, counts as used on that day. */
  private boolean isDormant(Account account) {
    Optional<Instant> last = account.lastActivity().map(Activity::at).or(account::since);
    return last.filter(at -> at.plus(dormantAfter).isBefore(read.now())).isPresent();
  }

  private boolean isOurs(Account account) {
    return account.sort().isEmpty()
        && read.scope().covers(account.email())
        && !isOwner(account.email());
  }

  private boolean isOwner(Email email) {
    return read.identity().owner().filter(email::equals).isPresent();
  }

  private boolean isAdministrator(Entitlement right) {
    return !right.role().isEmpty() && administrators.contains(Levels.fold(right.role()));
  }
}
