package dev.rollcall.source;

import dev.rollcall.model.Nearest;
import dev.rollcall.security.FileLook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The check that a path leads to a file that can be read, whatever is in it. */
public final class ReadableFile {

  private static final int MOST_NEIGHBOURS = 1_000;

  private ReadableFile() {}

  /**
   * Returns where it does.
   *
   * @param label how the file is called in messages
   * @throws UnreadableSource otherwise, with the nearest name beside it
   */
  public static void check(Path path, String label) {
    if (isMissing(path)) {
      throw new UnreadableSource(label, "there is no such file", neighbours(path));
    }
    if (Files.isDirectory(path)) {
      throw new UnreadableSource(label, "this is a folder", "name a file in it");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UnreadableSource(
          label, "this is no regular file, and it is read twice", "write it to a file");
    }
    if (!Files.isReadable(path)) {
      throw new UnreadableSource(
          label, "there is no permission to read it", "let this user read it");
    }
  }

  /** Below something that is no folder there can be nothing; in a closed folder there can. */
  private static boolean isMissing(Path path) {
    try {
      return FileLook.at(path).isEmpty();
    } catch (AccessDeniedException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static String neighbours(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "the folder " + folder + " does not exist either";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.limit(MOST_NEIGHBOURS).map(file -> String.valueOf(file.getFileName())).toList();
      Optional<String> near = Nearest.to(String.valueOf(path.getFileName()), names);
      return near.map(name -> "did you mean \"" + name + "\"?")
          .orElse("nothing in " + folder + " has a similar name");
    } catch (IOException | UncheckedIOException e) {
      return "the folder " + folder + " cannot be listed";
    }
  }
}
