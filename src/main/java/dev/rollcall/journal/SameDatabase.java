package dev.rollcall.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two addresses of repositories lead to one and the same, told without going there. */
public final class SameDatabase {

  private static final Pattern POSTGRESQL =
      Pattern.compile(
          "jdbc:postgresql:(?://(?:[^/?]*@)?([^/?]*)/)?([^?]*)(?:\\?.*)?", Pattern.DOTALL);
  private static final String PORT = ":5432";

  private SameDatabase() {}

  /** Whether it is one; who logs in, and how, does not matter. */
  public static boolean is(RepositorySettings one, RepositorySettings other) {
    return place(one).equals(place(other));
  }

  private static String place(RepositorySettings settings) {
    return switch (settings.engine()) {
      case H2_FILE -> real(settings.databaseFile()).toString();
      case H2_MEMORY -> settings.url().replaceFirst(";.*", "");
      case POSTGRESQL -> server(settings.url());
    };
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static String server(String url) {
    Matcher parts = POSTGRESQL.matcher(url);
    if (!parts.matches()) {
      return url;
    }
    String host = parts.group(1) == null || parts.group(1).isEmpty() ? "localhost" : parts.group(1);
    String lower = host.toLowerCase(Locale.ROOT);
    return (lower.matches(".*:[0-9]+") ? lower : lower + PORT) + "/" + parts.group(2);
  }
}
