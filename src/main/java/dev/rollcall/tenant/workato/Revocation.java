package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Attempt;
import dev.rollcall.tenant.http.Tried;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes one grant away, by its id.
 *
 * @param known the id as last read; it is looked up where there is none or it is no longer right
 */
record Revocation(Tools tools, GrantTarget grants, Optional<Id> known) implements Changeable {

  @Override
  public Map<String, String> read() {
    return grants.read();
  }

  @Override
  public Tried<String> write(List<Item> items) {
    Tried<String> tried = known.map(this::delete).orElseGet(Revocation::noSuchGrant);
    if (!WorkatoErrors.notFound(tried.last())) {
      return tried;
    }
    Optional<Id> now = lookedUp(items.get(0));
    return now.isPresent() && !now.equals(known) ? delete(now.get()) : tried;
  }

  private Tried<String> delete(Id grant) {
    return tools.api().deleteGrant(environment(), grant);
  }

  private Optional<Id> lookedUp(Item item) {
    try {
      grants.read();
      return grants.grant(item);
    } catch (TenantUnavailable | AccessRefused e) {
      // The 404 stands; whoever asks next meets the same trouble and says so.
      return Optional.empty();
    }
  }

  private static Tried<String> noSuchGrant() {
    return new Tried<>(
        new Attempt.Rejected<>(404, "{\"message\":\"no such grant\"}", Optional.empty()), 0);
  }

  @Override
  public Endpoint endpoint() {
    return Endpoint.DELETE_GRANT;
  }

  @Override
  public Environment environment() {
    return grants.environment();
  }
}
