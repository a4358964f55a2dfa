package dev.rollcall.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a partner's requests into one environment of a customer's workspace: by the partner's
 * tokens, and out of quotas that all customers share.
 */
final class CustomerGate extends Gate {
  private static final String PEOPLE_JOIN = "/api/member_invitation";

  private final SandboxTenant partner;
  private final String environment;
  private final String prefix;

  /**
   * One at an id.
   *
   * @param prefix what stands before the id
   */
  CustomerGate(SandboxTenant partner, SandboxTenant customer, String environment, String prefix) {
    super(customer, Router.ofCustomer(customer));
    this.partner = partner;
    this.environment = environment;
    this.prefix = prefix;
  }

  @Override
  <T> T alone(Supplier<T> action) {
    return partner.alone(() -> tenant().alone(action));
  }

  @Override
  Table<StoredRow.Token> tokens() {
    return partner.store().tokens;
  }

  @Override
  Optional<Route> route(String method, String path) {
    return super.route(method, path).filter(this::isServed);
  }

  private boolean isServed(Route route) {
    boolean v2 = prefix.equals(ManagedPath.V2);
    boolean here =
        switch (partner.behaviour().of(Switch.MANAGED_PREFIX)) {
          case "plain" -> !v2;
          case "v2" -> v2;
          case "split" -> v2 == isNewest(route);
          default -> true;
        };
    boolean singular = partner.is(Switch.MANAGED_INVITATION_PATH, "singular");
    return here
        && (!route.pattern().startsWith(PEOPLE_JOIN)
            || singular == route.pattern().equals(PEOPLE_JOIN));
  }

  private static boolean isNewest(Route route) {
    return route.category() == Quotas.Category.ENVIRONMENT_ROLES
        || route.category() == Quotas.Category.PROJECT_GRANTS;
  }

  @Override
  String pattern(Route route) {
    return ManagedPath.pattern(prefix, route);
  }

  @Override
  String environment(StoredRow.Token caller) {
    return environment;
  }

  @Override
  Optional<Duration> wait(Route route) {
    int quota = partner.store().meta().quotaPerMinute();
    return partner.customerQuotas().takeOfCustomers(route, quota, partner.now());
  }

  /** The id says which environment it is, whatever the token. */
  @Override
  ApiCall inside(ApiCall call) {
    return call.as(
        new StoredRow.Token(call.token().token(), environment, List.of("*"), List.of("*")));
  }

  @Override
  boolean permitted(Route route, StoredRow.Token token) {
    return token.may(route.method() + " " + ManagedPath.pattern(ManagedPath.PLAIN, route));
  }
}
