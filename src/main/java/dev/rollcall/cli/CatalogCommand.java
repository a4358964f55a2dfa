package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.export.RoleDefinitionsText;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.planning.JobUses;
import dev.rollcall.planning.NeededFiles;
import dev.rollcall.planning.OfflineTenant;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Tenants;
import dev.rollcall.report.RequestedFile;
import dev.rollcall.report.catalog.CatalogueJson;
import dev.rollcall.report.catalog.CatalogueMarkdown;
import dev.rollcall.report.catalog.CatalogueReport;
import dev.rollcall.report.catalog.CatalogueText;
import dev.rollcall.report.catalog.CatalogueWriter;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.ReadOnlyTenant;
import dev.rollcall.tenant.RoleList;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rollcall catalog}: the names and ids the workspace offers. */
final class CatalogCommand implements Command {

  private static final String STDOUT = "-";

  private final Terminal terminal;

  private final JobArgument job = new JobArgument();

  private final Argument<Boolean> holders =
      Argument.flag(
          "--holders",
          "Counts who holds a role on projects even where that takes more than a minute: a request"
              + " for each project.");

  private final Argument<Boolean> definitions =
      Argument.flag(
          "--definitions",
          "Writes what the custom roles let people do instead, as roles: of a job file.");

  private final Argument<String> out =
      Argument.option(
              "--out",
              "FILE|-",
              "With --definitions: the file that is written, in place of stdout.")
          .orElse(String.class, STDOUT);

  private final ForceOption force = new ForceOption();
  private final DeadlineOption deadline = new DeadlineOption();
  private final CommonOptions common = new CommonOptions();

  CatalogCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return CommandHelp.of(
            this,
            "catalog",
            "Lists what the workspace offers, by name and id: environments, roles, groups, projects; how"
                + " many hold each, and where the job names it. Changes nothing.")
        .examples(
            "  rollcall catalog jobs/nightly.yaml",
            "  rollcall catalog jobs/nightly.yaml --holders          counts on every project, however long it takes",
            "  rollcall catalog jobs/nightly.yaml --format json      for a script",
            "  rollcall catalog jobs/nightly.yaml --definitions --out roles.yaml")
        .with(job, holders, definitions, out, force, deadline, common);
  }

  @Override
  public Integer call() throws IOException {
    Logs.setUp(terminal, common);
    LoadedJob loaded = job.read(terminal);
    Optional<RequestedFile> file = file(loaded);
    CatalogueReport catalogue;
    // Before it is opened: a stand-in's file is open once at a time.
    OfflineTenant offline = OfflineTenant.of(loaded.file(), Clocks.ofProcess());
    try (Look look = new Look(terminal, common, deadline.given());
        OpenedTenant target = look.open(loaded, Tenants.Memory.none())) {
      look.progress().phase("reading the " + loaded.file().vocabulary().tenant(), 0);
      String name = nameOf(target);
      if (definitions.given()) {
        return defined(name, target, file).code();
      }
      Inventory inventory =
          inspection(target)
              .inventory(
                  holders.given() ? Inventory.Counting.ALWAYS : Inventory.Counting.WHERE_QUICK);
      JobUses uses = JobUses.of(loaded, offline);
      catalogue = CatalogueReport.of(name, inventory, uses::of);
      uses.remarks().forEach(remark -> terminal.say(EventKind.REMARK, remark));
    }
    return told(catalogue).code();
  }

  private Optional<RequestedFile> file(LoadedJob loaded) {
    if (out.given().equals(STDOUT)) {
      return Optional.empty();
    }
    if (!definitions.given()) {
      throw new WrongInput("--out goes with --definitions; the list itself goes to stdout");
    }
    return Optional.of(
        RequestedFile.of(
                "--out",
                Path.of(out.given()),
                force.overwriting().never(new NeededFiles(loaded)::has))
            .checked());
  }

  private ExitCode defined(String name, OpenedTenant target, Optional<RequestedFile> file)
      throws IOException {
    RoleList roles =
        inspection(target)
            .roles()
            .orElseThrow(
                () ->
                    new WrongInput(
                        "a "
                            + target.workspace().vocabulary().tenant()
                            + " of this vendor does not tell what its roles let people do"));
    String text = RoleDefinitionsText.of(name, target.workspace().vocabulary(), roles);
    if (file.isPresent()) {
      file.get().write(to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    } else {
      Writer writer = terminal.writer();
      writer.write(text);
      writer.flush();
    }
    roles.gaps().forEach(gap -> terminal.say(EventKind.NOTE, gap.what() + ": " + gap.why()));
    return roles.gaps().isEmpty() ? ExitCode.DONE : ExitCode.UNAVAILABLE;
  }

  /** One whose name may not be read has names to offer all the same. */
  private String nameOf(OpenedTenant target) {
    try {
      return target.identify().name();
    } catch (AccessRefused e) {
      terminal.say(EventKind.NOTE, String.valueOf(e.getMessage()));
      return "The " + target.workspace().vocabulary().tenant();
    }
  }

  private static Inspection inspection(OpenedTenant target) {
    return new ReadOnlyTenant(target.workspace())
        .inspection()
        .orElseThrow(
            () ->
                new WrongInput(
                    "a "
                        + target.workspace().vocabulary().tenant()
                        + " of this vendor does not list what it offers"));
  }

  private ExitCode told(CatalogueReport catalogue) throws IOException {
    Writer out = terminal.writer();
    writer().write(catalogue, out);
    out.flush();
    if (!common.quiet.given() && !catalogue.isCounted() && catalogue.gaps().isEmpty()) {
      terminal.say(
          EventKind.REMARK,
          "--holders counts also what has a list of its own for each holder or place: a request"
              + " each");
    }
    return catalogue.gaps().isEmpty() ? ExitCode.DONE : ExitCode.UNAVAILABLE;
  }

  private CatalogueWriter writer() {
    return switch (common.format.given()) {
      case text -> new CatalogueText(terminal.palette(common));
      case json -> new CatalogueJson();
      case markdown -> new CatalogueMarkdown();
    };
  }
}
