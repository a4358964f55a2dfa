package dev.rollcall.journal;

import dev.rollcall.model.Kind;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.tenant.Vendors;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What later plans of one job on one workspace are compared with: how large its rosters were when a
 * plan was last accepted, and which groups and projects it spoke of.
 */
record Baseline(String workspace, String job) {

  /** Whether any plan was ever accepted. */
  boolean isAccepted(RepositorySession session) throws SQLException {
    return session.exists(
        "SELECT 1 FROM accepted_jobs WHERE workspace = ? AND job = ?", workspace, job);
  }

  Optional<MentionedNames> mentioned(RepositorySession session) throws SQLException {
    if (!isAccepted(session)) {
      return Optional.empty();
    }
    SortedMap<Kind, SortedSet<String>> names = new TreeMap<>();
    session
        .list(
            row -> Map.entry(row.getString("kind"), row.getString("name")),
            "SELECT kind, name FROM mentioned WHERE workspace = ? AND job = ?",
            workspace,
            job)
        .forEach(
            each ->
                Vendors.kind(each.getKey())
                    .map(kind -> names.computeIfAbsent(kind, key -> new TreeSet<>()))
                    .ifPresent(of -> of.add(each.getValue())));
    return Optional.of(new MentionedNames(names));
  }

  Map<String, Integer> sizes(RepositorySession session) throws SQLException {
    Map<String, Integer> sizes = new HashMap<>();
    session.each(
        row -> sizes.put(row.getString("source"), row.getInt("people")),
        "SELECT source, people FROM sizes WHERE workspace = ? AND job = ?",
        workspace,
        job);
    return sizes;
  }

  /** Moves it; the workspace counts as seen from the first time on. */
  void accept(
      RepositorySession session, Map<String, Integer> sizes, MentionedNames mentioned, Instant at)
      throws SQLException {
    session.update("DELETE FROM sizes WHERE workspace = ? AND job = ?", workspace, job);
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      session.update(
          "INSERT INTO sizes (workspace, job, source, people, accepted_at)"
              + " VALUES (?, ?, ?, ?, ?)",
          workspace,
          job,
          size.getKey(),
          size.getValue(),
          at);
    }
    session.update("DELETE FROM mentioned WHERE workspace = ? AND job = ?", workspace, job);
    mention(session, mentioned);
    session.update("DELETE FROM accepted_jobs WHERE workspace = ? AND job = ?", workspace, job);
    session.update(
        "INSERT INTO accepted_jobs (workspace, job, accepted_at) VALUES (?, ?, ?)",
        workspace,
        job,
        at);
    if (!session.exists("SELECT 1 FROM workspaces WHERE workspace = ?", workspace)) {
      session.update("INSERT INTO workspaces (workspace, seen_at) VALUES (?, ?)", workspace, at);
    }
  }

  private void mention(RepositorySession session, MentionedNames mentioned) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    mentioned
        .names()
        .forEach(
            (kind, names) ->
                names.forEach(name -> rows.add(new Object[] {workspace, job, kind.id(), name})));
    session.batch("INSERT INTO mentioned (workspace, job, kind, name) VALUES (?, ?, ?, ?)", rows);
  }
}
