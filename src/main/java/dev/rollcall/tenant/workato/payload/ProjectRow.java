package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.stream.Stream;

/**
 * A project, in a list of its own or within a grant.
 *
 * @param environment within a grant: the environment that the project is in
 * @param environmentType no list of projects is documented to have it; if one has, it is heard
 * @param environmentName likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProjectRow(
    Id id,
    String name,
    EnvironmentRow environment,
    String environmentType,
    String environmentName) {

  /** Nothing is said of it. */
  public static final ProjectRow NONE = new ProjectRow(Id.NONE, "", EnvironmentRow.NONE, "", "");

  /** Absent fields become empty; the environment is where it says so first. */
  public ProjectRow {
    id = Id.orNone(id);
    name = name == null ? "" : name;
    environmentType = environmentType == null ? "" : environmentType;
    environmentName = environmentName == null ? "" : environmentName;
    EnvironmentRow within = environment == null ? EnvironmentRow.NONE : environment;
    environment =
        within.said().isPresent()
            ? within
            : EnvironmentRow.first(Stream.of(environmentType, environmentName));
  }
}
