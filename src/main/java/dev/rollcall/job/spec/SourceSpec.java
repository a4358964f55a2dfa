package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Inline;
import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Variant;
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
  @Variant(value = "csv", description = "A file of comma-separated values.")
  record CsvSpec(
      @Key("What the source is called in reports; unique.") Located<JobName> name,
      @Key("The file, a folder of files, or a pattern such as exports/*.csv.") ResolvedPath path,
      @Key(
              value = "Of a folder or a pattern: the newest file, or all of them.",
              fallback = "newest")
          FileChoice.Which files,
      @Key("The character set; detected where left out.") Optional<Charset> charset,
      @Key("The character between cells: , ; | or tab; detected where left out.")
          Optional<Delimiter> delimiter,
      @Key("A file with what these people are to hold, one assignment a row.")
          Optional<AssignmentsSpec.InFile> assignments,
      @Inline RosterSpec roster)
      implements SourceSpec {
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
  @Variant(value = "excel", description = "A sheet of an Excel workbook.")
  record ExcelSpec(
      @Key("What the source is called in reports; unique.") Located<JobName> name,
      @Key(
              "The workbook (.xlsx, .xlsm or .xls, whatever its name), a folder of them, or a"
                  + " pattern.")
          ResolvedPath path,
      @Key(
              value = "Of a folder or a pattern: the newest file, or all of them.",
              fallback = "newest")
          FileChoice.Which files,
      @Key(
              "The sheet by name, or by number from 1. Left out: the only one with a header that is"
                  + " recognised.")
          Optional<String> sheet,
      @Key("The row that holds the headers, from 1; found below titles where left out.")
          Optional<Integer> headerRow,
      @Key("The workbook's password.") Optional<Secret> password,
      @Key("A sheet with what these people are to hold, one assignment a row.")
          Optional<AssignmentsSpec.InSheet> assignments,
      @Inline RosterSpec roster)
      implements SourceSpec {
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
  @Variant(value = "jdbc", description = "A query on a database, read only.")
  record JdbcSpec(
      @Key("What the source is called in reports; unique.") Located<JobName> name,
      @Key("The database: jdbc:postgresql://host/database.") JdbcAddress url,
      @Key("Who reads.") Optional<String> username,
      @Key("The reader's password.") Optional<Secret> password,
      @Key("What is read; its column names are the headers.") Optional<String> query,
      @Key("The file that holds the query, instead of query.") Optional<ResolvedPath> queryFile,
      @Key(value = "How long to wait until the database lets us in.", fallback = "10s")
          Duration connectTimeout,
      @Key(value = "How long the query may take, its last row included.", fallback = "10m")
          Duration queryTimeout,
      @Key("How the connection is protected; as the driver does where left out.")
          Optional<TlsSpec> tls,
      @Key(value = "Whatever else the driver is to know, under its own names.", fallback = "{}")
          Map<String, DriverProperty> properties,
      @Key(
              value =
                  "A folder with the jars of further drivers, asked before those on board; that of"
                      + " ROLLCALL_DRIVERS only where none of those reads the address.",
              fallback = "\"${env:ROLLCALL_DRIVERS:-}\"")
          FurtherDrivers drivers,
      @Key("A query for what these people are to hold, one assignment a row.")
          Optional<AssignmentsSpec.InQuery> assignments,
      @Inline RosterSpec roster)
      implements SourceSpec {
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
