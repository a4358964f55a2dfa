package dev.rollcall.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who else could change a file that we are about to trust: by writing to it, or to any folder above
 * it, up to the root. Where files have no owners and modes, nobody can tell.
 */
public final class Tampering {

  private static final int ROOT = 0;
  private static final int STICKY = 01000;
  private static final int BY_GROUP = 020;
  private static final int BY_ALL = 02;
  private static final Path SELF = Path.of("/proc/self/status");

  private final int user;
  private final Set<Integer> groups;

  Tampering(int user, Set<Integer> groups) {
    this.user = user;
    this.groups = Set.copyOf(groups);
  }

  /**
   * What lets others in.
   *
   * @param path of the file or folder that does
   * @param how they could, as the end of a sentence
   * @param remedy the command that ends it
   */
  public record Gap(Path path, String how, String remedy) {}

  /** By others than this process and root. */
  public static Tampering byOthers() throws IOException {
    return Files.isReadable(SELF) ? of(Files.readAllLines(SELF)) : ofTemporaryFile();
  }

  private static Tampering of(List<String> status) {
    Set<Integer> groups = new HashSet<>(numbers(status, "Groups:"));
    groups.addAll(numbers(status, "Gid:"));
    return new Tampering(numbers(status, "Uid:").get(1), groups);
  }

  private static List<Integer> numbers(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .flatMap(line -> Arrays.stream(line.substring(key.length()).strip().split("\\s+")))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  private static Tampering ofTemporaryFile() throws IOException {
    Path file = Files.createTempFile("rollcall", ".who");
    try {
      Map<String, Object> mine = attributes(file);
      return mine.isEmpty()
          ? new Tampering(ROOT, Set.of())
          : new Tampering(number(mine, "uid"), Set.of(number(mine, "gid")));
    } finally {
      Files.delete(file);
    }
  }

  /** The nearest way in; links are looked at where they lie, and where they lead. */
  public Optional<Gap> with(Path trusted) throws IOException {
    Optional<Gap> there = upwards(trusted.toRealPath());
    return there.isPresent() ? there : upwards(trusted.toAbsolutePath().normalize());
  }

  private Optional<Gap> upwards(Path trusted) {
    for (Path each = trusted; each != null; each = each.getParent()) {
      Optional<Gap> gap = gap(each, each.equals(trusted));
      if (gap.isPresent()) {
        return gap;
      }
    }
    return Optional.empty();
  }

  private Optional<Gap> gap(Path path, boolean itself) {
    Map<String, Object> found;
    try {
      found = attributes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.isEmpty()
        ? Optional.empty()
        : gap(
            path,
            itself,
            number(found, "mode"),
            List.of(number(found, "uid"), number(found, "gid")));
  }

  private Optional<Gap> gap(Path path, boolean itself, int mode, List<Integer> owners) {
    int owner = owners.get(0);
    if (owner != ROOT && owner != user) {
      return Optional.of(
          new Gap(path, path + " belongs to another user", "chown it to whoever runs Rollcall"));
    }
    // In a sticky folder nobody replaces what is not theirs; but anybody adds to it.
    boolean guarded = !itself && (mode & STICKY) != 0;
    if ((mode & BY_ALL) != 0 && !guarded) {
      return Optional.of(new Gap(path, "anybody can write " + path, "chmod o-w " + path));
    }
    boolean foreign = (mode & BY_GROUP) != 0 && !groups.contains(owners.get(1));
    return foreign && !guarded
        ? Optional.of(new Gap(path, "another group can write " + path, "chmod g-w " + path))
        : Optional.empty();
  }

  /** None where the file system knows no such thing. */
  /** Nobody has what the system does not tell, and everybody may do anything. */
  private static int number(Map<String, Object> attributes, String name) {
    return (Integer) attributes.getOrDefault(name, -1);
  }

  private static Map<String, Object> attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, "unix:mode,uid,gid");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return Map.of();
    }
  }
}
