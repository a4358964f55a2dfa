package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.http.CallOutcome;

/** The search for the reason why nothing is found at the address of a customer's workspace. */
final class CustomerSearch {

  private final WorkatoApi api;
  private final WorkatoSettings settings;
  private final ManagedWorkspace customer;

  CustomerSearch(WorkatoApi api, WorkatoSettings settings, ManagedWorkspace customer) {
    this.api = api;
    this.settings = settings;
    this.customer = customer;
  }

  /**
   * Asks elsewhere for environment roles, which were not found.
   *
   * @throws AccessRefused where the job file is wrong about the id or what stands before it
   */
  void explain() {
    boolean people =
        !WorkatoErrors.notFound(api.membersLike("nobody@invalid", row -> row.id()).last());
    ManagedPrefix other = people ? customer.prefix().split() : customer.prefix().otherWay();
    if (api.with(settings.of(customer.at(other))).roles().environmentRoles(1).last()
        instanceof CallOutcome.Accepted) {
      throw new AccessRefused(
          "target.managed-users.prefix is %s, but %s is answered and %s is not; write prefix: %s"
              .formatted(
                  customer.prefix(),
                  Endpoint.ENVIRONMENT_ROLES.call(other),
                  settings.call(Endpoint.ENVIRONMENT_ROLES),
                  other));
    }
    if (!people) {
      throw new AccessRefused(noCustomer(settings, customer, settings.main()));
    }
  }

  /** What to say where nothing is found at an id. */
  static String noCustomer(
      WorkatoSettings settings, ManagedWorkspace customer, Environment environment) {
    return ("%s is %s, and nothing is found there: it is the number of a customer's workspace that"
            + " the partner's token may see, or E and its external id; if that is right, see to"
            + " target.managed-users.prefix, which is %s")
        .formatted(settings.key(environment), customer.id(environment), customer.prefix());
  }
}
