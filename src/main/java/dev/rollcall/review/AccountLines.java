package dev.rollcall.review;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.planning.AccessReading;
import dev.rollcall.report.review.ReviewLine;
import dev.rollcall.report.review.RightHolder;
import dev.rollcall.tenant.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    groups(account).forEach(group -> lines.addAll(passedOn(account, holder, group)));
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

  /** Those in which somebody is, by being listed or because everybody is. */
  private Set<Resource> groups(Account account) {
    Set<Resource> groups = new TreeSet<>(read.access().everybody());
    account.rights().stream()
        .map(Entitlement::on)
        .filter(read.access().groups()::containsKey)
        .forEach(groups::add);
    return groups;
  }

  private List<ReviewLine> passedOn(Account account, RightHolder holder, Resource group) {
    boolean everybody = read.access().everybody().contains(group);
    return read.access().groups().getOrDefault(group, List.of()).stream()
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
        LastUse.isDormant(account, read.now(), dormantAfter));
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
