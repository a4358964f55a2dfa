package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.export.Export;
import dev.rollcall.export.ExportOrder;
import dev.rollcall.export.WorkspaceExport;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Tenants;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall export}: today's workspace as a roster. */
final class ExportCommand implements Command {

  private static final String STDOUT = "-";

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();

  private final Argument<String> out =
      Argument.option(
              "--out",
              "FILE|-",
              "Where the roster is written: a .xlsx, a .csv, or - for CSV to stdout.")
          .required(String.class);

  private final Argument<Optional<Path>> jobFile =
      Argument.option(
              "--job-file",
              "FILE",
              "Also writes a job file that reads it, beside JOB, with the groups.")
          .optional(Path.class);

  private final Argument<Boolean> everybody =
      Argument.flag("--everybody", "Also people outside scope.emails of the job.");

  private final ForceOption force = new ForceOption();
  private final DeadlineOption deadline = new DeadlineOption();
  private final ProcessOptions process = new ProcessOptions();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "export",
            "Writes what the workspace holds today as a roster that, synced back, plans nothing."
                + " Changes nothing.")
        .examples(
            "  rollcall export jobs/nightly.yaml --out roster.xlsx",
            "  rollcall export jobs/nightly.yaml --out roster.csv --job-file jobs/adopted.yaml",
            "  rollcall export jobs/nightly.yaml --out - --everybody   to stdout, as CSV")
        .with(job, out, jobFile, everybody, force, deadline, process);
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, process);
    LoadedJob loaded = job.read(terminal);
    ExportOrder order =
        new ExportOrder(
            loaded,
            everybody.given(),
            out.given().equals(STDOUT) ? Optional.empty() : Optional.of(Path.of(out.given())),
            jobFile.given(),
            force.given());
    return told(export(order)).code();
  }

  private Export export(ExportOrder order) {
    try (Look look = new Look(terminal, process, deadline.given())) {
      WorkspaceExport export =
          new WorkspaceExport(
              order, ReferenceSources.with(terminal.environment()), look.progress());
      export.check();
      try (OpenedTenant target = look.open(order.job(), Tenants.Memory.none())) {
        return export.of(target);
      }
    }
  }

  private ExitCode told(Export export) throws IOException {
    if (!export.text().isEmpty()) {
      Writer writer = terminal.writer();
      writer.write(export.text());
      writer.flush();
    } else {
      terminal.line(written(export));
    }
    if (!process.quiet.given()) {
      export.remarks().forEach(remark -> terminal.say(EventKind.REMARK, remark));
    }
    ProblemGroup.of(export.leftOut())
        .forEach(problem -> terminal.say(Event.of(EventKind.PROBLEM, problem)));
    List<ExitCode> codes = new ArrayList<>();
    if (!export.leftOut().isEmpty()) {
      codes.add(ExitCode.LEFT_OVER);
    }
    if (!export.whole()) {
      codes.add(ExitCode.UNAVAILABLE);
    }
    return ExitCode.firstOf(codes);
  }

  private String written(Export export) {
    return "Exported %d %s to %s%s%s."
        .formatted(
            export.people(),
            export.people() == 1 ? "person" : "people",
            out.given(),
            jobFile
                .given()
                .map(
                    file ->
                        ", with "
                            + export.groups()
                            + (export.groups() == 1 ? " group" : " groups")
                            + " in "
                            + file)
                .orElse(""),
            export.foreign() == 0
                ? ""
                : "; "
                    + export.foreign()
                    + " more "
                    + (export.foreign() == 1 ? "is" : "are")
                    + " not in it: outside the scope, no member, or the owner");
  }
}
