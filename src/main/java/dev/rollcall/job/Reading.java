package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Environment;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Gathered;
import dev.rollcall.source.Gathering;
import dev.rollcall.source.Mapped;
import dev.rollcall.source.OnConflict;
import dev.rollcall.source.Row;
import dev.rollcall.source.RowMapper;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rosters of a job: rows of one source after the other, each mapped by its source's own
 * mapper, gathered by person. Single use; what it has open is closed by {@link #close}.
 */
public final class Reading implements AutoCloseable {

  private final List<SourceSpec> specs;
  private final LocalDate today;
  private final List<Environment> environments;
  private final Gathering gathering;
  private final List<String> remarks = new ArrayList<>();
  private Optional<Gathered> sealed = Optional.empty();
  private int position = -1;
  private Source.Rows rows;
  private RowMapper mapper;

  /**
   * A reading that has read nothing yet.
   *
   * @param environments those that a role or a project without environment speaks about
   */
  public Reading(JobFile job, LocalDate today, List<Environment> environments) {
    this.specs = job.sources();
    this.today = requireNonNull(today, "today");
    this.environments = List.copyOf(environments);
    boolean first =
        specs.stream().anyMatch(spec -> spec.roster().onConflict() == RosterSpec.OnConflict.FIRST);
    this.gathering =
        new Gathering(
            specs.stream().map(spec -> spec.name().value().toString()).toList(),
            first ? OnConflict.FIRST : OnConflict.PROBLEM,
            // An attribute that no rule mentions decides about nothing: contradictions are
            // harmless.
            attribute ->
                job.rules().stream().anyMatch(rule -> rule.when().value().contains(attribute)));
  }

  /**
   * The next row of the source at hand, or of the next one.
   *
   * @return empty when all sources are read
   * @throws UnreadableSource where a source as a whole is wrong, or reads nothing
   */
  public Optional<Row> next() {
    while (true) {
      Row row = rows == null ? null : rows.next();
      if (row != null) {
        return Optional.of(row);
      }
      close();
      if (position + 1 >= specs.size()) {
        return Optional.empty();
      }
      open(++position);
    }
  }

  private void open(int next) {
    Source source = Sources.of(specs.get(next));
    rows = source.open();
    mapper = RowMapper.of(Sources.mapping(specs.get(next), today, environments), rows.place());
  }

  /** What a row of the source at hand comes to. */
  public Mapped map(Row row) {
    return mapper.map(row);
  }

  /** Takes it in. */
  public void gather(Mapped mapped) {
    gathering.add(mapped);
  }

  /** Everything that was gathered. Ends the reading. */
  public Gathered seal() {
    Gathered gathered = gathering.gathered();
    sealed = Optional.of(gathered);
    List<Problem> nothing = new ArrayList<>();
    gathered
        .rowsPerSource()
        .forEach(
            (source, count) -> {
              if (count == 0) {
                nothing.add(
                    new Problem(
                        source, "has no rows", "an empty roster never means to remove all"));
              }
            });
    if (!nothing.isEmpty()) {
      throw new UnreadableSource(nothing);
    }
    return gathered;
  }

  /** What was gathered, once it is sealed. */
  public Optional<Gathered> sealed() {
    return sealed;
  }

  /** What was noticed about the sources as a whole. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Reads and gathers everything in one go, where nobody counts chunks. */
  public void gatherAll() {
    for (Optional<Row> row = next(); row.isPresent(); row = next()) {
      gather(map(row.get()));
    }
  }

  @Override
  public void close() {
    if (rows != null) {
      // Some of what is worth knowing about a source shows only when it is read to its end.
      remarks.addAll(rows.remarks());
      rows.close();
      rows = null;
    }
  }
}
