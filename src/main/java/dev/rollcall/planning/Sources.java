package dev.rollcall.planning;

import dev.rollcall.job.JobRules;
import dev.rollcall.job.spec.AssignmentsSpec;
import dev.rollcall.job.spec.RosterSpec;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.rules.ConditionCompiler;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.gather.DeclaredSource;
import dev.rollcall.source.mapping.AssignmentJoin;
import dev.rollcall.source.mapping.RowMapper;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The sources of a job file, each with the way its rows are mapped. */
final class Sources {

  private final Circumstances circumstances;
  private final Predicate<String> compared;

  /**
   * Under which rosters are read.
   *
   * @param today the day dates are judged by
   * @param zone whose days moments belong to
   * @param destination the tenant in which rows state rights
   * @param conditions the compiler of those that say whose rows count
   */
  record Circumstances(
      LocalDate today, ZoneId zone, Destination destination, ConditionCompiler conditions) {}

  /**
   * Those of a job.
   *
   * @param compared the attributes, by key, that rules compare as dates
   */
  Sources(Circumstances circumstances, Predicate<String> compared) {
    this.circumstances = circumstances;
    this.compared = compared;
  }

  /** What gathering must know of all sources, joined ones included. */
  static List<DeclaredSource> declared(List<SourceSpec> specs) {
    List<DeclaredSource> declared = new ArrayList<>();
    for (SourceSpec spec : specs) {
      DeclaredSource source =
          new DeclaredSource(
              SourceFactory.nameOf(spec), spec.roster().shape(), spec.roster().onConflict());
      declared.add(source);
      spec.joined().ifPresent(joined -> declared.add(source.joined()));
    }
    return declared;
  }

  /**
   * All that is to be opened of a source, in this order: people before their assignments.
   *
   * @throws dev.rollcall.source.UnreadableSource where there is no file to open
   */
  List<SourcePart> parts(SourceSpec spec) {
    MappingSettings people = mapping(spec);
    if (spec.joined().isEmpty()) {
      return parts(SourceFactory.people(spec), profile -> RowMapper.of(people, profile));
    }
    AssignmentsSpec joined = spec.joined().get();
    AssignmentJoin join = new AssignmentJoin(SourceFactory.nameOf(spec), joined.key());
    MappingSettings assignments = mapping(spec, joined);
    List<SourcePart> parts =
        new ArrayList<>(parts(SourceFactory.people(spec), profile -> join.people(people, profile)));
    parts.addAll(
        parts(SourceFactory.assignments(spec), profile -> join.assignments(assignments, profile)));
    return parts;
  }

  private static List<SourcePart> parts(
      List<Source> sources, Function<SourceProfile, RowMapper> mapping) {
    return sources.stream().map(source -> new SourcePart(source, mapping)).toList();
  }

  /** How the rows of the source are mapped. */
  private MappingSettings mapping(SourceSpec spec) {
    return new MappingSettings(
        SourceFactory.nameOf(spec),
        SourceFactory.columns(spec.roster().columns()),
        spec.roster().status().map(RosterSpec.StatusSpec::words).orElse(StatusWords.USUAL),
        circumstances.today(),
        circumstances.destination(),
        spec.roster().shape(),
        dates(spec.roster()),
        compared,
        JobRules.belonging(spec, circumstances.today(), circumstances.conditions()));
  }

  private DateStyle dates(RosterSpec roster) {
    return roster
        .dates()
        .orElseGet(() -> DateStyle.usual(circumstances.zone()))
        .with(roster.blank(), circumstances.zone());
  }

  /** Assignments are written by the same program as people. */
  private MappingSettings mapping(SourceSpec spec, AssignmentsSpec joined) {
    return new MappingSettings(
        DeclaredSource.joinedName(SourceFactory.nameOf(spec)),
        SourceFactory.columns(joined.columns()),
        StatusWords.USUAL,
        circumstances.today(),
        circumstances.destination(),
        Shape.JOINED,
        dates(spec.roster()),
        compared,
        RowSelection.ALL);
  }
}
