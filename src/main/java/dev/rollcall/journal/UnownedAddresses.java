package dev.rollcall.journal;

import dev.rollcall.model.Email;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Unowned addresses: those remembered that nobody has any more since before a time: in no roster of
 * their job and not in the workspace. Invitations that are over count as well, once the workspace
 * is known: only before that would its own log bring them back.
 *
 * @param job empty for all; what is not a job's alone goes by the workspaces it was accepted on
 */
record UnownedAddresses(Instant before, Optional<String> job) {

  private static final String OF_JOB =
      " AND workspace IN (SELECT workspace FROM accepted_jobs WHERE job = ?)";

  /** Notes, as of an accepted plan, who is there and who is not. */
  static void note(
      RepositorySession session,
      KnownAddressRows whose,
      Predicate<Email> listed,
      Predicate<Email> present,
      Instant at)
      throws SQLException {
    note(
        session,
        "known_addresses",
        Map.of("workspace", whose.workspace(), "job", whose.job()),
        email -> listed.test(email) || present.test(email),
        at);
    note(session, "suspensions", Map.of("workspace", whose.workspace()), present, at);
  }

  private static void note(
      RepositorySession session,
      String table,
      Map<String, String> where,
      Predicate<Email> there,
      Instant at)
      throws SQLException {
    List<Map.Entry<String, String>> keys = List.copyOf(where.entrySet());
    String condition = String.join(" = ? AND ", keys.stream().map(Map.Entry::getKey).toList());
    Object[] values = keys.stream().map(Map.Entry::getValue).toArray();
    List<Object[]> changed = new ArrayList<>();
    session.each(
        row -> {
          String email = row.getString("email");
          boolean wasGone = RepositorySession.optionalTime(row, "gone_at").isPresent();
          boolean isGone = !there.test(new Email(email));
          if (isGone != wasGone) {
            changed.add(change(isGone ? Optional.of(at) : Optional.empty(), email, values));
          }
        },
        "SELECT email, gone_at FROM " + table + " WHERE " + condition + " = ?",
        values);
    session.batch(
        "UPDATE " + table + " SET gone_at = ? WHERE email = ? AND " + condition + " = ?", changed);
  }

  private static Object[] change(Optional<Instant> gone, String email, Object[] values) {
    List<Object> change = new ArrayList<>(List.of(gone, email));
    change.addAll(List.of(values));
    return change.toArray();
  }

  int count(RepositorySession session) throws SQLException {
    if (!session.hasColumn("known_addresses", "gone_at")) {
      return 0;
    }
    int count = 0;
    for (String which : which()) {
      count += session.first(row -> row.getInt(1), "SELECT COUNT(*)" + which, values()).orElse(0);
    }
    return count;
  }

  int forget(RepositorySession session) throws SQLException {
    int count = 0;
    for (String which : which()) {
      count += session.update("DELETE" + which, values());
    }
    return count;
  }

  private List<String> which() {
    return List.of(
        " FROM known_addresses WHERE gone_at < ?" + (job.isPresent() ? " AND job = ?" : ""),
        " FROM suspensions WHERE gone_at < ?" + (job.isPresent() ? OF_JOB : ""),
        " FROM invitations WHERE over_at < ?"
            + " AND workspace IN (SELECT workspace FROM workspaces)"
            + (job.isPresent() ? OF_JOB : ""));
  }

  private Object[] values() {
    return job.<Object[]>map(name -> new Object[] {before, name})
        .orElseGet(() -> new Object[] {before});
  }
}
