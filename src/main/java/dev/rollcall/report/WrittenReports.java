package dev.rollcall.report;

import dev.rollcall.apply.RunId;
import dev.rollcall.model.Problem;
import dev.rollcall.security.FileLook;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reports that runs have written: what can still be told of them while the repository is
 * locked. Only the heads are read, never the operations.
 */
public final class WrittenReports {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WrittenReports() {}

  /**
   * What a folder has.
   *
   * @param runs newest first
   * @param problems reports that cannot be read
   */
  public record Listing(List<RunLine> runs, List<Problem> problems) {
    /** Copies. */
    public Listing {
      runs = List.copyOf(runs);
      problems = List.copyOf(problems);
    }
  }

  /** Lists the runs of a folder of reports; none where there is no such folder. */
  public static Listing list(Path folder) {
    List<RunLine> runs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    if (!FileLook.mayBeThere(folder)) {
      return new Listing(runs, problems);
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path run : folders) {
        Path file = run.resolve(ReportFolder.Format.JSON.fileName());
        if (FileLook.mayBeThere(file)) {
          add(file, runs, problems);
        }
      }
    } catch (IOException e) {
      problems.add(new Problem(folder.toString(), "the folder of reports cannot be read", ""));
    }
    runs.sort(Comparator.comparing(RunLine::run).reversed());
    return new Listing(runs, problems);
  }

  /** A report that a run has written, if it is there. */
  public static Optional<Path> find(Path folder, RunId run, ReportFolder.Format format) {
    return Optional.of(folder.resolve(run.value()).resolve(format.fileName()))
        .filter(Files::isRegularFile);
  }

  private static void add(Path file, List<RunLine> runs, List<Problem> problems) {
    try {
      runs.add(line(head(file)));
    } catch (IOException | JacksonException | DateTimeException e) {
      problems.add(
          new Problem(file.toString(), "is no report of ours, or not whole", "it is left out"));
    }
  }

  /** All keys up to the operations. */
  private static ObjectNode head(Path file) throws IOException {
    ObjectNode head = JSON.createObjectNode();
    try (JsonParser parser = JSON.createParser(file)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      for (String key = parser.nextName(); key != null; key = parser.nextName()) {
        if (key.equals("operations")) {
          return head;
        }
        parser.nextToken();
        head.set(key, parser.<JsonNode>readValueAsTree());
      }
    }
    throw new IOException("not whole");
  }

  private static RunLine line(ObjectNode head) throws IOException {
    // What is read here has been so since the first version.
    if (!head.path("format_version").asString("").matches("[12]\\..*")) {
      throw new IOException("of another format");
    }
    JsonNode operations = head.path("summary").path("operations");
    return new RunLine(
        head.path("run").asString(""),
        head.path("job").asString(""),
        head.path("workspace").path("key").asString(""),
        head.path("mode").asString(""),
        "reported",
        Instant.parse(head.path("started").asString("")),
        head.path("ended").asStringOpt().map(Instant::parse),
        head.path("exit").isObject()
            ? Optional.of(head.path("exit").path("code").asInt())
            : Optional.empty(),
        new RunLine.Done(
            operations.path("planned").asInt(0),
            operations.path("applied").asInt(0),
            operations.path("by_state").path("held").asInt(0),
            operations.path("left_over").asInt(0),
            head.path("summary").path("left_alone").path("count").asInt(0)));
  }
}
