package dev.rollcall.planning;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.report.roster.RosterReport;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Remark;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.PersonRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The desired side of a job, made of its rosters before any workspace is asked. */
public final class DesiredRoster {

  /**
   * What it came to.
   *
   * @param tooManyBadRows why no run would go on with it; empty where one would
   */
  public record Result(RosterReport report, Optional<Problem> tooManyBadRows) {}

  private final LoadedJob loaded;
  private final LocalDate today;
  private final Map<Email, List<Origin>> rows = new HashMap<>();

  private DesiredRoster(LoadedJob loaded, LocalDate today) {
    this.loaded = loaded;
    this.today = today;
  }

  /** Reads everything. */
  public static Result of(LoadedJob job, OfflineTenant offline) {
    LocalDate today = LocalDate.ofInstant(offline.now(), job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, offline.destination())) {
      return new DesiredRoster(job, today).make(reading);
    }
  }

  private Result make(RosterReading reading) {
    reading.gatherAll((found, mapped) -> remember(mapped));
    Gathered gathered = reading.seal();
    DesiredSide.Made made = Planner.desire(loaded, gathered, today);
    List<Problem> problems = new ArrayList<>(gathered.problems());
    problems.addAll(made.problems());
    List<String> remarks = new ArrayList<>(reading.remarks());
    remarks.addAll(made.remarks());
    gathered.remarks().forEach(remark -> remarks.add(line(remark)));
    RosterReport report =
        new RosterReport(
            loaded.file().name().toString(),
            today,
            made.desired(),
            rows,
            statusOrigins(gathered),
            starts(gathered),
            problems,
            gathered.rejects().size(),
            gathered.leftOutRows(),
            remarks);
    return new Result(report, gathered.tooManyBadRows(loaded.file().safety().badRows().fraction()));
  }

  private static String line(Remark remark) {
    return (remark.origin().isEmpty() ? "" : remark.origin() + ": ")
        + (remark.subject().isEmpty() ? "" : remark.subject() + ": ")
        + remark.detail();
  }

  /** Merged rows no longer know of each other. */
  private void remember(MappedRow mapped) {
    mapped.fold(
        person -> rows.merge(person.email(), List.of(person.row()), DesiredRoster::both),
        reject -> List.of(),
        leftOut -> List.of(),
        later -> List.of());
  }

  private static List<Origin> both(List<Origin> some, List<Origin> more) {
    List<Origin> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static Map<Email, Origin> statusOrigins(Gathered gathered) {
    Map<Email, Origin> origins = new HashMap<>();
    gathered.people().forEach(person -> origins.put(person.email(), person.statusOrigin()));
    return origins;
  }

  /** The first day of those who start later, as their cell has it, and of those who come back. */
  private static Map<Email, String> starts(Gathered gathered) {
    Map<Email, String> starts = new HashMap<>();
    gathered
        .people()
        .forEach(
            person -> {
              if (person.status() == Status.FUTURE) {
                starts.put(person.email(), start(person));
              } else if (person.status() == Status.LEFT) {
                person
                    .validity()
                    .startsOn()
                    .ifPresent(day -> starts.put(person.email(), day.toString()));
              }
            });
    return starts;
  }

  private static String start(PersonRecord person) {
    Origin origin = person.statusOrigin();
    List<String> headers = origin.place().columns();
    String key = headers.get(origin.column()).toLowerCase(Locale.ROOT);
    return person.attributes().getOrDefault(key, "");
  }
}
