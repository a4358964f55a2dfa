package dev.rollcall.report;

import dev.rollcall.apply.RunId;
import dev.rollcall.model.Problem;
import dev.rollcall.security.OwnerOnly;
import dev.rollcall.security.UnfinishedFile;
import dev.rollcall.security.WriteTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The folder in which every run leaves a folder with its reports. A file is there whole or not at
 * all. A report that cannot be written is a problem, never the end of a run.
 */
public final class ReportFolder {

  /** A report that can be asked for in the job file. */
  public enum Format {
    /** For people. */
    HTML("report.html"),
    /** For machines. */
    JSON("report.json"),
    /** For auditors. */
    CSV("operations.csv");

    private final String fileName;

    Format(String fileName) {
      this.fileName = fileName;
    }

    /** What it is called within a run's folder. */
    public String fileName() {
      return fileName;
    }

    private ReportWriter writer() {
      return switch (this) {
        case HTML -> new HtmlReport();
        case JSON -> new JsonReport();
        case CSV -> new OperationsCsv();
      };
    }
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes it, without closing the writer. */
    void writeTo(Writer out) throws IOException;
  }

  private final Path root;
  private final OwnerOnly access;

  /** The folder that the job file names, for its owner alone; it need not exist yet. */
  public ReportFolder(Path root) {
    this(root, OwnerOnly.ALONE);
  }

  /**
   * The same for whom the job file lets in.
   *
   * @param access what is made is made so; a folder of reports that exists stays as it is
   */
  public ReportFolder(Path root, OwnerOnly access) {
    this.root = root;
    this.access = access;
  }

  /** Makes a run's folder where it is missing. */
  public Path make(RunId run) throws IOException {
    access.folder(root);
    return access.own(of(run));
  }

  /** Where a run's reports are. */
  public Path of(RunId run) {
    return root.resolve(run.value());
  }

  /**
   * Makes the folder of a run and writes a file there, to know before anything is changed that what
   * was changed can be told.
   *
   * @return the problem, where that cannot be done
   */
  public List<Problem> prove(RunId run) {
    Path folder = of(run);
    Path place = folder.resolve(".proof");
    try (UnfinishedFile proof = UnfinishedFile.named(place, access)) {
      make(run);
      try (Writer out = proof.writer()) {
        out.write(run.value());
      }
      return List.of();
    } catch (IOException e) {
      return List.of(
          new Problem(
              folder.toString(),
              "no report could be written there: " + WriteTrouble.words(place, e),
              "correct report.folder, or make it writable; nothing was changed"));
    }
  }

  /**
   * Writes these reports of a run, over those that a former attempt left. A dry run leaves none.
   *
   * @return what could not be written; the others are
   */
  public List<Problem> write(RunReport report, Collection<Format> formats) {
    List<Problem> problems = new ArrayList<>();
    report
        .head()
        .run()
        .ifPresent(
            run -> {
              for (Format format : formats.stream().distinct().sorted().toList()) {
                problems.addAll(
                    write(run, format.fileName(), out -> format.writer().write(report, out)));
              }
            });
    return problems;
  }

  /**
   * Writes one more file into a run's folder, such as {@code rejects.csv}.
   *
   * @return the problem, where it could not be written
   */
  public List<Problem> write(RunId run, String fileName, Content content) {
    Path file = of(run).resolve(fileName);
    Path part = of(run).resolve("." + fileName + ".part");
    try (UnfinishedFile unfinished = UnfinishedFile.named(part, access)) {
      make(run);
      try (Writer out = unfinished.writer()) {
        content.writeTo(out);
      }
      unfinished.replace(file);
      return List.of();
    } catch (IOException e) {
      return List.of(problem(file, e));
    } catch (UncheckedIOException e) {
      return List.of(problem(file, Optional.ofNullable(e.getCause()).orElseThrow()));
    }
  }

  private static Problem problem(Path file, IOException e) {
    return new Problem(
        file.toString(),
        "the report could not be written: " + WriteTrouble.words(file, e),
        "check that report.folder can be written and has room; the run itself is recorded");
  }
}
