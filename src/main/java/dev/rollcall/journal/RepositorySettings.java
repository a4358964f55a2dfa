package dev.rollcall.journal;

import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.JdbcUse;
import dev.rollcall.security.RefusedSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the repository is and how to get in.
 *
 * @param address of an H2 file, of H2 in memory, or of PostgreSQL
 */
public record RepositorySettings(JdbcAddress address) {

  /** Checks that the address is one of a repository. */
  public RepositorySettings {
    problem("", address)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem.toString());
            });
  }

  /** A repository at an address. */
  public static RepositorySettings of(String url) {
    return new RepositorySettings(JdbcAddress.of(url));
  }

  /** The first thing that is wrong with a repository's address, if anything. */
  public static Optional<Problem> problem(String where, JdbcAddress address) {
    return refused(address).stream()
        .findFirst()
        .map(refused -> new Problem(where, refused.what(), refused.remedy(Nearest::to)));
  }

  /** All that is wrong with a repository's address. */
  public static List<RefusedSetting> refused(JdbcAddress address) {
    if (Engine.of(address).isEmpty()) {
      return List.of(
          refusal(
              "no repository can be kept at \"" + name(address) + "\"",
              "write jdbc:h2:file:PATH or jdbc:postgresql://HOST/DATABASE"));
    }
    List<RefusedSetting> refused = new ArrayList<>(address.refused(JdbcUse.REPOSITORY));
    boolean encrypted = address.setting("CIPHER").isPresent();
    if (encrypted && !address.setting("PASSWORD").orElse("").strip().contains(" ")) {
      refused.add(
          refusal(
              "an encrypted file has two passwords, its own and the user's",
              "write CIPHER=AES;PASSWORD=${file:/path} ${file:/path}, with a blank in between"));
    }
    return refused;
  }

  private static RefusedSetting refusal(String what, String remedy) {
    return new RefusedSetting("", 0, what, remedy, List.of());
  }

  /** The whole address, for the one place that connects. */
  public String url() {
    return address.reveal();
  }

  Engine engine() {
    return Engine.of(address).orElseThrow();
  }

  /** Whether the file is encrypted, by what the address says. */
  boolean isEncrypted() {
    return address.setting("CIPHER").isPresent();
  }

  /** The file that H2 keeps the database in. */
  Path databaseFile() {
    return Path.of(address.h2().file() + ".mv.db");
  }

  /** What lies near it, as a remedy for whoever looked for a repository there in vain. */
  public String nearby() {
    return engine() == Engine.H2_FILE
        ? NearbyDatabases.remedy(databaseFile())
        : "look at the name of the database";
  }

  private static String name(JdbcAddress address) {
    String plain = address.withoutLogin().toString();
    return address.scheme().isEmpty() ? plain : plain.replaceFirst("(?s)[?;].*", "");
  }

  /** The address without its settings, in which a password could be. */
  @Override
  public String toString() {
    return name(address);
  }
}
