package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.RoleList;
import dev.rollcall.tenant.workato.payload.LegacyRoleRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of all roles with what they let people do: one that may not be read is a gap. */
final class RoleReading {

  private final WorkatoContext context;
  private final List<RoleList.Role> roles = new ArrayList<>();
  private final List<Inventory.Gap> gaps = new ArrayList<>();

  RoleReading(WorkatoContext context) {
    this.context = context;
  }

  RoleList read() {
    context.model().look();
    switch (context.model().model()) {
      case LEGACY -> gap(RoleKind.ENVIRONMENT, this::readLegacy);
      case RBAC -> {
        for (RoleKind kind : RoleKind.values()) {
          gap(kind, () -> read(kind));
        }
      }
    }
    return new RoleList(roles, gaps);
  }

  private void read(RoleKind kind) {
    for (NamedRow row : rows(kind)) {
      roles.add(new RoleList.Role(kind.kind(), row.name(), row.type(), config(kind, row)));
    }
  }

  private void readLegacy() {
    for (LegacyRoleRow row : context.lists().legacyRoleRows()) {
      roles.add(
          new RoleList.Role(
              WorkatoVocabulary.ENVIRONMENT_ROLE,
              row.name(),
              "",
              Optional.of(DefinedLegacyRole.config(row))));
    }
  }

  private void gap(RoleKind kind, Runnable reading) {
    try {
      reading.run();
    } catch (AccessRefused e) {
      context.access().check();
      gaps.add(new Inventory.Gap(kind.kind().noun().many(), String.valueOf(e.getMessage())));
    }
  }

  private List<NamedRow> rows(RoleKind kind) {
    return switch (kind) {
      case ENVIRONMENT -> context.lists().environmentRoles(Optional::empty);
      case PROJECT -> context.lists().projectRoles();
    };
  }

  private Optional<Config> config(RoleKind kind, NamedRow row) {
    return WorkatoCatalogue.isOfTheVendor(row)
        ? Optional.empty()
        : Optional.of(WireConfig.of(context.lists().role(kind, row.id())));
  }
}
