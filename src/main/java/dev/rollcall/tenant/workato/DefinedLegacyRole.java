package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.model.Definition;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.LegacyRoleRow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A custom role of the older model, of which only the projects that it is for can be changed. */
record DefinedLegacyRole(WorkatoContext context, String name, Id id) implements DefinedThing {

  /** The only key of its config. */
  static final String FOLDERS = "folder_ids";

  private static final String UNCHANGEABLE =
      "{\"message\":\"of a role of the older permission model only "
          + FOLDERS
          + " can be changed from outside; do the rest in the workspace\"}";

  /** What its config is by a row. */
  static Config config(LegacyRoleRow row) {
    return new Config.Keyed(Map.of(FOLDERS, WireConfig.ofAny(row.folders())));
  }

  @Override
  public String label() {
    return "collaborator role \"" + name + "\"";
  }

  @Override
  public Optional<State> read() {
    return context.lists().legacyRoleRows().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .map(row -> new State(row.name(), Definition.of(config(row))));
  }

  @Override
  public Optional<String> uses() {
    return Optional.empty();
  }

  @Override
  public FinishedCall<String> write(State asked) {
    Optional<Config> folders = folders(asked.definition().config());
    return folders.isPresent() && asked.name().equals(new State(name, asked.definition()).name())
        ? context.api().roles().updateLegacyRole(id, folders.get())
        : unchangeable();
  }

  /** What a config says of folders; empty where it says anything else. */
  static Optional<Config> folders(Optional<Config> config) {
    return config.flatMap(
        said ->
            said instanceof Config.Keyed keyed && keyed.values().keySet().equals(Set.of(FOLDERS))
                ? Optional.ofNullable(keyed.values().get(FOLDERS))
                : Optional.empty());
  }

  @Override
  public FinishedCall<String> delete() {
    return unchangeable();
  }

  private static FinishedCall<String> unchangeable() {
    return new FinishedCall<>(new CallOutcome.Rejected<>(405, UNCHANGEABLE, Optional.empty()), 0);
  }

  @Override
  public Kept kept() {
    return Kept.NOTHING;
  }

  @Override
  public void redefining() {
    context.index().redefining();
  }

  @Override
  public void alsoKnownAs(String other) {
    // Rights are given by the name that a role has.
  }

  @Override
  public void renamed(String other) {
    context.index().environmentRole(other, id);
  }

  @Override
  public Outcome mayNotWrite(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.UPDATE_LEGACY_ROLE, context.main(), finished);
  }

  @Override
  public Outcome mayNotDelete(FinishedCall<?> finished) {
    return mayNotWrite(finished);
  }
}
