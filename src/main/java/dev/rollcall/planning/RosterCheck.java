package dev.rollcall.planning;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.MissingKinds;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.gather.Gathered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The check for everything that is wrong with the rosters and rules of a job, without a workspace.
 */
public final class RosterCheck {

  /**
   * What was found.
   *
   * @param problems all of them; empty where all is well
   * @param usable whether a run could go on in spite of them
   * @param summary what was read, as a sentence
   * @param remarks what was noticed about sources and rules
   * @param unsure what only the workspace could tell
   */
  public record Result(
      List<Problem> problems,
      boolean usable,
      String summary,
      List<String> remarks,
      List<String> unsure) {
    /** Copies. */
    public Result {
      problems = List.copyOf(problems);
      remarks = List.copyOf(remarks);
      unsure = List.copyOf(unsure);
    }
  }

  private RosterCheck() {}

  /** Reads all rosters and compiles all rules. */
  public static Result of(LoadedJob job, OfflineTenant offline) {
    List<Problem> problems = new ArrayList<>();
    boolean usable = true;
    LocalDate today = LocalDate.ofInstant(offline.now(), job.file().timeZone());
    List<String> remarks = List.of();
    List<String> unsure = List.of();
    String summary = "The rosters could not be read.";
    try (RosterReading reading = new RosterReading(job, today, offline.destination())) {
      reading.gatherAll();
      Gathered gathered = reading.seal();
      problems.addAll(gathered.problems());
      remarks =
          Stream.concat(reading.remarks().stream(), OutOfScope.of(job.file(), gathered).stream())
              .toList();
      unsure = ScopeCheck.byRosters(job.file(), gathered);
      gathered.tooManyBadRows(job.file().safety().badRows().fraction()).ifPresent(problems::add);
      List<Problem> missing = missingKinds(job, gathered, today);
      problems.addAll(missing);
      usable = missing.isEmpty();
      summary =
          "Read "
              + counted(gathered.people().size(), "person", "people")
              + ", set "
              + counted(gathered.rejects().size(), "row", "rows")
              + " aside"
              + (gathered.leftOutRows() == 0 ? "" : ", left " + gathered.leftOutRows() + " out")
              + ".";
    } catch (UnreadableSource | UnusableRules e) {
      problems.addAll(e.problems());
      usable = false;
    }
    return new Result(problems, usable, summary, remarks, unsure);
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** What of it no workspace has that does permissions as the job file says. */
  private static List<Problem> missingKinds(LoadedJob job, Gathered gathered, LocalDate today) {
    NamePatterns scope = OutOfScope.emails(job.file());
    return MissingKinds.of(
        Planner.desire(job, gathered, today).desired(),
        job.file().target().offered(),
        email -> scope.contains(email.address()));
  }
}
