package dev.rollcall.tenant.workato.payload;

/** The workspace behind a token, and its presumed owner. */
public record WorkspaceRow(Id id, String name, String email, String companyName) {

  /** Absent fields become empty. */
  public WorkspaceRow {
    id = Id.orNone(id);
    name = name == null ? "" : name;
    email = email == null ? "" : email;
    companyName = companyName == null ? "" : companyName;
  }
}
