package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Errand;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.Privilege;
import java.util.List;

/** What an organization tells of itself. */
record WorkivaInspection(WorkivaContext context) implements Inspection {

  @Override
  public Inventory inventory(Inventory.Counting counting) {
    return new OrganizationInventory(context).read(counting);
  }

  @Override
  public List<Privilege> privileges(Errand errand) {
    return new ScopeCheckup(context).of(errand);
  }

  @Override
  public boolean isForPrivileges(AccessRefused refused) {
    return String.valueOf(refused.getMessage()).startsWith(WorkivaAccess.MAY_NOT);
  }

  @Override
  public String screen() {
    return WorkivaCallKind.SCREEN;
  }
}
