package dev.rollcall.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.rollcall.source.Reject;
import dev.rollcall.source.csv.RejectsFile;
import dev.rollcall.source.excel.RejectsWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hands rejected rows back, each source's in the form in which it can be read again. */
public final class HandBack {

  private final Path folder;
  private final JobFile job;

  /** Into an existing folder. */
  public HandBack(Path folder, JobFile job) {
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
      written.add(writeOne(name, source.getKey(), source.getValue()));
    }
    return written;
  }

  private static String fileName(String source) {
    return source.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
  }

  private Path writeOne(String name, String source, List<Reject> rejects) throws IOException {
    Optional<SourceSpec.ExcelSpec> workbook = workbook(source);
    Path file = folder.resolve(name + (workbook.isPresent() ? ".xlsx" : ".csv"));
    if (workbook.isPresent()) {
      RejectsWorkbook.write(file, Sources.settings(workbook.get()), rejects);
    } else {
      RejectsFile.write(file, rejects);
    }
    return file;
  }

  private Optional<SourceSpec.ExcelSpec> workbook(String source) {
    return job.sources().stream()
        .filter(spec -> spec.name().value().toString().equals(source))
        .findFirst()
        .flatMap(
            spec ->
                spec.accept(
                    new SourceSpec.Visitor<Optional<SourceSpec.ExcelSpec>>() {
                      @Override
                      public Optional<SourceSpec.ExcelSpec> csv(SourceSpec.CsvSpec csv) {
                        return Optional.empty();
                      }

                      @Override
                      public Optional<SourceSpec.ExcelSpec> excel(SourceSpec.ExcelSpec excel) {
                        return Optional.of(excel);
                      }

                      @Override
                      public Optional<SourceSpec.ExcelSpec> jdbc(SourceSpec.JdbcSpec jdbc) {
                        return Optional.empty();
                      }
                    }));
  }
}
