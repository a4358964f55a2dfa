package dev.rollcall.job;

import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Environment;
import dev.rollcall.source.ColumnSpec;
import dev.rollcall.source.DateStyle;
import dev.rollcall.source.DeclaredSource;
import dev.rollcall.source.FileChoice;
import dev.rollcall.source.Glance;
import dev.rollcall.source.HeaderSearch;
import dev.rollcall.source.Join;
import dev.rollcall.source.RowMapper;
import dev.rollcall.source.RowMapping;
import dev.rollcall.source.Shape;
import dev.rollcall.source.Source;
import dev.rollcall.source.StatusWords;
import dev.rollcall.source.SteadyFile;
import dev.rollcall.source.csv.CsvSettings;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.excel.ExcelSettings;
import dev.rollcall.source.excel.ExcelSource;
import dev.rollcall.source.jdbc.JdbcSettings;
import dev.rollcall.source.jdbc.JdbcSource;
import dev.rollcall.source.jdbc.Login;
import dev.rollcall.source.jdbc.Query;
import dev.rollcall.source.jdbc.Timeouts;
import dev.rollcall.source.jdbc.Tls;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns {@code sources:} of a job file into sources and the way their rows are mapped. */
final class Sources {

  private static final Set<String> WORKBOOKS = Set.of(".xlsx", ".xlsm", ".xls");
  private static final Set<String> CSV_FILES = Set.of(".csv", ".tsv", ".txt");

  private final Circumstances circumstances;
  private final Predicate<String> compared;

