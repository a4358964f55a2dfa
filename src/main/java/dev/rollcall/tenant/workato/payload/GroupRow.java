package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A collaborator group; a system group cannot be changed. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GroupRow(Id id, String name, String description, Boolean system) {

  /** Absent fields become empty. */
  public GroupRow {
    id = Id.orNone(id);
    name = name == null ? "" : name;
    description = description == null ? "" : description;
    system = system != null && system;
  }
}
