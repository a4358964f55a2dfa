package dev.rollcall.export;

import dev.rollcall.job.yaml.References;
import dev.rollcall.model.Problem;
import dev.rollcall.security.OwnerOnly;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an export is written: beside its places first, under names that nobody takes for rosters,
 * so that what is there stays until all of it is proven.
 */
final class ExportPlaces implements AutoCloseable {

  private static final String PREFIX = ".rollcall-";

  private final ExportOrder order;
  private final RosterFile form;
  private final Path roster;
  private final Optional<Path> jobFile;

  private ExportPlaces(ExportOrder order, RosterFile form, Path roster, Optional<Path> jobFile) {
    this.order = order;
    this.form = form;
    this.roster = roster;
    this.jobFile = jobFile;
  }

  /**
   * Looks at what can be seen before anything is written.
   *
   * @throws CannotExport with all that is wrong
   */
  static void check(ExportOrder order) {
    List<Problem> problems = new ArrayList<>();
    order.out().ifPresent(RosterFile::of);
    order.out().ifPresent(file -> checkFile("--out", file, order, problems));
    order.jobFile().ifPresent(file -> checkFile("--job-file", file, order, problems));
    order.jobFile().ifPresent(file -> checkJobFile(file, order, problems));
    if (!problems.isEmpty()) {
      throw new CannotExport(problems);
    }
  }

  private static void checkFile(
      String option, Path file, ExportOrder order, List<Problem> problems) {
    String where = option + " " + file;
    if (Files.isDirectory(file)) {
      problems.add(new Problem(where, "is a folder", "name a file in it"));
    } else if (!order.force() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      problems.add(new Problem(where, "is there already", "name another, or say --force"));
    } else if (!Files.isDirectory(folder(file))) {
      problems.add(new Problem(where, "has no folder to be in", "make it, or look at the path"));
    }
  }

  private static void checkJobFile(Path file, ExportOrder order, List<Problem> problems) {
    String where = "--job-file " + file;
    Path job = order.job().path();
    if (order.out().isEmpty()) {
      problems.add(
          new Problem(where, "would read a roster that is in no file", "write --out FILE"));
    } else if (References.in(order.out().get().toString())) {
      problems.add(new Problem("--out " + order.out().get(), "has ${ in its name", "name another"));
    }
    if (file.toAbsolutePath().normalize().equals(job)) {
      problems.add(new Problem(where, "is the job itself", "name another"));
    } else if (!folder(file).equals(folder(job))) {
      problems.add(
          new Problem(
              where,
              "is in another folder than " + order.job().label(),
              "put it beside that, whose paths are relative to its folder"));
    }
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }

  /** Makes empty files to be written to. */
  static ExportPlaces of(ExportOrder order) throws IOException {
    RosterFile form = order.out().map(RosterFile::of).orElse(RosterFile.CSV);
    Path folder =
        order.out().map(ExportPlaces::folder).orElse(Path.of(System.getProperty("java.io.tmpdir")));
    Path roster = OwnerOnly.ALONE.temporaryFile(folder, PREFIX, form.ending());
    return new ExportPlaces(
        order,
        form,
        roster,
        order.jobFile().isEmpty()
            ? Optional.empty()
            : Optional.of(
                OwnerOnly.ALONE.temporaryFile(folder(order.jobFile().get()), PREFIX, ".yaml")));
  }

  /** The form of the roster. */
  RosterFile form() {
    return form;
  }

  /** Where the roster is for now. */
  Path roster() {
    return roster;
  }

  /** Where the job file is for now. */
  Optional<Path> jobFile() {
    return jobFile;
  }

  /** Puts all to where it was asked for. */
  void keep() throws IOException {
    CopyOption[] how =
        order.force()
            ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING}
            : new CopyOption[] {};
    if (order.out().isPresent()) {
      Files.move(roster, order.out().get(), how);
    }
    if (jobFile.isPresent()) {
      Files.move(jobFile.get(), order.jobFile().orElseThrow(), how);
    }
  }

  /** Deletes what was not kept. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(roster);
    if (jobFile.isPresent()) {
      Files.deleteIfExists(jobFile.get());
    }
  }
}
