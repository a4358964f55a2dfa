package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Anything of which only id and name matter: a project, an environment role, a project role. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedRow(Id id, String name) {

  /** Absent fields become empty. */
  public NamedRow {
    id = Id.orNone(id);
    name = name == null ? "" : name;
  }
}
