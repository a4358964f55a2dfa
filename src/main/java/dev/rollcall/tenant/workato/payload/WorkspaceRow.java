package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The workspace behind a token, and its presumed owner. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WorkspaceRow(Id id, String name, String email, String companyName) {

  /** Absent fields become empty. */
  public WorkspaceRow {
    id = Id.orNone(id);
    name = name == null ? "" : name;
    email = email == null ? "" : email;
    companyName = companyName == null ? "" : companyName;
  }
}
