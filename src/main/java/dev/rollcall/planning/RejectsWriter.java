package dev.rollcall.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.source.Reject;
import dev.rollcall.source.csv.RejectsFile;
import dev.rollcall.source.excel.ExcelSettings;
import dev.rollcall.source.excel.RejectsWorkbook;
import dev.rollcall.source.gather.DeclaredSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The writer of rejects: hands rejected rows back, each source's in the form in which it can be
 * read again.
 */
public final class RejectsWriter {

  private final Path folder;
  private final JobFile job;

  /** Into an existing folder. */
  public RejectsWriter(Path folder, JobFile job) {
    this.folder = folder;
    this.job = job;
  }

  /**
   * Writes {@code rejects.csv} or {@code rejects.xlsx}, or {@code rejects-<source>} with its ending
   * for each where there are several sources with rejects; nothing where there is none.
   *
   * @return the files written
   */
  public List<Path> write(List<Reject> rejects) throws IOException {
    Map<String, List<Reject>> bySource =
        rejects.stream().collect(groupingBy(Reject::source, TreeMap::new, toList()));
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, List<Reject>> source : bySource.entrySet()) {
      String name = bySource.size() == 1 ? "rejects" : "rejects-" + fileName(source.getKey());
      written.addAll(writeOne(name, source.getKey(), source.getValue()));
    }
    return written;
  }

  private static String fileName(String source) {
    return source.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
  }

  private List<Path> writeOne(String name, String source, List<Reject> rejects) throws IOException {
    Optional<ExcelSettings> workbook =
        workbook(source).flatMap(excel -> SourceFactory.workbook(excel, source));
    if (workbook.isPresent()) {
      Path file = folder.resolve(name + ".xlsx");
      RejectsWorkbook.write(file, workbook.get(), rejects, job.report().access());
      return List.of(file);
    }
    return writeText(name, rejects);
  }

  /** The files of a source may have different headers, and then so have the files of rejects. */
  private List<Path> writeText(String name, List<Reject> rejects) throws IOException {
    Collection<List<Reject>> byHeader =
        rejects.stream().collect(groupingBy(Reject::header, LinkedHashMap::new, toList())).values();
    List<Path> written = new ArrayList<>();
    for (List<Reject> alike : byHeader) {
      String number = written.isEmpty() ? "" : "-" + (written.size() + 1);
      Path file = folder.resolve(name + number + ".csv");
      RejectsFile.write(file, alike, job.report().access());
      written.add(file);
    }
    return written;
  }

  private static boolean isNamed(String source, String name) {
    return source.equals(name) || source.equals(DeclaredSource.joinedName(name));
  }

  private Optional<SourceSpec.ExcelSpec> workbook(String source) {
    return job.sources().stream()
        .filter(spec -> isNamed(source, spec.name().value().toString()))
        .findFirst()
        .flatMap(
            spec -> spec.fold(csv -> Optional.empty(), Optional::of, jdbc -> Optional.empty()));
  }
}
