package dev.rollcall.tenant;

import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import java.util.List;
import java.util.Optional;

/**
 * The move of a tenant to another permission model of its vendor, which cannot be undone.
 *
 * <p>Must: change nothing but in {@link #migrate} and {@link #migrateRole}; name everybody, whoever
 * they are, and not only those in the scope of a job.
 */
public interface PermissionMigration {

  /**
   * Who holds what, at one time or as it is announced.
   *
   * @param people everybody, with all rights that are known of them
   * @param resources all that rights can be held on
   * @param unnamed how many rows have no usable address, and so are not among the people
   */
  record Access(Roster people, List<Resource> resources, int unnamed) {

    /** Copies. */
    public Access {
      resources = List.copyOf(resources);
    }
  }

  /**
   * What a role of the vendor's usually becomes.
   *
   * @param roles those in the place where it was held that come to the same; the most usual first
   * @param within the one on whatever lies in that place
   */
  record Successor(List<String> roles, String within) {

    /** Copies. */
    public Successor {
      roles = List.copyOf(roles);
    }
  }

  /** What usually becomes of a role that the vendor supplies; empty for custom ones. */
  Optional<Successor> successor(String role);

  /** The roles of the older model that the vendor supplies. */
  List<String> systemRoles();

  /** Who holds what now: by the older model before the migration, by the newer one after it. */
  Access now();

  /** Who would hold what afterwards, as the tenant announces it. */
  Access rehearse();

  /** The custom roles, which the migration as a whole leaves out. */
  List<String> customRoles();

  /** Moves one custom role to the newer model, before all else is moved. */
  Outcome migrateRole(String customRole);

  /** Moves everything. */
  Outcome migrate();

  /** The roles that can be held by now, as the tenant spells them, whichever model it has. */
  List<String> roles();
}
