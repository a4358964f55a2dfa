package dev.rollcall.tenant;

import java.time.Duration;
import java.util.List;

/** Reads what accounts may do by the tenant's own word; each account costs requests of its own. */
public interface PrivilegeReading {

  /**
   * What it costs.
   *
   * @param requests how many requests it takes
   * @param lasting how long they last at the quota, beside nothing else
   * @param perMinute that quota
   */
  record Cost(int requests, Duration lasting, int perMinute) {}

  /** What so many accounts cost. */
  Cost cost(int accounts);

  /**
   * What one account may do, in effect: whatever it comes by.
   *
   * @throws TenantUnavailable where it could not be read
   */
  List<Privileges> of(Account account);
}
