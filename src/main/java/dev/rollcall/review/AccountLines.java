package dev.rollcall.review;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.planning.AccessReading;
import dev.rollcall.report.review.ReviewLine;
import dev.rollcall.report.review.RightHolder;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of an account: itself, what it holds directly, and what groups pass on to it. */
final class AccountLines {

  private final AccessReading.Both read;
  private final Reasons reasons;
  private final Administrators administrators;
  private final Duration dormantAfter;
  private final Optional<SinceRun> since;

  AccountLines(
      AccessReading.Both read,
      Reasons reasons,
      Administrators administrators,
      ReviewOptions options,
      Optional<SinceRun> since) {
    this.read = read;
    this.reasons = reasons;
    this.administrators = administrators;
    this.dormantAfter = options.dormantAfter();
    this.since = since;
  }

  List<ReviewLine> of(Account account) {
    RightHolder holder = holder(account);
    List<ReviewLine> lines = new ArrayList<>();
    lines.add(
        new ReviewLine(
                holder,
                Optional.empty(),
                Optional.empty(),
                false,
                isOurs(account),
                reasons.account(account.email()))
            .withChange(since.map(run -> run.account(account.since())).orElse("")));
    account.rights().forEach(right -> lines.add(direct(account, holder, right)));
    read.access()
        .groups()
        .forEach((group, rights) -> lines.addAll(passedOn(account, holder, group)));
    return lines;
  }

  private ReviewLine direct(Account account, RightHolder holder, Entitlement right) {
    Assignee.Person person = new Assignee.Person(account.email());
    boolean decidable =
        isOurs(account)
            && !read.access().catalogue().isBuiltIn(right.on())
            && !read.scope().isByIdentityProvider(right.on());
    return new ReviewLine(
            holder,
            Optional.of(right),
            Optional.empty(),
            administrators.areMadeBy(right),
            decidable,
            reasons.right(account.email(), right))
        .withChange(since.map(run -> run.of(person, right)).orElse(""));
  }

  private List<ReviewLine> passedOn(Account account, RightHolder holder, Resource group) {
    Map<Resource, List<Entitlement>> groups = read.access().groups();
    boolean everybody = read.access().everybody().contains(group);
    if (!everybody && !account.rights().contains(group.membership())) {
      return List.of();
    }
    return groups.getOrDefault(group, List.of()).stream()
        .map(
            right ->
                new ReviewLine(
                    holder,
                    Optional.of(right),
                    Optional.of(group),
                    administrators.areMadeBy(right),
                    false,
                    everybody
                        ? reasons.everybodys(group, right)
                        : reasons.inherited(account.email(), group, right)))
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
}
