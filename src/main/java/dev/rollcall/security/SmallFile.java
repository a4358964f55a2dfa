package dev.rollcall.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/**
 * Files that must be small, such as a mounted password: read whole and no further than their limit,
 * and never waited for. A folder, a device and a named pipe are none; a pipe that the process was
 * handed ({@code /dev/stdin}, {@code /dev/fd/63} of a shell's {@code <(…)}) is as good as a file.
 */
public final class SmallFile {

  private static final Pattern HANDED =
      Pattern.compile("/dev/stdin|/dev/fd/\\d+|/proc/(?:self|\\d+)/fd/\\d+");

  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;

  /** What is wrong with a file, to follow its name: {@code is larger than 64 KiB}. */
  public static final class Unfit extends IOException {

    private static final long serialVersionUID = 1L;

    /** Without the file's name, which belongs to the caller. */
    public Unfit(String what) {
      super(what);
    }
  }

  private SmallFile() {}

  /**
   * All of it.
   *
   * @throws Unfit where it is no file, or a larger one
   */
  public static byte[] read(Path path, int most) throws IOException {
    refuseUnlessFile(path);
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Unfit("is larger than " + size(most));
      }
      return bytes;
    }
  }

  private static String size(int bytes) {
    return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + " MiB" : bytes / 1024 + " KiB";
  }

  private static void refuseUnlessFile(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new Unfit("is a folder");
    }
    if (!attributes.isRegularFile() && !(isHanded(path) && isPipe(path))) {
      throw new Unfit("is a device or a pipe, not a file");
    }
  }

  /** Such names are found on Unix only, where files have a mode. */
  private static boolean isHanded(Path path) {
    return HANDED.matcher(path.toAbsolutePath().normalize().toString()).matches();
  }

  private static boolean isPipe(Path path) throws IOException {
    return Files.getAttribute(path, "unix:mode") instanceof Integer mode && (mode & KIND) == PIPE;
  }
}
