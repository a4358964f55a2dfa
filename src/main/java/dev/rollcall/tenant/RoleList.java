package dev.rollcall.tenant;

import dev.rollcall.model.Config;
import dev.rollcall.model.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What the roles of a tenant let people do.
 *
 * @param roles in the order of the vendor's kinds
 * @param gaps what could not be read
 */
public record RoleList(List<Role> roles, List<Inventory.Gap> gaps) {

  /**
   * One of them.
   *
   * @param name as the tenant spells it
   * @param type whose it is, in the vendor's word
   * @param config what it lets people do; empty where it is not the tenant's own to change
   */
  public record Role(Kind kind, String name, String type, Optional<Config> config) {}

  /** Copies. */
  public RoleList {
    roles = List.copyOf(roles);
    gaps = List.copyOf(gaps);
  }
}
