package dev.rollcall.journal;

import dev.rollcall.apply.OperationState;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The groups that this repository's runs have made in a workspace, and have not seen gone. What is
 * remembered elsewhere under a name goes on under another, where a group or a role gets one.
 */
record MadeGroups(RepositorySession session, String workspace) {

  private static final String TABLE = "made_groups";

  /** All of them; none in a repository of a time before that was kept. */
  Set<Resource> all() throws SQLException {
    return session.hasTable(TABLE)
        ? new HashSet<>(
            session.list(
                row -> OperationCodec.readResource(PlanCodec.parse(row.getString("resource"))),
                "SELECT resource FROM made_groups WHERE workspace = ?",
                workspace))
        : Set.of();
  }

  /** After an operation is done. */
  void defined(Operation.Define operation, OperationState state, Instant at) throws SQLException {
    Resource name = operation.resource();
    boolean isGroup = name.kind().is(Kind.Trait.HOLDS_RIGHTS);
    if (operation.was().isPresent()) {
      renamed(operation.was().get(), name, at);
    } else if (isGroup && operation.before().isEmpty() && state == OperationState.APPLIED) {
      add(name, at);
    }
  }

  private void renamed(Resource old, Resource name, Instant at) throws SQLException {
    if (all().contains(old)) {
      gone(old);
      add(name, at);
    }
    InvitationRows.rewrite(session, workspace, rights -> renamed(rights, old, name));
  }

  private static List<Entitlement> renamed(List<Entitlement> rights, Resource old, Resource name) {
    List<Entitlement> all = new ArrayList<>();
    for (Entitlement right : rights) {
      if (right.on().equals(old)) {
        all.add(new Entitlement(name, right.level()));
      } else {
        all.add(
            right.roleItself().filter(old::equals).isPresent()
                ? right.on().at(name.name())
                : right);
      }
    }
    return all;
  }

  private void add(Resource name, Instant at) throws SQLException {
    gone(name);
    session.update(
        "INSERT INTO made_groups (workspace, resource, made_at) VALUES (?, ?, ?)",
        workspace,
        text(name),
        at);
  }

  /** It is deleted. */
  void gone(Resource name) throws SQLException {
    session.update(
        "DELETE FROM made_groups WHERE workspace = ? AND resource = ?", workspace, text(name));
  }

  /** Forgets those that are not there any more: another one of the name would not be ours. */
  void keep(Predicate<Resource> isThere) throws SQLException {
    for (Resource name : all()) {
      if (!isThere.test(name)) {
        gone(name);
      }
    }
  }

  private static String text(Resource name) {
    return OperationCodec.write(name).toString();
  }

  /** Takes over what runs have done of whose plans the operations are kept. */
  static void adopt(RepositorySession session) throws SQLException {
    record Made(String workspace, JsonNode operation, Instant at) {}
    List<Made> done =
        session.list(
            row ->
                new Made(
                    row.getString("workspace"),
                    PlanCodec.parse(row.getString("content")),
                    RepositorySession.time(row, "changed_at")),
            "SELECT r.workspace, o.content, o.changed_at FROM operations o"
                + " JOIN runs r ON r.id = o.run"
                + " WHERE o.kind = 'define' AND o.state = 'APPLIED' ORDER BY o.changed_at");
    for (Made made : done) {
      JsonNode operation =
          made.operation().has("operation") ? made.operation().path("operation") : made.operation();
      if (!operation.has("before") && operation.has("resource")) {
        new MadeGroups(session, made.workspace())
            .add(OperationCodec.readResource(operation.path("resource")), made.at());
      }
    }
  }
}
