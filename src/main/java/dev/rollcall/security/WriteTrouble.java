package dev.rollcall.security;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Why something cannot be written, in plain words: the operating system's own differ everywhere.
 */
public final class WriteTrouble {

  private WriteTrouble() {}

  /** The cause, as the end of a sentence about this file or folder. */
  public static String words(Path path, IOException cause) {
    String inTheWay = inTheWay(path);
    if (!inTheWay.isEmpty()) {
      return inTheWay;
    }
    return cause instanceof AccessDeniedException ? "permission is denied" : byText(reason(cause));
  }

  /** A file where a folder would have to be. */
  private static String inTheWay(Path path) {
    for (Path each = path.toAbsolutePath().getParent(); each != null; each = each.getParent()) {
      if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
        return Files.isDirectory(each) ? "" : each + " is a file, not a folder";
      }
    }
    return "";
  }

  private static String reason(IOException cause) {
    String told =
        cause instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : String.valueOf(cause.getMessage());
    return told.toLowerCase(Locale.ROOT)
        + (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException
            ? " not a directory"
            : cause instanceof NoSuchFileException ? " no such file" : "");
  }

  /** What somebody's words about an input or output come down to. */
  public static String byText(String text) {
    String told = text.toLowerCase(Locale.ROOT);
    if (told.contains("no space left") || told.contains("quota exceeded")) {
      return "the disk is full";
    }
    if (told.contains("read-only")) {
      return "the file system is read only";
    }
    if (told.contains("permission denied") || told.contains("not permitted")) {
      return "permission is denied";
    }
    if (told.contains("not a directory")) {
      return "a file is where a folder would have to be";
    }
    return told.contains("too long") ? "the name is too long" : "it cannot be written there";
  }
}
