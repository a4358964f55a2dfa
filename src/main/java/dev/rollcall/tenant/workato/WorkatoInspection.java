package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Inventory;

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
}
