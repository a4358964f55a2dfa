package dev.rollcall.journal;

import dev.rollcall.model.Email;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.KnownAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The rows of known addresses of one job on one workspace: whose each address was. */
record KnownAddressRows(String workspace, String job) {

  private static final String SELECT =
      "SELECT email, employee_id, name FROM known_addresses WHERE workspace = ? AND job = ?"
          + " ORDER BY email";

  /** Those that are wanted; the others are let go row by row. */
  List<KnownAddress> read(RepositorySession session, Predicate<KnownAddress> wanted)
      throws SQLException {
    List<KnownAddress> found = new ArrayList<>();
    // A dry run reads the repository as it is, made perhaps by an earlier release.
    if (session.hasTable("known_addresses")) {
      session.each(
          row -> {
            KnownAddress known = known(row);
            if (wanted.test(known)) {
              found.add(known);
            }
          },
          SELECT,
          workspace,
          job);
    }
    return found;
  }

  /** Writes what differs from what is there, in two batches whatever its size. */
  void write(RepositorySession session, AddressBook book, Instant at) throws SQLException {
    Map<Email, KnownAddress> written = new LinkedHashMap<>();
    book.known().forEach(known -> written.put(known.email(), known));
    List<Object[]> outdated = new ArrayList<>();
    session.each(
        row -> {
          KnownAddress before = known(row);
          KnownAddress now = written.get(before.email());
          if (before.equals(now)) {
            written.remove(before.email());
          } else if (now != null || book.forgotten().contains(before.email())) {
            outdated.add(new Object[] {workspace, job, before.email().address()});
          }
        },
        SELECT,
        workspace,
        job);
    session.batch(
        "DELETE FROM known_addresses WHERE workspace = ? AND job = ? AND email = ?", outdated);
    session.batch(
        "INSERT INTO known_addresses (workspace, job, email, employee_id, name, accepted_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        () -> written.values().stream().map(known -> values(known, at)).iterator());
  }

  private Object[] values(KnownAddress known, Instant at) {
    return new Object[] {
      workspace, job, known.email().address(), known.employeeId(), known.name(), at
    };
  }

  private static KnownAddress known(ResultSet row) throws SQLException {
    return new KnownAddress(
        new Email(row.getString("email")), row.getString("employee_id"), row.getString("name"));
  }
}
