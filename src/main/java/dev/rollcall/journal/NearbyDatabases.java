package dev.rollcall.journal;

import dev.rollcall.model.Nearest;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The databases of H2 that lie where one is not, for whoever looked for it there. */
final class NearbyDatabases {

  private static final String ENDING = ".mv.db";
  private static final int MOST = 1_000;

  private NearbyDatabases() {}

  /** A remedy: the nearest name, or what there is; H2 adds the ending of its files by itself. */
  static String remedy(Path file) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (Files.notExists(folder)) {
      return "the folder " + folder + " does not exist either";
    }
    List<String> names = names(folder);
    String name = withoutEnding(withoutEnding(String.valueOf(file.getFileName())));
    return names.isEmpty() ? "there is none in " + folder : Nearest.remedy(name, names);
  }

  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path each : files) {
        if (names.size() < MOST) {
          names.add(withoutEnding(each.getFileName().toString()));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It may be entered and not listed: then nobody can say what is there.
      return List.of();
    }
    return names;
  }

  private static String withoutEnding(String name) {
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }
}
