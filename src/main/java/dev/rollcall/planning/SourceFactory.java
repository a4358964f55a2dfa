package dev.rollcall.planning;

import dev.rollcall.job.spec.AssignmentsSpec;
import dev.rollcall.job.spec.Delimiter;
import dev.rollcall.job.spec.ResolvedPath;
import dev.rollcall.job.spec.Secret;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.spec.TlsSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.source.FileChoice;
import dev.rollcall.source.Source;
import dev.rollcall.source.SteadyFile;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.HeaderSearch;
import dev.rollcall.source.csv.CsvSettings;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.excel.ExcelSettings;
import dev.rollcall.source.excel.ExcelSource;
import dev.rollcall.source.gather.DeclaredSource;
import dev.rollcall.source.jdbc.JdbcSettings;
import dev.rollcall.source.jdbc.JdbcSource;
import dev.rollcall.source.jdbc.Login;
import dev.rollcall.source.jdbc.Query;
import dev.rollcall.source.jdbc.Timeouts;
import dev.rollcall.source.jdbc.Tls;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sources that a part of a job file declares, ready to be opened: one for each file. */
final class SourceFactory {

  private static final Set<String> WORKBOOKS = Set.of(".xlsx", ".xlsm", ".xls");
  private static final Set<String> CSV_FILES = Set.of(".csv", ".tsv", ".txt");

  private SourceFactory() {}

  /** Where the rows of a source are: one source for each file. */
  static List<Source> people(SourceSpec spec) {
    return spec.fold(
        csv -> {
          Map<String, ColumnSpec> named = columns(csv.roster().columns());
          return files(csv.path(), csv.files(), CSV_FILES, file -> csvSource(csv, file, named));
        },
        excel ->
            files(
                excel.path(),
                excel.files(),
                WORKBOOKS,
                file -> new ExcelSource(settings(excel, file))),
        jdbc -> List.of(new JdbcSource(settings(jdbc))));
  }

  /** Where the assignments that belong to the people of a source are. */
  static List<Source> assignments(SourceSpec spec) {
    return spec.fold(
        csv -> {
          AssignmentsSpec.InFile assignments = csv.assignments().orElseThrow();
          Map<String, ColumnSpec> named = columns(assignments.rows().columns());
          return files(
              assignments.path(), csv.files(), CSV_FILES, file -> csvSource(csv, file, named));
        },
        excel ->
            files(
                pathOfAssignments(excel),
                excel.files(),
                WORKBOOKS,
                file -> new ExcelSource(assignmentSettings(excel, file))),
        jdbc -> List.of(new JdbcSource(assignmentSettings(jdbc))));
  }

  private static List<Source> files(
      ResolvedPath path,
      FileChoice.Which which,
      Set<String> endings,
      Function<FileChoice.Chosen, Source> reading) {
    return choice(path, which, endings).files().stream()
        .<Source>map(file -> new SteadyFile(reading.apply(file), file))
        .toList();
  }

  /**
   * The files that a source is read from by now.
   *
   * @throws dev.rollcall.source.UnreadableSource where a folder or pattern has none
   */
  static List<Path> files(SourceSpec spec) {
    Stream<FileChoice> choices =
        spec.fold(
            csv ->
                Stream.concat(
                    Stream.of(choice(csv.path(), csv.files(), CSV_FILES)),
                    csv.assignments().stream()
                        .map(joined -> choice(joined.path(), csv.files(), CSV_FILES))),
            excel ->
                Stream.concat(
                    Stream.of(choice(excel.path(), excel.files(), WORKBOOKS)),
                    excel.assignments().flatMap(AssignmentsSpec.InSheet::path).stream()
                        .map(path -> choice(path, excel.files(), WORKBOOKS))),
            jdbc -> Stream.empty());
    return choices.flatMap(each -> each.files().stream()).map(FileChoice.Chosen::path).toList();
  }

  private static FileChoice choice(ResolvedPath path, FileChoice.Which which, Set<String> endings) {
    return new FileChoice(path.path(), path.label(), which, endings);
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
    FileChoice choice = choice(path, excel.files(), WORKBOOKS);
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
            jdbc.tls().map(SourceFactory::tls).orElse(Tls.DRIVERS_OWN),
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

  /** The columns by roster field. */
  static Map<String, ColumnSpec> columns(Map<String, Located<ColumnSpec>> specs) {
    Map<String, ColumnSpec> columns = new HashMap<>();
    specs.forEach((field, column) -> columns.put(field, column.value()));
    return columns;
  }

  static String nameOf(SourceSpec spec) {
    return spec.name().value().toString();
  }
}
