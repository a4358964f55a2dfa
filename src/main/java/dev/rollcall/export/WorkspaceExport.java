package dev.rollcall.export;

import static java.util.stream.Collectors.joining;

import dev.rollcall.apply.Progress;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.job.spec.NameScope;
import dev.rollcall.job.spec.ScopeSpec;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.RosterProof;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.ReadOnlyTenant;
import dev.rollcall.tenant.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Exports a workspace: reads it, writes what a roster can say of it, reads that again as a sync
 * would, and gives it out only where nothing is left to do then.
 */
public final class WorkspaceExport {

  private final ExportOrder order;
  private final ReferenceSources surroundings;
  private final Progress progress;

  /** Nothing is asked yet. */
  public WorkspaceExport(ExportOrder order, ReferenceSources surroundings, Progress progress) {
    this.order = order;
    this.surroundings = surroundings;
    this.progress = progress;
  }

  /**
   * What can be seen to be wrong with the order before anybody is asked.
   *
   * @throws CannotExport where anything is
   */
  public void check() {
    ExportPlaces.check(order);
  }

  /**
   * Does it.
   *
   * @throws CannotExport where nobody is to be exported, or the roster would plan something
   */
  public Export of(OpenedTenant target) {
    Tenant workspace = new ReadOnlyTenant(target.workspace());
    progress.phase("reading the " + target.workspace().vocabulary().tenant(), 0);
    Identity identity = target.identify();
    Scope scope = wide();
    Snapshot snapshot = workspace.snapshot(scope);
    ExportedRoster roster = new RosterExtract(scope, snapshot, target.destination()).make();
    if (roster.people().isEmpty()) {
      throw new CannotExport(
          order.job().label(),
          "no member of the " + snapshot.vocabulary().tenant() + " is in the scope of this job",
          "look at scope.emails, or say --everybody");
    }
    progress.phase("writing " + order.out().map(Object::toString).orElse("the roster"), 0);
    try (ExportPlaces places = ExportPlaces.of(order)) {
      places.form().write(places.roster(), roster.rows());
      AdoptingJob job = AdoptingJob.of(order, roster, places, surroundings);
      List<String> remarks =
          proven(
              job,
              reading ->
                  new RosterProof(reading, roster.stated(), target.destination())
                      .against(identity.key(), snapshot, target.clock().instant()));
      String text = order.out().isEmpty() ? text(places) : "";
      places.keep();
      return told(snapshot, roster, job, new Told(text, remarks));
    } catch (IOException e) {
      throw ExportPlaces.failed(order, e);
    }
  }

  /** What to know of how it has to be read. */
  private List<String> proven(AdoptingJob job, Function<LoadedJob, List<Problem>> proof) {
    if (order.jobFile().isEmpty() && proof.apply(job.recognising()).isEmpty()) {
      return List.of();
    }
    List<Problem> wrong = proof.apply(job.naming());
    if (!wrong.isEmpty()) {
      throw new CannotExport(wrong);
    }
    return order.jobFile().isPresent()
        ? List.of()
        : List.of(
            "what stands in its columns looks like something else, so a job has to name them:"
                + " columns: { "
                + job.headers().stream().map(each -> each + ": " + each).collect(joining(", "))
                + " }");
  }

  private record Told(String text, List<String> remarks) {}

  /** Without the mark for spreadsheets: programs read it. */
  private static String text(ExportPlaces places) throws IOException {
    return Files.readString(places.roster(), StandardCharsets.UTF_8).substring(1);
  }

  private Export told(Snapshot snapshot, ExportedRoster roster, AdoptingJob job, Told told) {
    List<Problem> leftOut = new ArrayList<>(roster.leftOut());
    leftOut.addAll(job.leftOut());
    List<String> remarks = new ArrayList<>(roster.remarks());
    remarks.addAll(job.remarks());
    remarks.addAll(told.remarks());
    if (snapshot.vocabulary().invites()) {
      remarks.add(
          "who is invited and has not accepted is not in it, for invitations are not listed");
    }
    return new Export(
        told.text(),
        roster.people().size(),
        snapshot.foreign(),
        order.jobFile().isPresent() ? job.job().file().groups().size() : 0,
        leftOut,
        roster.whole(),
        remarks);
  }

  /** All names, mentioned or not, and no limit to some people where everybody is asked for. */
  private Scope wide() {
    ScopeSpec spec = order.job().file().scope();
    return new ScopeSpec(
            order.everybody() ? List.of(new EmailGlob("*")) : spec.emails(),
            wide(spec.groups()),
            wide(spec.projects()),
            wide(spec.workspaces()),
            spec.managedByIdp())
        .resolve(order.job().file().vocabulary(), MentionedNames.NOTHING, NamePatterns.ALL);
  }

  private static NameScope wide(NameScope scope) {
    return scope instanceof NameScope.Listed ? new NameScope.All() : scope;
  }
}
