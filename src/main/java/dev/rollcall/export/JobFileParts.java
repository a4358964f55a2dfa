package dev.rollcall.export;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a job file as they are written, comments and references included, by their key.
 *
 * @param byKey in the order of the file
 */
record JobFileParts(Map<String, String> byKey) {

  /**
   * Cuts a job file into its parts.
   *
   * @throws CannotExport where it is not written with a part on lines of its own
   */
  static JobFileParts of(LoadedJob job) {
    String text = text(job);
    Optional<Tree> tree = YamlText.parse(job.label(), text, problem -> {});
    List<Tree.Entry> keys =
        tree.filter(Tree.Mapping.class::isInstance)
            .map(whole -> ((Tree.Mapping) whole).entries())
            .orElseThrow(() -> uncut(job));
    List<String> lines = Arrays.asList(text.split("\n", -1));
    List<Integer> starts = new ArrayList<>();
    for (Tree.Entry key : keys) {
      int line = key.key().position().line();
      if (key.key().position().column() != 1
          || !starts.isEmpty() && line <= starts.get(starts.size() - 1)) {
        throw uncut(job);
      }
      starts.add(line);
    }
    Map<String, String> byKey = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      int from = withComments(lines, starts.get(i) - 1);
      int to = i + 1 < keys.size() ? withComments(lines, starts.get(i + 1) - 1) : lines.size();
      byKey.put(keys.get(i).key().text(), block(lines.subList(from, to)));
    }
    return new JobFileParts(byKey);
  }

  private static String text(LoadedJob job) {
    try {
      String text = Files.readString(job.path(), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new CannotExport(job.label(), "cannot be read any more", "try again");
    }
  }

  private static CannotExport uncut(LoadedJob job) {
    return new CannotExport(
        job.label(),
        "is not written with each of its parts on lines of its own, so nothing can be taken over"
            + " from it",
        "write name:, target: and the others each at the beginning of a line");
  }

  /** Comments right above a key are about it. */
  private static int withComments(List<String> lines, int key) {
    int from = key;
    while (from > 0 && lines.get(from - 1).startsWith("#")) {
      from--;
    }
    return from;
  }

  private static String block(List<String> lines) {
    return String.join("\n", lines).strip() + "\n";
  }

  /** The text of all parts but these. */
  List<String> without(Collection<String> keys) {
    return byKey.entrySet().stream()
        .filter(part -> !keys.contains(part.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
