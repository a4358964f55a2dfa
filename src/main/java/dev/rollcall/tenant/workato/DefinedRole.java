package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.model.Definition;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.DefinitionRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.Optional;

/** A custom role of the newer model. */
record DefinedRole(WorkatoContext context, RoleKind kind, String name, Id id)
    implements DefinedThing {

  @Override
  public String label() {
    return kind.kind().noun() + " \"" + name + "\"";
  }

  @Override
  public Optional<State> read() {
    return row().map(row -> state(row, name));
  }

  /** What a row says; one without a config lets people do nothing. */
  static State state(DefinitionRow row, String otherwise) {
    return new State(
        row.name().isEmpty() ? otherwise : row.name(), Definition.of(WireConfig.of(row)));
  }

  private Optional<DefinitionRow> row() {
    FinishedCall<DefinitionRow> finished = context.api().roles().role(kind, id);
    return WorkatoErrors.notFound(finished.last())
        ? Optional.empty()
        : Optional.of(context.access().read(kind.calls().get(), context.main(), finished));
  }

  @Override
  public Optional<String> uses() {
    return row()
        .filter(row -> row.members().orElse(0) > 0)
        .map(row -> row.members().orElse(0) + " hold it");
  }

  @Override
  public FinishedCall<String> write(State asked) {
    return context
        .api()
        .roles()
        .updateRole(kind, id, asked.name(), asked.definition().config().orElse(Config.NOTHING));
  }

  @Override
  public FinishedCall<String> delete() {
    return context.api().roles().deleteRole(kind, id);
  }

  /** Who holds it does by its name or its id, and shows in a number alone. */
  @Override
  public Kept kept() {
    int before = row().map(row -> row.members().orElse(0)).orElse(0);
    return () ->
        row()
            .filter(row -> row.members().isPresent() && row.members().getAsInt() < before)
            .map(
                row ->
                    "of "
                        + before
                        + " who held the "
                        + label()
                        + " only "
                        + row.members().getAsInt()
                        + " hold it now; the next run gives it back");
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
    context.index().role(kind, other, id);
  }

  @Override
  public Outcome mayNotWrite(FinishedCall<?> finished) {
    return context.access().turnedAway(kind.calls().update(), context.main(), finished);
  }

  @Override
  public Outcome mayNotDelete(FinishedCall<?> finished) {
    return context.access().turnedAway(kind.calls().delete(), context.main(), finished);
  }
}
