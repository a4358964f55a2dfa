package dev.rollcall.journal;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Purged;
import dev.rollcall.model.Email;
import dev.rollcall.security.AddressTrace;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes one person out of a repository. Rows that are about nobody else go; an operation stays, for
 * the counts of its run, with nobody as its subject; in all other texts the address makes room.
 */
final class Erasure {

  /** Rows of these are one person's alone. */
  private static final List<String> OWN_ROWS =
      List.of("known_addresses", "suspensions", "invitations");

  private static final Set<String> COUNTED_ELSEWHERE =
      Set.of("known_addresses", "suspensions", "invitations", "operations");

  private final RepositorySession session;
  private final String address;
  private final AddressTrace trace;

  private Erasure(RepositorySession session, Email person) {
    this.session = session;
    this.address = person.address();
    this.trace = AddressTrace.of(address);
  }

  static Erasure of(RepositorySession session, Email person) {
    return new Erasure(session, person);
  }

  /** What there is of the person. */
  Traces find() throws SQLException {
    int remembered = 0;
    for (String table : OWN_ROWS) {
      if (session.hasTable(table)) {
        remembered += count("SELECT COUNT(*) FROM " + table + " WHERE email = ?");
      }
    }
    return new Traces(
        count("SELECT COUNT(*) FROM operations WHERE subject = ?"),
        remembered,
        new TextColumns(session).count(trace::isIn, COUNTED_ELSEWHERE) + elsewhere(),
        session.list(
            row -> row.getString("workspace"),
            "SELECT DISTINCT workspace FROM invitations WHERE email = ? AND over_at IS NULL"
                + " ORDER BY workspace",
            address));
  }

  /** Operations of others that tell of the person. */
  private int elsewhere() throws SQLException {
    int[] found = {0};
    session.each(
        row -> {
          boolean told = trace.isIn(row.getString("content") + "\n" + row.getString("message"));
          found[0] += told ? 1 : 0;
        },
        "SELECT content, message FROM operations WHERE subject <> ?",
        address);
    return found[0];
  }

  private int count(String sql) throws SQLException {
    return session.first(row -> row.getInt(1), sql, address).orElse(0);
  }

  /**
   * Takes all of it out.
   *
   * @param nobody stands in the place of the address from now on
   */
  void erase(String nobody) throws SQLException {
    Set<String> names = names();
    List<Object[]> operations =
        session.list(
            row ->
                new Object[] {
                  nobody,
                  nameless(row.getString("content"), nobody),
                  message(row.getString("state"), row.getString("message")),
                  over(row.getString("state")),
                  row.getString("run"),
                  row.getInt("seq")
                },
            "SELECT run, seq, content, message, state FROM operations WHERE subject = ?",
            address);
    session.batch(
        "UPDATE operations SET subject = ?, content = ?, message = ?, state = ?"
            + " WHERE run = ? AND seq = ?",
        operations);
    for (String table : OWN_ROWS) {
      session.update("DELETE FROM " + table + " WHERE email = ?", address);
    }
    ErasedText erased = new ErasedText(trace, names, nobody);
    new TextColumns(session).rewrite(trace::isIn, erased::of);
  }

  /** What the person is called, as far as the tables know. */
  private Set<String> names() throws SQLException {
    Set<String> names = new TreeSet<>();
    names.addAll(
        session.list(
            row -> row.getString("name"),
            "SELECT name FROM known_addresses WHERE email = ?",
            address));
    session.each(
        row -> names.add(PlanCodec.parse(row.getString("content")).path("name").asString("")),
        "SELECT content FROM operations WHERE subject = ?",
        address);
    return names;
  }

  private static String nameless(String content, String nobody) {
    JsonNode json = PlanCodec.parse(content);
    if (json instanceof ObjectNode operation) {
      operation.put("email", nobody);
      if (operation.has("name")) {
        operation.put("name", Purged.words());
      }
      if (operation.has("note")) {
        operation.put("note", Purged.words());
      }
    }
    return json.toString();
  }

  /** The name of a safety rule says nothing of a person; a workspace's answer may. */
  private static String message(String state, String message) {
    boolean harmless = message.isEmpty() || state.equals(OperationState.HELD.name());
    return harmless ? message : Purged.words();
  }

  /** Nothing is sent for nobody, and nothing about nobody is looked up. */
  private static String over(String state) {
    OperationState now = OperationState.valueOf(state);
    boolean open =
        now == OperationState.PENDING
            || now == OperationState.SENT
            || now == OperationState.IN_DOUBT;
    return open ? OperationState.STALE.name() : state;
  }
}
