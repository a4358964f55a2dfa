package dev.rollcall.export;

import dev.rollcall.job.InvalidJobFile;
import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.JobName;
import dev.rollcall.job.spec.ResolvedPath;
import dev.rollcall.job.spec.RosterSpec;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.model.Problem;
import dev.rollcall.security.OwnerOnly;
import dev.rollcall.source.FileChoice;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.gather.OnConflict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job that reads an exported roster: the one that was written as a file, or the very job that was
 * exported, reading this roster in the place of its own and nothing else.
 *
 * @param job the job, whatever it reads
 * @param roster the roster where it is for now
 * @param headers of its columns
 * @param leftOut what it cannot say
 */
record AdoptingJob(
    LoadedJob job,
    ExportPlaces roster,
    List<String> headers,
    List<Problem> leftOut,
    List<String> remarks) {

  private static final JobName SOURCE = new JobName("exported");

  /** Writes it, where it is asked for. */
  static AdoptingJob of(
      ExportOrder order, ExportedRoster roster, ExportPlaces places, ReferenceSources surroundings)
      throws IOException {
    if (places.jobFile().isEmpty()) {
      return new AdoptingJob(
          with(order.job(), order.job().file().readingAlone(List.of())),
          places,
          roster.headers(),
          List.of(),
          List.of());
    }
    AdoptingJobText text = AdoptingJobText.of(order, roster);
    try (Writer out = OwnerOnly.ALONE.writer(places.jobFile().orElseThrow())) {
      out.write(text.text());
    }
    return new AdoptingJob(
        read(places.jobFile().orElseThrow(), order, surroundings),
        places,
        roster.headers(),
        text.leftOut(),
        text.remarks());
  }

  private static LoadedJob read(Path file, ExportOrder order, ReferenceSources surroundings) {
    try {
      return new JobFileReader(surroundings).read(file, List.of());
    } catch (InvalidJobFile e) {
      Problem first = e.problems().get(0);
      throw new CannotExport(
          "--job-file " + order.jobFile().orElseThrow(),
          "what it takes over from "
              + order.job().label()
              + " would not stand by itself: "
              + first.what(),
          first.remedy());
    }
  }

  private static LoadedJob with(LoadedJob job, JobFile file) {
    return new LoadedJob(
        file,
        job.label(),
        job.path(),
        job.named(),
        job.inputs(),
        job.warnings(),
        job.secrets(),
        job.conditions(),
        Optional.empty());
  }

  /** The job reading the roster, whose columns it names. */
  LoadedJob naming() {
    Map<String, Located<ColumnSpec>> columns = new LinkedHashMap<>();
    headers.forEach(each -> columns.put(each, located(ColumnSpec.of(each))));
    return reading(columns);
  }

  /** The job reading the roster, whose columns it has to recognise. */
  LoadedJob recognising() {
    return reading(Map.of());
  }

  private LoadedJob reading(Map<String, Located<ColumnSpec>> columns) {
    return with(job, job.file().reading(List.of(source(columns)), List.of()));
  }

  private SourceSpec source(Map<String, Located<ColumnSpec>> columns) {
    ResolvedPath path = new ResolvedPath("the roster", roster.roster());
    return switch (roster.form()) {
      case CSV ->
          new SourceSpec.CsvSpec(
              located(SOURCE),
              path,
              FileChoice.Which.NEWEST,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              rows(columns));
      case WORKBOOK ->
          new SourceSpec.ExcelSpec(
              located(SOURCE),
              path,
              FileChoice.Which.NEWEST,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              rows(columns));
    };
  }

  private static <T> Located<T> located(T value) {
    return new Located<>(value, Position.whole(SOURCE.text()));
  }

  private static RosterSpec rows(Map<String, Located<ColumnSpec>> columns) {
    return new RosterSpec(
        columns,
        Optional.empty(),
        Shape.PEOPLE,
        OnConflict.PROBLEM,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        RowSelection.WithoutAddress.PROBLEM);
  }
}
