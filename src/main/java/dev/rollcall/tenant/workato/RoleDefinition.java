package dev.rollcall.tenant.workato;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.workato.payload.DefinitionRow;
import java.util.OptionalInt;

/** What a role was read to let people do, and how many it says that hold it. */
record RoleDefinition(Resource role, Definition definition, OptionalInt holders) {

  static RoleDefinition of(Resource role, DefinitionRow row) {
    return new RoleDefinition(role, Definition.of(WireConfig.of(row)), row.members());
  }
}
