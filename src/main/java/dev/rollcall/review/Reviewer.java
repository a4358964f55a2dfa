package dev.rollcall.review;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Progress;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Invitation;
import dev.rollcall.planning.AccessReading;
import dev.rollcall.report.review.AccessReview;
import dev.rollcall.report.review.ReviewLine;
import dev.rollcall.report.review.RightHolder;
import dev.rollcall.report.review.Vouching;
import dev.rollcall.safety.Limits;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.PrivilegeReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a review of what was read: a line for whatever anybody holds, and why. */
public final class Reviewer {

  private final LoadedJob job;
  private final AccessReading.Both read;
  private final ReviewOptions options;
  private final Reasons reasons;
  private final Administrators administrators;
  private final Optional<SinceRun> since;

  /**
   * A reviewer of what was read for a job.
   *
   * @param journal of the repository; empty where there is none yet
   * @throws dev.rollcall.source.UnreadableSource where changes are asked for since a run that there
   *     is not
   */
  public Reviewer(
      LoadedJob job, AccessReading.Both read, ReviewOptions options, Optional<Journal> journal) {
    this.job = job;
    this.read = read;
    this.options = options;
    Limits limits = job.file().safety().toLimits(job.file().vocabulary());
    this.reasons = new Reasons(read.desired(), read.scope(), limits.protectedEmails());
    this.administrators = Administrators.named(limits.adminRoles());
    this.since =
        options
            .since()
            .map(
                run ->
                    SinceRun.of(
                        journal.orElseThrow(
                            () -> SinceRun.unknown(run, "there is no repository of runs yet")),
                        run,
                        read.identity().key()));
  }

  /**
   * Makes it.
   *
   * @param progress told while people are asked about one by one
   * @throws dev.rollcall.tenant.TenantUnavailable where it would leave anything out
   */
  public AccessReview review(Progress progress) {
    Completeness.check(read);
    LastUse use =
        LastUse.of(read.access().accounts(), read.workspace(), read.now(), options.dormantAfter());
    List<ReviewLine> lines = new ArrayList<>(accounts(use.accounts(), progress));
    owner().ifPresent(lines::add);
    read.open().stream()
        .sorted(Comparator.comparing(invitation -> invitation.email().address()))
        .forEach(invitation -> lines.addAll(invitation(invitation)));
    read.access().groups().forEach((group, rights) -> lines.addAll(group(group, rights)));
    return new AccessReview(
        head(), lines, notes(use), since.map(run -> run.gone(holdings())).orElse(List.of()));
  }

  private AccessReview.Head head() {
    return new AccessReview.Head(
        job.file().name().toString(),
        read.identity().name(),
        read.identity().key(),
        tenant(),
        job.file().vocabulary().invites(),
        read.now(),
        options.dormantAfter(),
        since.map(run -> run.run().value()).orElse(""));
  }

  private List<String> notes(LastUse use) {
    List<String> notes = new ArrayList<>();
    if (!read.problems().isEmpty()) {
      notes.add(
          "The rosters have problems (rollcall validate tells them): for whom a row could not be"
              + " used, nobody may seem to vouch.");
    }
    if (job.file().vocabulary().owned() && read.identity().owner().isEmpty()) {
      notes.add(
          "Who owns the %s could not be read; the owner can do everything, whatever is listed."
              .formatted(tenant()));
    }
    if (!use.isLogRead()) {
      notes.add("The audit log could not be read: last activity is what the member list says.");
    }
    return notes;
  }

  private List<ReviewLine> accounts(List<Account> all, Progress progress) {
    AccountLines each = new AccountLines(read, reasons, administrators, options, since);
    List<Account> accounts =
        all.stream().sorted(Comparator.comparing(account -> account.email().address())).toList();
    Optional<PrivilegeReading> asking =
        read.workspace().privileges().filter(reading -> options.privileges());
    asking.ifPresent(reading -> progress.phase("reading privileges", accounts.size()));
    List<ReviewLine> lines = new ArrayList<>();
    for (Account account : accounts) {
      List<ReviewLine> theirs = each.of(account);
      lines.addAll(asking.map(reading -> told(account, theirs, reading)).orElse(theirs));
      asking.ifPresent(reading -> progress.step(account.email().address()));
    }
    return lines;
  }

  private List<ReviewLine> told(
      Account account, List<ReviewLine> theirs, PrivilegeReading reading) {
    return new PrivilegeLines(tenant().one()).told(theirs, reading.of(account));
  }

  /** Where no list has the owner, what is known of them is that alone. */
  private Optional<ReviewLine> owner() {
    return read.identity()
        .owner()
        .filter(owner -> !read.isAccount(owner))
        .map(
            owner ->
                line(
                    holder(owner.address(), "", RightHolder.State.OWNER, Optional.empty()),
                    Optional.empty(),
                    false,
                    reasons.account(owner).and("owns the " + tenant())));
  }

  private List<ReviewLine> invitation(Invitation invitation) {
    Email email = invitation.email();
    RightHolder holder =
        holder(
            email.address(),
            read.desired().roster().person(email).map(Member::name).orElse(""),
            RightHolder.State.INVITED,
            Optional.of(invitation.sent()));
    List<ReviewLine> lines = new ArrayList<>();
    Vouching known = reasons.account(email);
    lines.add(
        line(
            holder,
            Optional.empty(),
            false,
            invitation.ours()
                ? known
                : known.and("invited by somebody else, as far as the audit log tells with what")));
    for (Entitlement right : invitation.rights()) {
      lines.add(line(holder, Optional.of(right), false, reasons.right(email, right)));
    }
    return lines;
  }

  private List<ReviewLine> group(Resource group, List<Entitlement> rights) {
    RightHolder holder =
        holder(group.kind().noun() + " " + group, "", RightHolder.State.GROUP, Optional.empty());
    boolean ours =
        read.scope().covers(group)
            && !read.access().catalogue().isBuiltIn(group)
            && !read.scope().isByIdentityProvider(group);
    Assignee assignee = new Assignee.GroupNamed(group);
    return rights.stream()
        .map(
            right ->
                line(holder, Optional.of(right), ours, reasons.group(group, right))
                    .withChange(since.map(run -> run.of(assignee, right)).orElse("")))
        .toList();
  }

  private static RightHolder holder(
      String label, String name, RightHolder.State state, Optional<Instant> at) {
    return new RightHolder(label, name, state, "", at, Optional.empty(), false);
  }

  private ReviewLine line(
      RightHolder holder, Optional<Entitlement> right, boolean decidable, Vouching vouching) {
    boolean isAdministrator =
        holder.state() == RightHolder.State.OWNER
            || right.filter(administrators::areMadeBy).isPresent();
    return new ReviewLine(holder, right, Optional.empty(), isAdministrator, decidable, vouching);
  }

  private Map<Assignee, List<Entitlement>> holdings() {
    Map<Assignee, List<Entitlement>> all = new HashMap<>();
    read.access()
        .accounts()
        .forEach(account -> all.put(new Assignee.Person(account.email()), account.rights()));
    read.access()
        .groups()
        .forEach((group, rights) -> all.put(new Assignee.GroupNamed(group), rights));
    return all;
  }

  private Noun tenant() {
    return job.file().vocabulary().tenant();
  }
}
