package dev.rollcall.tenant.workato.payload;

/** Anything of which only id and name matter: a project, an environment role, a project role. */
public record NamedRow(Id id, String name) {

  /** Absent fields become empty. */
  public NamedRow {
    id = Id.orNone(id);
    name = name == null ? "" : name;
  }
}
