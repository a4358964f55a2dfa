package dev.rollcall.journal;

import java.util.Optional;

/** A database that a repository can be kept in. */
enum Engine {
  /** A file that one process holds at a time. */
  H2_FILE("h2", "ROLLCALL"),
  /** Gone with the process: for trials. */
  H2_MEMORY("h2", "ROLLCALL"),
  /** A server that many processes share. */
  POSTGRESQL("postgresql", "rollcall");

  private final String dialect;
  private final String schema;

  Engine(String dialect, String schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  static Optional<Engine> of(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return Optional.of(POSTGRESQL);
    }
    if (url.startsWith("jdbc:h2:mem:")) {
      return Optional.of(H2_MEMORY);
    }
    // Whatever else names a scheme (tcp:, ssl:, zip:, nio:) cannot prove that a former owner died.
    if (url.matches("jdbc:h2:(file:|[./~]).+")) {
      return Optional.of(H2_FILE);
    }
    return Optional.empty();
  }

  /** What Spring Batch calls the database in the names of its scripts. */
  String dialect() {
    return dialect;
  }

  /** Our own schema, spelled as the database folds names that are not quoted. */
  String schema() {
    return schema;
  }
}
