package dev.rollcall.planning;

import dev.rollcall.job.JobRules;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.rules.JoiningDetails;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.security.Secrets;
import dev.rollcall.source.ReadAhead;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.FirstRows;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.RowMapper;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reading of the rosters of a job: rows of one source after the other, people before the
 * assignments that are joined to them, each mapped by its source's own mapper, gathered by person.
 * Single use; what it has open is closed by {@link #close}.
 */
public final class RosterReading implements AutoCloseable {

  private final LocalDate today;
  private final Destination destination;
  private final List<SourceSpec> specs;
  private final Sources sources;
  private final Secrets secrets;
  private final RuleBook rules;
  private final JoiningDetails details;
  private final Gathering gathering;
  private final SourceRemarks remarks;
  private final Deque<Opened> waiting = new ArrayDeque<>();
  private final List<Opened> unsettled = new ArrayList<>();
  private final List<Opened> all = new ArrayList<>();
  private Optional<Gathered> sealed = Optional.empty();
  private boolean isOpen;
  private @Nullable Opened current;

  /** A source whose header was read. */
  private record Opened(Source.Rows rows, RowMapper mapper) {}

  /**
   * A reading that has read nothing yet.
   *
   * @param destination the tenant in which rows state rights
   */
  public RosterReading(LoadedJob loaded, LocalDate today, Destination destination) {
    JobFile job = loaded.file();
    this.today = today;
    this.destination = destination;
    this.specs = job.sources();
    this.secrets = loaded.secrets();
    this.rules = JobRules.book(loaded, today);
    this.details = JobRules.details(job);
    this.remarks = new SourceRemarks(rules);
    this.sources =
        new Sources(
            new Sources.Circumstances(today, job.timeZone(), destination, loaded.conditions()),
            rules::comparesAsDate);
    this.gathering =
        new Gathering(
            Sources.declared(specs),
            // An attribute that no rule mentions decides about nothing: contradictions are
            // harmless.
            rules::looksAt);
  }

  /** One of another job, on the same day and for the same workspace. */
  RosterReading likewise(LoadedJob other) {
    return new RosterReading(other, today, destination);
  }

  /**
   * The next row of the source at hand, or of the next one.
   *
   * @return empty when all sources are read
   * @throws UnreadableSource where a source as a whole is wrong, or reads nothing
   * @throws UnusableRules where a rule names an attribute that no source has
   */
  public Optional<RosterRow> next() {
    openAll();
    while (current != null) {
      Row row = current.rows().next();
      if (row != null) {
        return Optional.of(new RosterRow(row, current.mapper(), current.rows().place()));
      }
      finish(current);
      current = waiting.poll();
    }
    return Optional.empty();
  }

  /** Every header is read before the first row: what is wrong with any of them ends the reading. */
  private void openAll() {
    if (isOpen) {
      return;
    }
    isOpen = true;
    List<Problem> problems = new ArrayList<>();
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (SourceSpec spec : specs) {
      try {
        for (SourcePart part : sources.parts(spec)) {
          List<String> known = open(part).mapper().attributes();
          attributes.merge(spec.name().value().toString(), known, RosterReading::both);
        }
      } catch (UnreadableSource e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new UnreadableSource(problems);
    }
    List<Problem> unknown = new ArrayList<>(rules.unknownAttributes(attributes.values()));
    unknown.addAll(details.unknown(attributes.values()));
    if (!unknown.isEmpty()) {
      throw new UnusableRules(unknown);
    }
    rules.partlyKnown(attributes).forEach(remarks::add);
    current = waiting.poll();
  }

  /** Some of what is worth knowing about a source shows only when it is read to its end. */
  private void finish(Opened opened) {
    remarks.add(opened.rows().place(), opened.rows().remarks());
    opened.rows().close();
    unsettled.add(opened);
  }

  /**
   * Rows that could only be understood when all were seen are mapped and gathered now. Not sooner:
   * rows may be mapped later than read.
   */
  private void settle(Witness witness) {
    for (Opened opened : unsettled) {
      Place place = opened.rows().place();
      for (Row row : opened.mapper().settle()) {
        RosterRow found = new RosterRow(row, opened.mapper(), place);
        MappedRow mapped = map(found);
        witness.saw(found, mapped);
        gather(mapped);
      }
    }
    unsettled.clear();
  }

  private static List<String> both(List<String> one, List<String> two) {
    return Stream.concat(one.stream(), two.stream()).distinct().toList();
  }

  private Opened open(SourcePart part) {
    FirstRows rows = new FirstRows(new ReadAhead(new MaskingSource(part.source(), secrets).open()));
    try {
      RowMapper mapper = part.mapping().apply(rows.profile(today));
      Opened opened = new Opened(rows, mapper);
      waiting.add(opened);
      all.add(opened);
      return opened;
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /** What a row comes to, by the mapper of its own source: rows may be mapped later than read. */
  public MappedRow map(RosterRow found) {
    return found.mapper().map(found.row());
  }

  /** Takes it in. */
  public void gather(MappedRow mapped) {
    gathering.add(mapped);
  }

  /** Everything that was gathered. Ends the reading. */
  public Gathered seal() {
    if (sealed.isPresent()) {
      return sealed.get();
    }
    settle(Witness.NONE);
    Gathered gathered = gathering.gathered();
    sealed = Optional.of(gathered);
    all.forEach(each -> remarks.columns(each.rows().place(), each.mapper()));
    gathered.notOurs().forEach(remarks::add);
    refuseEmpty(gathered);
    return gathered;
  }

  private static void refuseEmpty(Gathered gathered) {
    List<Problem> nothing =
        gathered.rowsPerSource().entrySet().stream()
            .filter(source -> source.getValue() == 0)
            .map(source -> nothing(source.getKey(), gathered))
            .toList();
    if (!nothing.isEmpty()) {
      throw new UnreadableSource(nothing);
    }
  }

  private static Problem nothing(String source, Gathered gathered) {
    int leftOut = gathered.leftOut().getOrDefault(source, 0);
    String remedy = "an empty roster never means to remove all";
    return leftOut == 0
        ? new Problem(source, "has no rows", remedy)
        : new Problem(
            source,
            "not one of its rows counts: " + String.join("; ", gathered.notOurs()),
            "check where: and without-address:; " + remedy);
  }

  /** What was gathered, once it is sealed. */
  public Optional<Gathered> sealed() {
    return sealed;
  }

  /** What was noticed about the sources as a whole. */
  public List<String> remarks() {
    return remarks.all();
  }

  /** Reads and gathers everything in one go, where nobody counts chunks. */
  public void gatherAll() {
    gatherAll(Witness.NONE);
  }

  /** The same under the eyes of somebody. */
  public void gatherAll(Witness witness) {
    for (Optional<RosterRow> found = next(); found.isPresent(); found = next()) {
      MappedRow mapped = map(found.get());
      witness.saw(found.get(), mapped);
      gather(mapped);
    }
    settle(witness);
  }

  /** Sees every row with what it came to. */
  @FunctionalInterface
  public interface Witness {

    /** Looks at nothing. */
    Witness NONE = (found, mapped) -> {};

    /** A row, and what it came to. */
    void saw(RosterRow found, MappedRow mapped);
  }

  @Override
  public void close() {
    if (current != null) {
      finish(current);
      current = null;
    }
    waiting.forEach(opened -> opened.rows().close());
    waiting.clear();
  }
}
