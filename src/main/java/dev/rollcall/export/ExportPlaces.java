package dev.rollcall.export;

import dev.rollcall.job.yaml.References;
import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import dev.rollcall.planning.NeededFiles;
import dev.rollcall.report.Overwriting;
import dev.rollcall.report.RequestedFile;
import dev.rollcall.security.UnfinishedFile;
import dev.rollcall.security.WriteTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an export is written: beside its places first, so that what is there stays until all of it
 * is proven.
 */
final class ExportPlaces implements AutoCloseable {

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private final RosterFile form;
  private final Optional<RequestedFile> out;
  private final Optional<RequestedFile> jobFile;
  private final List<UnfinishedFile> unfinished = new ArrayList<>();

  private ExportPlaces(
      RosterFile form, Optional<RequestedFile> out, Optional<RequestedFile> jobFile) {
    this.form = form;
    this.out = out;
    this.jobFile = jobFile;
  }

  /**
   * Looks at what can be seen before anything is written.
   *
   * @throws CannotExport with all that is wrong
   */
  static void check(ExportOrder order) {
    order.out().ifPresent(RosterFile::of);
    List<Problem> problems =
        new ArrayList<>(
            Stream.concat(out(order).stream(), jobFile(order).stream())
                .flatMap(file -> file.objection().stream())
                .toList());
    order.jobFile().ifPresent(file -> checkJobFile(file, order, problems));
    if (!problems.isEmpty()) {
      throw new CannotExport(problems);
    }
  }

  /** That it could not be written, and why. */
  static ProblemsFound failed(ExportOrder order, IOException cause) {
    Optional<RequestedFile> out = out(order);
    return out.isPresent()
        ? out.get().failed(cause)
        : new CannotExport(
            "the roster",
            "could not be written on its way to stdout: " + WriteTrouble.words(TEMPORARY, cause),
            "see that " + TEMPORARY + " can be written and has room");
  }

  /** Its own rosters may be replaced: a first job names the very file that is to be written. */
  private static Optional<RequestedFile> out(ExportOrder order) {
    NeededFiles needed = new NeededFiles(order.job());
    return order
        .out()
        .map(
            file ->
                RequestedFile.of(
                    "--out",
                    file,
                    Overwriting.onlyForced(order.force()).never(needed::hasBesideRosters)));
  }

  private static Optional<RequestedFile> jobFile(ExportOrder order) {
    NeededFiles needed = new NeededFiles(order.job());
    return order
        .jobFile()
        .map(
            file ->
                RequestedFile.of(
                    "--job-file", file, Overwriting.onlyForced(order.force()).never(needed::has)));
  }

  private static void checkJobFile(Path file, ExportOrder order, List<Problem> problems) {
    String where = "--job-file " + file;
    if (order.out().isEmpty()) {
      problems.add(
          new Problem(where, "would read a roster that is in no file", "write --out FILE"));
    } else if (References.in(order.out().get().toString())) {
      problems.add(new Problem("--out " + order.out().get(), "has ${ in its name", "name another"));
    } else if (isSame(file, order.out().get())) {
      problems.add(new Problem(where, "is the file of --out", "name another"));
    }
    if (!folder(file).equals(folder(order.job().path()))) {
      problems.add(
          new Problem(
              where,
              "is in another folder than " + order.job().label(),
              "put it beside that, whose paths are relative to its folder"));
    }
  }

  private static boolean isSame(Path one, Path other) {
    return folder(one).equals(folder(other)) && one.getFileName().equals(other.getFileName());
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }

  /** Makes empty files to be written to. */
  static ExportPlaces of(ExportOrder order) throws IOException {
    ExportPlaces places =
        new ExportPlaces(
            order.out().map(RosterFile::of).orElse(RosterFile.CSV), out(order), jobFile(order));
    try {
      places.begin();
      return places;
    } catch (IOException e) {
      places.close();
      throw e;
    }
  }

  private void begin() throws IOException {
    unfinished.add(
        out.isPresent() ? out.get().begin() : UnfinishedFile.in(TEMPORARY, form.ending()));
    if (jobFile.isPresent()) {
      unfinished.add(jobFile.get().begin());
    }
  }

  /** The form of the roster. */
  RosterFile form() {
    return form;
  }

  /** Where the roster is for now. */
  Path roster() {
    return unfinished.get(0).path();
  }

  /** Where the job file is for now. */
  Optional<Path> jobFile() {
    return jobFile.map(file -> unfinished.get(1).path());
  }

  /** Puts all to where it was asked for. */
  void keep() throws IOException {
    if (out.isPresent()) {
      out.get().keep(unfinished.get(0));
    }
    if (jobFile.isPresent()) {
      jobFile.get().keep(unfinished.get(1));
    }
  }

  /** Deletes what was not kept. */
  @Override
  public void close() {
    unfinished.forEach(UnfinishedFile::close);
  }
}
