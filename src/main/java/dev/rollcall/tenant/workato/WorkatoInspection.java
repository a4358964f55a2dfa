package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Errand;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.Privilege;
import dev.rollcall.tenant.RoleList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a workspace tells of itself. */
final class WorkatoInspection implements Inspection {

  private final WorkatoContext context;
  private final WorkatoSettings settings;

  WorkatoInspection(WorkatoContext context, WorkatoSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  @Override
  public Inventory inventory(Inventory.Counting counting) {
    return new InventoryReading(context, settings).read(counting);
  }

  @Override
  public Optional<RoleList> roles() {
    return Optional.of(new RoleReading(context).read());
  }

  @Override
  public List<Privilege> privileges(Errand errand) {
    return new PrivilegeCheck(context, settings).of(errand);
  }

  @Override
  public boolean isForPrivileges(AccessRefused refused) {
    String why = String.valueOf(refused.getMessage());
    return Arrays.stream(Endpoint.values())
        .anyMatch(endpoint -> why.contains(WorkatoAccess.MAY_NOT + settings.call(endpoint)));
  }

  @Override
  public String screen() {
    return Endpoint.SCREEN;
  }
}
