package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.source.FileChoice;
import dev.rollcall.source.jdbc.FurtherDrivers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where a roster comes from. */
public sealed interface SourceSpec
    permits SourceSpec.CsvSpec, SourceSpec.ExcelSpec, SourceSpec.JdbcSpec {

  /** What it is called in reports; unique among the sources. */
  Located<JobName> name();

  /** How its rows are understood. */
  RosterSpec roster();

  /** How its assignments are understood, where it has some beside its people. */
  Optional<AssignmentsSpec> joined();

  /** What the one function for its kind makes of it. */
  <R> R fold(
      Function<CsvSpec, R> ofCsv, Function<ExcelSpec, R> ofExcel, Function<JdbcSpec, R> ofJdbc);

  /** A CSV file. */
  record CsvSpec(
      Located<JobName> name,
      ResolvedPath path,
      FileChoice.Which files,
      Optional<Charset> charset,
      Optional<Delimiter> delimiter,
      Optional<AssignmentsSpec.InFile> assignments,
      RosterSpec roster)
      implements SourceSpec {

    static final Keys KEYS =
        Keys.ofVariant(
            "csv",
            "A file of comma-separated values.",
            Key.of("name", "What the source is called in reports; unique."),
            Key.of("path", "The file, a folder of files, or a pattern such as exports/*.csv."),
            Key.of("files", "Of a folder or a pattern: the newest file, or all of them.", "newest"),
            Key.of("charset", "The character set; detected where left out."),
            Key.of(
                "delimiter", "The character between cells: , ; | or tab; detected where left out."),
            Key.of(
                "assignments", "A file with what these people are to hold, one assignment a row."),
            Key.inlined("roster"));

    @Override
    public Optional<AssignmentsSpec> joined() {
      return assignments.map(AssignmentsSpec.InFile::rows);
    }

    @Override
    public <R> R fold(
        Function<CsvSpec, R> ofCsv, Function<ExcelSpec, R> ofExcel, Function<JdbcSpec, R> ofJdbc) {
      return ofCsv.apply(this);
    }
  }

  /** A sheet of a workbook. */
  record ExcelSpec(
      Located<JobName> name,
      ResolvedPath path,
      FileChoice.Which files,
      Optional<String> sheet,
      Optional<Integer> headerRow,
      Optional<Secret> password,
      Optional<AssignmentsSpec.InSheet> assignments,
      RosterSpec roster)
      implements SourceSpec {

    static final Keys KEYS =
        Keys.ofVariant(
            "excel",
            "A sheet of an Excel workbook.",
            Key.of("name", "What the source is called in reports; unique."),
            Key.of(
                "path",
                "The workbook (.xlsx, .xlsm or .xls, whatever its name), a folder of them, or a"
                    + " pattern."),
            Key.of("files", "Of a folder or a pattern: the newest file, or all of them.", "newest"),
            Key.of(
                "sheet",
                "The sheet by name, or by number from 1. Left out: the only one with a header that is"
                    + " recognised."),
            Key.of(
                "header-row",
                "The row that holds the headers, from 1; found below titles where left out."),
            Key.of("password", "The workbook's password."),
            Key.of(
                "assignments", "A sheet with what these people are to hold, one assignment a row."),
            Key.inlined("roster"));

    /** Checks that the row is one of a sheet. */
    public ExcelSpec {
      if (headerRow.filter(row -> row < 1).isPresent()) {
        throw new WrongValue("header-row", "must be at least 1", "rows are counted from 1");
      }
    }

    @Override
    public Optional<AssignmentsSpec> joined() {
      return assignments.map(AssignmentsSpec.InSheet::rows);
    }

    @Override
    public <R> R fold(
        Function<CsvSpec, R> ofCsv, Function<ExcelSpec, R> ofExcel, Function<JdbcSpec, R> ofJdbc) {
      return ofExcel.apply(this);
    }
  }

  /** A query on a database. */
  record JdbcSpec(
      Located<JobName> name,
      JdbcAddress url,
      Optional<String> username,
      Optional<Secret> password,
      Optional<String> query,
      Optional<ResolvedPath> queryFile,
      Duration connectTimeout,
      Duration queryTimeout,
      Optional<TlsSpec> tls,
      Map<String, DriverProperty> properties,
      FurtherDrivers drivers,
      Optional<AssignmentsSpec.InQuery> assignments,
      RosterSpec roster)
      implements SourceSpec {

    static final Keys KEYS =
        Keys.ofVariant(
            "jdbc",
            "A query on a database, read only.",
            Key.of("name", "What the source is called in reports; unique."),
            Key.of("url", "The database: jdbc:postgresql://host/database."),
            Key.of("username", "Who reads."),
            Key.of("password", "The reader's password."),
            Key.of("query", "What is read; its column names are the headers."),
            Key.of("query-file", "The file that holds the query, instead of query."),
            Key.of("connect-timeout", "How long to wait until the database lets us in.", "10s"),
            Key.of("query-timeout", "How long the query may take, its last row included.", "10m"),
            Key.of("tls", "How the connection is protected; as the driver does where left out."),
            Key.of("properties", "Whatever else the driver is to know, under its own names.", "{}"),
            Key.of(
                "drivers",
                "A folder with the jars of further drivers, asked before those on board; that of"
                    + " ROLLCALL_DRIVERS only where none of those reads the address.",
                "\"${env:ROLLCALL_DRIVERS:-}\""),
            Key.of(
                "assignments", "A query for what these people are to hold, one assignment a row."),
            Key.inlined("roster"));

    /** Checks that there is one query; copies. */
    public JdbcSpec {
      if (query.isPresent() == queryFile.isPresent()) {
        throw new WrongValue(
            queryFile.isPresent() ? "query-file" : "",
            queryFile.isPresent() ? "stands beside query" : "needs \"query\" or \"query-file\"",
            "write one of them");
      }
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    @Override
    public Optional<AssignmentsSpec> joined() {
      return assignments.map(AssignmentsSpec.InQuery::rows);
    }

    @Override
    public <R> R fold(
        Function<CsvSpec, R> ofCsv, Function<ExcelSpec, R> ofExcel, Function<JdbcSpec, R> ofJdbc) {
      return ofJdbc.apply(this);
    }
  }
}
