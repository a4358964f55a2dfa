package dev.rollcall.testing;

import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.rules.ConditionCompiler;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.rules.Grant;
import dev.rollcall.rules.OwnedGroup;
import dev.rollcall.rules.Rule;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.HeaderSearch;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RowSelection;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.csv.CsvSettings;
import dev.rollcall.source.excel.ExcelSettings;
import dev.rollcall.source.gather.DeclaredSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.gather.Remark;
import dev.rollcall.source.jdbc.Login;
import dev.rollcall.source.jdbc.Tls;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.Validity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What tests begin with where most of it is as usual: settings, rows and rules. */
public final class Given {

  private Given() {}

  /** Rows that are a person each. */
  public static MappingSettings mapping(
      String source,
      Map<String, ColumnSpec> columns,
      StatusWords status,
      LocalDate today,
      Destination destination) {
    return mapping(source, columns, status, today, destination, Shape.PEOPLE);
  }

  /** Rows with dates as they are usually written. */
  public static MappingSettings mapping(
      String source,
      Map<String, ColumnSpec> columns,
      StatusWords status,
      LocalDate today,
      Destination destination,
      Shape shape) {
    return mapping(
        source, columns, status, today, destination, shape, DateStyle.usual(), key -> false);
  }

  /** Rows all of which are about people of ours. */
  public static MappingSettings mapping(
      String source,
      Map<String, ColumnSpec> columns,
      StatusWords status,
      LocalDate today,
      Destination destination,
      Shape shape,
      DateStyle dates,
      Predicate<String> compared) {
    return new MappingSettings(
        source, columns, status, today, destination, shape, dates, compared, RowSelection.ALL);
  }

  /** One of rows all of which are about people of ours. */
  public static Gathered gathered(
      List<PersonRecord> people,
      List<Reject> rejects,
      List<Problem> problems,
      Map<Email, String> held,
      boolean anybodyMayBeMissing,
      Map<String, Integer> sizes,
      Map<String, Integer> rowsPerSource,
      List<Remark> remarks) {
    return new Gathered(
        people,
        rejects,
        problems,
        held,
        anybodyMayBeMissing,
        sizes,
        rowsPerSource,
        Map.of(),
        List.of(),
        remarks);
  }

  /** One of sources of people, in which every attribute may decide about access. */
  public static Gathering gathering(List<String> sources, OnConflict onConflict) {
    return gathering(sources, onConflict, key -> true);
  }

  /** One of sources of people that all treat conflicts alike. */
  public static Gathering gathering(
      List<String> sources, OnConflict onConflict, Predicate<String> decisive) {
    return new Gathering(
        sources.stream()
            .map(source -> new DeclaredSource(source, Shape.PEOPLE, onConflict))
            .toList(),
        decisive);
  }

  /** Without an end; the status stands in the row itself. */
  public static PersonRecord person(
      String source,
      Email email,
      String name,
      Status status,
      Map<String, String> attributes,
      Set<RightsColumn> columns,
      List<Claim> claims,
      Origin row,
      Origin statusOrigin) {
    return new PersonRecord(
        source,
        email,
        name,
        "",
        "",
        status,
        attributes,
        columns,
        claims,
        row.place(),
        row.row(),
        statusOrigin.column(),
        Validity.ALWAYS);
  }

  /** A row that could be anybody's where it has no readable address. */
  public static Reject reject(
      String source, List<String> header, Row row, Optional<Email> email, List<Problem> problems) {
    return new Reject(source, header, row, email, problems, email.isEmpty(), false);
  }

  /** A file of which everything else is to be found out. */
  public static CsvSettings csv(String name, Path path) {
    return new CsvSettings(
        name,
        path,
        String.valueOf(path.getFileName()),
        Optional.empty(),
        Optional.empty(),
        HeaderSearch.usual());
  }

  /** A workbook of which everything else is to be found out. */
  public static ExcelSettings excel(String name, Path path) {
    return new ExcelSettings(
        name,
        path,
        String.valueOf(path.getFileName()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HeaderSearch.usual());
  }

  /** The same with another header row. */
  public static ExcelSettings withHeaderRow(ExcelSettings of, int row) {
    return new ExcelSettings(
        of.name(),
        of.path(),
        of.label(),
        of.sheet(),
        Optional.of(row),
        of.password(),
        of.headers());
  }

  /** The same with a password. */
  public static ExcelSettings withPassword(ExcelSettings of, String secret) {
    return new ExcelSettings(
        of.name(),
        of.path(),
        of.label(),
        of.sheet(),
        of.headerRow(),
        Optional.of(secret),
        of.headers());
  }

  /** One that says nothing but the address. */
  public static Login login(String url) {
    return new Login(
        JdbcAddress.of(url), Optional.empty(), Optional.empty(), Tls.DRIVERS_OWN, Map.of());
  }

  /** The same with a name and a password. */
  public static Login as(Login of, String user, String secret) {
    return new Login(
        of.address(), Optional.of(user), Optional.of(secret), of.tls(), of.properties());
  }

  /** The same protected like this. */
  public static Login protectedBy(Login of, Tls tls) {
    return new Login(of.address(), of.username(), of.password(), tls, of.properties());
  }

  /** A book without rules. */
  public static RuleBook noRules() {
    return RuleBook.compile(List.of(), LocalDate.EPOCH, new ConditionCompiler());
  }

  /** A rule whose text stands in the job file as it is, from its origin on. */
  public static Rule rule(String name, String when, Origin origin, List<Grant> grants) {
    return new Rule(name, when, origin, grants, (line, column) -> asItIs(origin, line, column));
  }

  private static String asItIs(Origin origin, int line, int column) {
    if (origin.column() < 0) {
      return origin.toString();
    }
    int offset = line == 1 ? origin.column() : 0;
    return origin.place().label() + ":" + (origin.row() + line - 1) + ":" + (offset + column + 1);
  }

  /** One of long ago, when nothing ends soon. */
  public static DesiredSide desiredSide(
      Vocabulary vocabulary, RuleBook rules, List<OwnedGroup> groups) {
    return new DesiredSide(vocabulary, rules, groups, LocalDate.MIN);
  }
}
