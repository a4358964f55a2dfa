package dev.rollcall.batch;

import dev.rollcall.report.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Deletes reports; what cannot be deleted is said and does not stop the others. */
final class Deletion {

  private Deletion() {}

  /** Whole folders, as far as what is in them was written by runs. */
  static List<String> of(Collection<RunFolder> folders) {
    List<String> stuck = new ArrayList<>();
    for (RunFolder folder : folders) {
      try {
        folder.delete(folder.files());
      } catch (IOException e) {
        stuck.add(stuck(folder.path(), e));
      }
    }
    return stuck;
  }

  /** Some files of a folder. */
  static List<String> of(RunFolder folder, List<Path> files) {
    try {
      folder.delete(files);
      return List.of();
    } catch (IOException e) {
      return List.of(stuck(folder.path(), e));
    }
  }

  /** A look into a folder of reports. */
  interface Look<T> {
    T look() throws IOException;
  }

  /** Of a folder that cannot be looked through nobody knows what it holds. */
  static <T> T looked(Look<T> look) {
    try {
      return look.look();
    } catch (IOException e) {
      throw new WrongInput(
          "a folder of reports cannot be read: %s (%s); look at its permissions"
              .formatted(e.getMessage(), e.getClass().getSimpleName()));
    }
  }

  private static String stuck(Path folder, IOException e) {
    return folder + " cannot be deleted: " + e.getClass().getSimpleName();
  }
}
