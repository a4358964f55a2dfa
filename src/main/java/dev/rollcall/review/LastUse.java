package dev.rollcall.review;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Activity;
import dev.rollcall.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When accounts were used last. Those that seem dormant are looked for in the tenant's log, which
 * may know better.
 *
 * @param accounts all of them, with what is known by now
 * @param isLogRead false where the log had to be asked and could not be read
 */
record LastUse(List<Account> accounts, boolean isLogRead) {

  LastUse {
    accounts = List.copyOf(accounts);
  }

  /** What is known of these, asking as little as needed. */
  static LastUse of(List<Account> accounts, Tenant workspace, Instant now, Duration dormantAfter) {
    List<Account> quiet =
        accounts.stream().filter(account -> isDormant(account, now, dormantAfter)).toList();
    if (quiet.isEmpty()) {
      return new LastUse(accounts, true);
    }
    Optional<Map<Email, Activity>> log = workspace.lastUse(quiet, now.minus(dormantAfter));
    Map<Email, Activity> known = log.orElse(Map.of());
    return new LastUse(
        accounts.stream().map(account -> with(account, known)).toList(), log.isPresent());
  }

  private static Account with(Account account, Map<Email, Activity> known) {
    return known.containsKey(account.email())
        ? account.usedLast(known.get(account.email()))
        : account;
  }

  /** One that nothing is known to have used, since it was made, counts as used on that day. */
  static boolean isDormant(Account account, Instant now, Duration dormantAfter) {
    Optional<Instant> last = account.lastActivity().map(Activity::at).or(account::since);
    return last.filter(at -> at.plus(dormantAfter).isBefore(now)).isPresent();
  }
}