  /**
   * Under which rosters are read.
   *
   * @param today the day dates are judged by
   * @param zone whose days moments belong to
   * @param environments those that a role or a project without environment speaks about
   */
  record Circumstances(LocalDate today, ZoneId zone, List<Environment> environments) {
    Circumstances {
      environments = List.copyOf(environments);
    }
  }

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
          new DeclaredSource(nameOf(spec), spec.roster().shape(), spec.roster().onConflict());
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
    RowMapping people = mapping(spec);
    if (spec.joined().isEmpty()) {
      return parts(people(spec), glance -> RowMapper.of(people, glance));
    }
    AssignmentsSpec joined = spec.joined().get();
    Join join = new Join(nameOf(spec), joined.key());
    RowMapping assignments = mapping(spec, joined);
    List<SourcePart> parts =
        new ArrayList<>(parts(people(spec), glance -> join.people(people, glance)));
    parts.addAll(parts(assignments(spec), glance -> join.assignments(assignments, glance)));
    return parts;
  }

  private static List<SourcePart> parts(List<Source> sources, Function<Glance, RowMapper> mapping) {
    return sources.stream().map(source -> new SourcePart(source, mapping)).toList();
  }

  /** Where the rows of a source are: one source for each file. */
  private static List<Source> people(SourceSpec spec) {
    return spec.accept(
        new SourceSpec.Visitor<List<Source>>() {
          @Override
          public List<Source> csv(SourceSpec.CsvSpec csv) {
            Map<String, ColumnSpec> named = columns(csv.roster().columns());
            return files(csv.path(), csv.files(), CSV_FILES, file -> csvSource(csv, file, named));
          }

          @Override
          public List<Source> excel(SourceSpec.ExcelSpec excel) {
            return files(
                excel.path(),
                excel.files(),
                WORKBOOKS,
                file -> new ExcelSource(settings(excel, file)));
          }

          @Override
          public List<Source> jdbc(SourceSpec.JdbcSpec jdbc) {
            return List.of(new JdbcSource(settings(jdbc)));
          }
        });
  }

  /** Where the assignments that belong to the people of a source are. */
  private static List<Source> assignments(SourceSpec spec) {
    return spec.accept(
        new SourceSpec.Visitor<List<Source>>() {
          @Override
          public List<Source> csv(SourceSpec.CsvSpec csv) {
            AssignmentsSpec.InFile assignments = csv.assignments().orElseThrow();
            Map<String, ColumnSpec> named = columns(assignments.rows().columns());
            return files(
                assignments.path(), csv.files(), CSV_FILES, file -> csvSource(csv, file, named));
          }

          @Override
          public List<Source> excel(SourceSpec.ExcelSpec excel) {
            return files(
                pathOfAssignments(excel),
                excel.files(),
                WORKBOOKS,
                file -> new ExcelSource(assignmentSettings(excel, file)));
          }

          @Override
          public List<Source> jdbc(SourceSpec.JdbcSpec jdbc) {
            return List.of(new JdbcSource(assignmentSettings(jdbc)));
          }
        });
  }

  private static List<Source> files(
      ResolvedPath path,
      FileChoice.Which which,
      Set<String> endings,
      Function<FileChoice.Chosen, Source> reading) {
    return new FileChoice(path.path(), path.label(), which, endings)
        .files().stream().<Source>map(file -> new SteadyFile(reading.apply(file), file)).toList();
  }

  private static Source csvSource(
      SourceSpec.CsvSpec csv, FileChoice.Chosen file, Map<String, ColumnSpec> named) {
    return new CsvSource(
        new CsvSettings(
            nameOf(csv),
            file.path(),
            file.label(),
            csv.charset(),
            csv.delimiter().map(Delimiter::character),
            HeaderSearch.naming(named.values())));
  }

  private static ResolvedPath pathOfAssignments(SourceSpec.ExcelSpec excel) {
    return excel.assignments().orElseThrow().path().orElse(excel.path());
  }

  /**
   * The workbook and sheet that the rows of a source, by its own name or that of its assignments,
   * come from; empty where they come from no workbook, or from one of several.
   */
  static Optional<ExcelSettings> workbook(SourceSpec.ExcelSpec excel, String source) {
    boolean people = source.equals(nameOf(excel));
    ResolvedPath path = people ? excel.path() : pathOfAssignments(excel);
    FileChoice choice = new FileChoice(path.path(), path.label(), excel.files(), WORKBOOKS);
    FileChoice.Chosen file = new FileChoice.Chosen(path.path(), path.label(), List.of());
    return choice.isOne()
        ? Optional.of(people ? settings(excel, file) : assignmentSettings(excel, file))
        : Optional.empty();
  }

  private static ExcelSettings settings(SourceSpec.ExcelSpec excel, FileChoice.Chosen file) {
    return new ExcelSettings(
        nameOf(excel),
        file.path(),
        file.label(),
        excel.sheet(),
        excel.headerRow(),
        excel.password().map(Secret::reveal),
        HeaderSearch.naming(columns(excel.roster().columns()).values()));
  }

  private static JdbcSettings settings(SourceSpec.JdbcSpec jdbc) {
    return settings(jdbc, nameOf(jdbc), query(jdbc.query(), jdbc.queryFile()));
  }

  /** The same database, asked something else. */
  private static JdbcSettings assignmentSettings(SourceSpec.JdbcSpec jdbc) {
    AssignmentsSpec.InQuery assignments = jdbc.assignments().orElseThrow();
    return settings(
        jdbc,
        DeclaredSource.joinedName(nameOf(jdbc)),
        query(assignments.query(), assignments.queryFile()));
  }

  private static Query query(Optional<String> text, Optional<ResolvedPath> file) {
    return text.map(Query::of)
        .or(() -> file.map(in -> Query.in(in.path(), in.label())))
        .orElseThrow();
  }

  private static JdbcSettings settings(SourceSpec.JdbcSpec jdbc, String name, Query query) {
    Map<String, String> properties = new LinkedHashMap<>();
    jdbc.properties().forEach((key, value) -> properties.put(key, value.reveal()));
    Login login =
        new Login(
            jdbc.url(),
            jdbc.username(),
            jdbc.password().map(Secret::reveal),
            jdbc.tls().map(Sources::tls).orElse(Tls.DRIVERS_OWN),
            properties);
    return new JdbcSettings(
        name,
        login,
        query,
        new Timeouts(jdbc.connectTimeout(), jdbc.queryTimeout()),
        jdbc.drivers());
  }

  private static Tls tls(TlsSpec tls) {
    return new Tls(tls.mode(), tls.ca().map(ResolvedPath::path));
  }

  private static ExcelSettings assignmentSettings(
      SourceSpec.ExcelSpec excel, FileChoice.Chosen file) {
    AssignmentsSpec.InSheet assignments = excel.assignments().orElseThrow();
    return new ExcelSettings(
        DeclaredSource.joinedName(nameOf(excel)),
        file.path(),
        file.label(),
        Optional.of(assignments.sheet()),
        assignments.headerRow(),
        excel.password().map(Secret::reveal),
        HeaderSearch.naming(columns(assignments.rows().columns()).values()));
  }

  /** How the rows of the source are mapped. */
  private RowMapping mapping(SourceSpec spec) {
    return new RowMapping(
            nameOf(spec),
            columns(spec.roster().columns()),
            spec.roster().status().map(RosterSpec.StatusSpec::words).orElse(StatusWords.USUAL),
            circumstances.today(),
            circumstances.environments(),
            spec.roster().shape(),
            dates(spec.roster()),
            compared)
        .with(Rules.belonging(spec, circumstances.today()));
  }

  private DateStyle dates(RosterSpec roster) {
    return new DateStyle(
        roster.dates().flatMap(DatesWord::order),
        roster.dates().flatMap(DatesWord::pattern),
        Set.copyOf(roster.blank()),
        circumstances.zone());
  }

  /** Assignments are written by the same program as people. */
  private RowMapping mapping(SourceSpec spec, AssignmentsSpec joined) {
    return new RowMapping(
        DeclaredSource.joinedName(nameOf(spec)),
        columns(joined.columns()),
        StatusWords.USUAL,
        circumstances.today(),
        circumstances.environments(),
        Shape.JOINED,
        dates(spec.roster()),
        compared);
  }

  private static Map<String, ColumnSpec> columns(Map<String, Located<ColumnSpec>> specs) {
    Map<String, ColumnSpec> columns = new HashMap<>();
    specs.forEach((field, column) -> columns.put(field, column.value()));
    return columns;
  }

  private static String nameOf(SourceSpec spec) {
    return spec.name().value().toString();
  }
}
