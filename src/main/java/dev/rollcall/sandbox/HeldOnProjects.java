package dev.rollcall.sandbox;

import java.util.List;

/** Who holds project roles: grants name them by their ids. */
record HeldOnProjects(Store store) implements RolesEndpoint.Holding {

  @Override
  public long holders(StoredRow.Role role) {
    return grants(role).size();
  }

  private List<StoredRow.Grant> grants(StoredRow.Role role) {
    return store.grants.rows().stream().filter(grant -> grant.role().equals(role.id())).toList();
  }

  @Override
  public void renamed(StoredRow.Role role, String name) {
    // Grants go by the id, which stays.
  }

  @Override
  public void deleted(StoredRow.Role role) {
    grants(role).forEach(grant -> store.remove(store.grants, grant.id()));
  }
}
