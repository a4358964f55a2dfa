package dev.rollcall.source;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The files that a path of a job file stands for: itself, or those in a folder, or those that match
 * a pattern. Looks each time it is asked. Hidden files, lock files and unfinished downloads are
 * never among them.
 *
 * @param path absolute; its last parts may be a pattern: {@code exports/*.csv}
 * @param label the path as the job file has it
 * @param which of several
 * @param endings of the files that count in a folder, in small letters, such as {@code .csv}
 */
public record FileChoice(Path path, String label, Which which, Set<String> endings) {

  private static final int DEEPEST = 16;
  private static final int MOST_NAMED = 12;
  private static final List<String> UNFINISHED =
      List.of("~", ".tmp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp");

  /** Which of several files. */
  public enum Which {
    /** The one changed last; of several changed at once, the last by name. */
    NEWEST,
    /** All of them, by name, as one source. */
    ALL
  }

  /** A file, and what it is called in messages. */
  public record Chosen(Path path, String label, List<String> remarks) {
    /** Copies. */
    public Chosen {
      remarks = List.copyOf(remarks);
    }
  }

  private record Found(Path path, FileTime modified) {

    int compareAge(Found other) {
      int order = modified.compareTo(other.modified);
      return order == 0 ? path.toString().compareTo(other.path.toString()) : order;
    }
  }

  /** Copies. */
  public FileChoice {
    endings = Set.copyOf(endings);
  }

  /**
   * The files, at least one. A single path is not looked at: whoever reads it says what is wrong
   * with it.
   *
   * @throws UnreadableSource where a folder or pattern has none
   */
  public List<Chosen> files() {
    if (Files.isDirectory(path)) {
      return chosen(path, list(path, 1, this::hasEnding), "in the folder " + label);
    }
    if (isOne()) {
      return List.of(new Chosen(path, label, List.of()));
    }
    Path base = base();
    if (Files.notExists(base)) {
      throw unreadable("there is no folder " + base + " to look for it", "look at the path");
    }
    Path pattern = base.relativize(path);
    PathMatcher matcher = matcher(pattern);
    Predicate<Path> matches = file -> matcher.matches(base.relativize(file));
    int depth = pattern.toString().contains("**") ? DEEPEST : pattern.getNameCount();
    return chosen(base, list(base, depth, matches), "matching " + label);
  }

  private PathMatcher matcher(Path pattern) {
    try {
      return path.getFileSystem().getPathMatcher("glob:" + pattern.toString().replace('\\', '/'));
    } catch (PatternSyntaxException e) {
      throw unreadable(
          "there is no such file, and as a pattern it has a [ or { that is not closed",
          "correct the path, or close the bracket");
    }
  }

  /** Whether it stands for the one file it names. */
  public boolean isOne() {
    return !Files.isDirectory(path) && (!isPattern(path.toString()) || Files.exists(path));
  }

  private boolean hasEnding(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  private static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  /** The part of the path before its first pattern. */
  private Path base() {
    Path base = path;
    while (isPattern(base.toString())) {
      base = base.resolveSibling("");
    }
    return base;
  }

  private List<Found> list(Path folder, int depth, Predicate<Path> counts) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(file -> isFinished(folder.relativize(file)))
          .filter(counts)
          .filter(Files::isRegularFile)
          .map(FileChoice::found)
          .sorted(comparing(found -> found.path().toString()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the folder " + folder + " cannot be listed", "look at its permissions");
    }
  }

  private static Found found(Path file) {
    try {
      return new Found(file, Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFinished(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = name(file).toLowerCase(Locale.ROOT);
    return !name.startsWith("~$") && UNFINISHED.stream().noneMatch(name::endsWith);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private List<Chosen> chosen(Path base, List<Found> found, String where) {
    if (found.isEmpty()) {
      throw unreadable(
          "there is no file " + where,
          Files.isDirectory(path)
              ? "put one there that ends in " + endings.stream().sorted().collect(joining(" or "))
              : "look at the pattern, and what lies in " + base);
    }
    return which == Which.ALL ? all(base, found, where) : newest(base, found, where);
  }

  private List<Chosen> newest(Path base, List<Found> found, String where) {
    Found newest = found.stream().max(Found::compareAge).orElseThrow();
    String label = labelOf(base, newest.path());
    String of = found.size() == 1 ? "the only file " : "the newest of " + found.size() + " files ";
    return List.of(new Chosen(newest.path(), label, List.of("read " + label + ", " + of + where)));
  }

  private List<Chosen> all(Path base, List<Found> found, String where) {
    List<String> labels = found.stream().map(each -> labelOf(base, each.path())).toList();
    String more = labels.size() > MOST_NAMED ? ", …" : "";
    String remark =
        "read all of %s files %s: %s%s"
            .formatted(
                labels.size(),
                where,
                labels.stream().limit(MOST_NAMED).collect(joining(", ")),
                more);
    return Stream.iterate(0, i -> i < found.size(), i -> i + 1)
        .map(
            i ->
                new Chosen(
                    found.get(i).path(), labels.get(i), i == 0 ? List.of(remark) : List.of()))
        .toList();
  }

  /** Written as the job file would have it. */
  private String labelOf(Path base, Path file) {
    String beyond = base.relativize(file).toString().replace('\\', '/');
    String start = label.replaceAll("[/\\\\]+$", "");
    for (int parts = path.getNameCount() - base.getNameCount(); parts > 0; parts--) {
      int slash = Math.max(start.lastIndexOf('/'), start.lastIndexOf('\\'));
      start = slash < 0 ? "" : start.substring(0, slash);
    }
    return start.isEmpty() && !label.startsWith("/") ? beyond : start + "/" + beyond;
  }

  private UnreadableSource unreadable(String what, String remedy) {
    return new UnreadableSource(label, what, remedy);
  }
}
