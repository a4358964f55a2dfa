package dev.rollcall.journal;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Problem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the repository is and how to get in.
 *
 * @param url a JDBC URL of an H2 file, of H2 in memory, or of PostgreSQL
 * @param user empty for the database's default
 * @param password never part of a message or of {@link #toString}
 */
public record RepositorySettings(String url, String user, String password) {

  /** Checks. */
  public RepositorySettings {
    requireNonNull(url, "url");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    problem("", url)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem.toString());
            });
  }

  /** A repository that needs no password of its own. */
  public static RepositorySettings of(String url) {
    return new RepositorySettings(url, "", "");
  }

  /** A repository in an H2 file; {@code .mv.db} is added to its name. */
  public static RepositorySettings file(Path path) {
    return of("jdbc:h2:file:" + path.toAbsolutePath());
  }

  /** What is wrong with a repository's URL, if anything. */
  public static Optional<Problem> problem(String where, String url) {
    if (Engine.of(url).isEmpty()) {
      return Optional.of(
          new Problem(
              where,
              "no repository can be kept at \"" + withoutSecrets(url) + "\"",
              "write jdbc:h2:file:PATH or jdbc:postgresql://HOST/DATABASE"));
    }
    if (url.toUpperCase(Locale.ROOT).matches(".*;\\s*AUTO_SERVER\\s*=\\s*TRUE.*")) {
      return Optional.of(
          new Problem(
              where,
              "AUTO_SERVER would let two runs write to one repository",
              "remove it; several jobs at once want PostgreSQL"));
    }
    return Optional.empty();
  }

  Engine engine() {
    return Engine.of(url).orElseThrow();
  }

  /** The database's path as H2 takes it, without extension. */
  Path databasePath() {
    String rest = url.substring("jdbc:h2:".length());
    rest = rest.startsWith("file:") ? rest.substring("file:".length()) : rest;
    int settings = rest.indexOf(';');
    String path = settings < 0 ? rest : rest.substring(0, settings);
    return path.startsWith("~")
        ? Path.of(System.getProperty("user.home") + path.substring(1))
        : Path.of(path);
  }

  /** The file that H2 keeps the database in. */
  Path databaseFile() {
    return Path.of(databasePath() + ".mv.db");
  }

  private static String withoutSecrets(String url) {
    return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
  }

  /** The URL without its parameters, in which a password could be. */
  @Override
  public String toString() {
    return withoutSecrets(url);
  }
}
