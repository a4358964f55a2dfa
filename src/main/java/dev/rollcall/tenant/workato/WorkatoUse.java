package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Activity;
import dev.rollcall.tenant.workato.payload.ActivityRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the audit log says of the use of accounts. It is asked about few at a time, of whom nothing
 * is expected: whoever is used much is known from the member list.
 */
final class WorkatoUse {

  /** So many ids make an address of a length that every server takes. */
  private static final int TOGETHER = 50;

  private final WorkatoApi api;
  private final WorkatoLog log;

  WorkatoUse(WorkatoApi api, WorkatoLog log) {
    this.api = api;
    this.log = log;
  }

  /** The last use of each since then, as far as there was any; empty where nobody may read it. */
  Optional<Map<Email, Activity>> since(Collection<Account> accounts, Instant since) {
    Map<Id, Email> byId =
        accounts.stream()
            .collect(toMap(account -> Id.of(account.id()), Account::email, (one, two) -> one));
    List<Id> ids = new ArrayList<>(byId.keySet());
    Map<Email, Activity> last = new HashMap<>();
    for (int from = 0; from < ids.size(); from += TOGETHER) {
      List<Id> some = ids.subList(from, Math.min(ids.size(), from + TOGETHER));
      for (Environment place : log.places()) {
        Optional<List<ActivityRow>> rows = rows(place, some, since);
        if (rows.isEmpty()) {
          return Optional.empty();
        }
        rows.get().forEach(row -> take(row, byId, last));
      }
    }
    return Optional.of(last);
  }

  private static void take(ActivityRow row, Map<Id, Email> byId, Map<Email, Activity> last) {
    Optional<Email> whose = Optional.ofNullable(byId.get(row.user()));
    Optional<Instant> at = WorkatoLog.time(row.timestamp());
    if (whose.isPresent() && at.isPresent()) {
      last.merge(whose.get(), new Activity(at.get(), row.eventType()), WorkatoUse::later);
    }
  }

  private static Activity later(Activity one, Activity other) {
    return one.at().isBefore(other.at()) ? other : one;
  }

  private Optional<List<ActivityRow>> rows(Environment place, List<Id> users, Instant since) {
    List<ActivityRow> all = new ArrayList<>();
    Set<Id> seen = new HashSet<>();
    Id after = Id.NONE;
    for (int number = 1; number <= PagedList.MOST_PAGES; number++) {
      Optional<ListPage<ActivityRow>> page =
          log.page(place, api.activity(place, WorkatoLog.FROM.format(since), users, after));
      if (page.isEmpty()) {
        return Optional.empty();
      }
      boolean news = false;
      for (ActivityRow row : page.get().rows()) {
        news |= seen.add(row.id());
        after = row.id();
        all.add(row);
      }
      if (!news || page.get().total().orElse(-1) == all.size()) {
        return Optional.of(all);
      }
    }
    throw PagedList.endless("what the audit log says of people");
  }
}
