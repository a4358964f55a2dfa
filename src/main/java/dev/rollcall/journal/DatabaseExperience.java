package dev.rollcall.journal;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience;
import java.time.Clock;

/** What was found out about one workspace, in a database. Each method is one transaction. */
record DatabaseExperience(Database database, Clock clock, String workspace) implements Experience {

  @Override
  public Lesson lesson(BatchKind kind) {
    return database.transaction(
        session -> {
          boolean hasWays = session.hasColumn("experience", "way");
          return session
              .first(
                  row ->
                      new Lesson(
                          // An earlier release knew one way of sending each kind.
                          hasWays ? row.getString("way") : "",
                          Trust.valueOf(row.getString("trust")),
                          row.getString("detail")),
                  "SELECT * FROM experience WHERE workspace = ? AND kind = ?",
                  workspace,
                  kind.name())
              .orElse(Lesson.NONE);
        });
  }

  @Override
  public void remember(BatchKind kind, Lesson lesson) {
    database.change(
        session -> {
          session.update(
              "DELETE FROM experience WHERE workspace = ? AND kind = ?", workspace, kind.name());
          session.update(
              "INSERT INTO experience (workspace, kind, way, trust, detail, learned_at)"
                  + " VALUES (?, ?, ?, ?, ?, ?)",
              workspace,
              kind.name(),
              lesson.way(),
              lesson.trust(),
              lesson.detail(),
              clock.instant());
        });
  }
}
