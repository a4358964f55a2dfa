package dev.rollcall.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads paths, and says why one is none. */
final class PathConverter implements ITypeConverter<Path> {

  private static final char UNREADABLE = '\uFFFD';

  @Override
  public Path convert(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(words(e));
    }
  }

  /** What is wrong with a path, and what helps. */
  static String words(InvalidPathException e) {
    String path = e.getInput();
    String reason =
        isBeyondLanguage(path)
            ? "has characters that this process cannot write: its language knows plain letters only;"
                + " set LC_ALL=C.UTF-8"
            : "is no path that can be used here (" + e.getReason() + ")";
    return "\"" + path + "\" " + reason;
  }

  /** What was given in a language without such characters has arrived spoiled. */
  private static boolean isBeyondLanguage(String path) {
    return path.indexOf(UNREADABLE) >= 0 || !StandardCharsets.US_ASCII.newEncoder().canEncode(path);
  }
}
