package dev.rollcall.security;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an H2 database lies.
 *
 * @param kind how H2 gets at it
 * @param path of a file, as written; otherwise the rest of the address
 * @param settings what follows, its semicolon included
 */
public record H2Place(Kind kind, String path, String settings) {

  /** How H2 gets at a database. */
  public enum Kind {
    /** A file. */
    FILE,
    /** The memory of this process. */
    MEMORY,
    /** A server. */
    SERVER,
    /** Files within archives, in pieces, of the class path, and whatever else H2 makes of them. */
    STRANGE
  }

  private static final String BEGIN = "jdbc:h2:";
  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final String ANOTHER_FOLDER = "name a folder without one, or a link to it";
  private static final Pattern ADDRESS =
      Pattern.compile("(?i:jdbc:h2:)(file:)?([^;]*)(;.*)?", Pattern.DOTALL);

  /** A drive of Windows has one letter; whatever is longer is a file system of H2's own. */
  private static final Pattern FILE_SYSTEM =
      Pattern.compile("[A-Za-z][A-Za-z0-9]+:.*", Pattern.DOTALL);

  /** What was meant for the rest of a path: no setting has a slash in its name. */
  private static final Pattern REST_OF_A_PATH = Pattern.compile("[^=]*/.*", Pattern.DOTALL);

  static H2Place of(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      return new H2Place(Kind.STRANGE, text, "");
    }
    String path = address.group(2);
    Kind kind = address.group(1) == null ? kind(path) : file(path);
    return new H2Place(kind, path, address.group(3) == null ? "" : address.group(3));
  }

  private static Kind kind(String path) {
    if (path.startsWith("mem:")) {
      return Kind.MEMORY;
    }
    return path.startsWith("tcp:") || path.startsWith("ssl:") ? Kind.SERVER : file(path);
  }

  private static Kind file(String path) {
    return path.isBlank() || FILE_SYSTEM.matcher(path).matches() ? Kind.STRANGE : Kind.FILE;
  }

  /** The whole address with a relative file being relative to the folder. */
  String within(Path folder) {
    if (kind != Kind.FILE || path.startsWith("~")) {
      return BEGIN + (kind == Kind.FILE ? "file:" : "") + path + settings;
    }
    String whole = folder.resolve(path).toAbsolutePath().normalize().toString();
    // What follows could be a setting by its looks, as of a folder "a;USER=b".
    return BEGIN + "file:" + whole.replace(";", ";/") + settings;
  }

  /** The file, without the extension that H2 adds. */
  public Path file() {
    return path.startsWith("~")
        ? Path.of(System.getProperty("user.home") + path.substring(1))
        : Path.of(path);
  }

  /** Whether a semicolon has cut the path short, so that its rest stands where settings do. */
  boolean isCutShort() {
    return kind == Kind.FILE && REST_OF_A_PATH.matcher(settings).matches();
  }

  /** What is wrong with the place. */
  Optional<RefusedSetting> refused() {
    if (isCutShort()) {
      return refused("its path has a semicolon, at which an H2 address ends it", ANOTHER_FOLDER);
    }
    if (kind == Kind.FILE && path.contains("\\") && !WINDOWS) {
      return refused("its path has a backslash, which H2 takes for a slash", ANOTHER_FOLDER);
    }
    return kind == Kind.STRANGE
        ? refused(
            "H2 would look for this database in a way that is not permitted here",
            "write jdbc:h2:file:PATH, jdbc:h2:tcp://HOST/DATABASE or jdbc:h2:ssl:")
        : Optional.empty();
  }

  private static Optional<RefusedSetting> refused(String what, String advice) {
    return Optional.of(new RefusedSetting("", BEGIN.length(), what, advice, List.of()));
  }

  /** The kind and the path. */
  @Override
  public String toString() {
    return "h2:" + (kind == Kind.FILE ? "file:" : "") + path;
  }
}
