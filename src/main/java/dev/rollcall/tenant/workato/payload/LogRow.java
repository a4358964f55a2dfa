package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A line of the activity audit log. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LogRow(
    Id id,
    @JsonAlias({"created_at", "time"}) String timestamp,
    @JsonAlias({"event", "event_name"}) String eventType,
    Resource resource) {

  /** What the line is about. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Resource(Id id, String type, String email) {
    /** Absent fields become empty. */
    public Resource {
      id = Id.orNone(id);
      type = type == null ? "" : type;
      email = email == null ? "" : email;
    }
  }

  /** Absent fields become empty. */
  public LogRow {
    id = Id.orNone(id);
    timestamp = timestamp == null ? "" : timestamp;
    eventType = eventType == null ? "" : eventType;
    resource = resource == null ? new Resource(Id.NONE, "", "") : resource;
  }
}
