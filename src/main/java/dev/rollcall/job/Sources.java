package dev.rollcall.job;

import dev.rollcall.model.Environment;
import dev.rollcall.source.ColumnSpec;
import dev.rollcall.source.HeaderSearch;
import dev.rollcall.source.RowMapping;
import dev.rollcall.source.Source;
import dev.rollcall.source.StatusWords;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns {@code sources:} of a job file into sources and the way their rows are mapped. */
final class Sources {

  private Sources() {}

  /** The source itself. */
  static Source of(SourceSpec spec) {
    return spec.accept(
        new SourceSpec.Visitor<Source>() {
          @Override
          public Source csv(SourceSpec.CsvSpec csv) {
            return new CsvSource(
                new CsvSettings(
                    nameOf(csv),
                    csv.path().path(),
                    csv.path().label(),
                    csv.charset(),
                    csv.delimiter().map(Delimiter::character),
                    HeaderSearch.naming(columns(csv).values())));
          }

          @Override
          public Source excel(SourceSpec.ExcelSpec excel) {
            return new ExcelSource(settings(excel));
          }

          @Override
          public Source jdbc(SourceSpec.JdbcSpec jdbc) {
            return new JdbcSource(settings(jdbc));
          }
        });
  }

  /** A sheet of a workbook. */
  static ExcelSettings settings(SourceSpec.ExcelSpec excel) {
    return new ExcelSettings(
        nameOf(excel),
        excel.path().path(),
        excel.path().label(),
        excel.sheet(),
        excel.headerRow(),
        excel.password().map(Secret::reveal),
        HeaderSearch.naming(columns(excel).values()));
  }

  private static JdbcSettings settings(SourceSpec.JdbcSpec jdbc) {
    Map<String, String> properties = new LinkedHashMap<>();
    jdbc.properties().forEach((key, value) -> properties.put(key, value.reveal()));
    Login login =
        new Login(
            jdbc.url().reveal(),
            jdbc.username(),
            jdbc.password().map(Secret::reveal),
            jdbc.tls().map(Sources::tls).orElse(Tls.DRIVERS_OWN),
            properties);
    Query query =
        jdbc.query()
            .map(Query::of)
            .or(() -> jdbc.queryFile().map(file -> Query.in(file.path(), file.label())))
            .orElseThrow();
    return new JdbcSettings(
        nameOf(jdbc),
        login,
        query,
        new Timeouts(jdbc.connectTimeout(), jdbc.queryTimeout()),
        jdbc.drivers().path());
  }

  private static Tls tls(TlsSpec tls) {
    return new Tls(
        tls.mode().map(mode -> Tls.Mode.valueOf(mode.name())), tls.ca().map(ResolvedPath::path));
  }

  private static Map<String, ColumnSpec> columns(SourceSpec spec) {
    Map<String, ColumnSpec> columns = new HashMap<>();
    spec.roster().columns().forEach((field, column) -> columns.put(field, of(column.value())));
    return columns;
  }

  /** How the rows of the source are mapped. */
  static RowMapping mapping(SourceSpec spec, LocalDate today, List<Environment> environments) {
    StatusWords words =
        spec.roster()
            .status()
            .map(status -> new StatusWords(status.left(), status.active()))
            .orElse(StatusWords.USUAL);
    return new RowMapping(nameOf(spec), columns(spec), words, today, environments);
  }

  private static String nameOf(SourceSpec spec) {
    return spec.name().value().toString();
  }

  private static ColumnSpec of(dev.rollcall.job.ColumnSpec column) {
    if (column instanceof dev.rollcall.job.ColumnSpec.Header header) {
      return new ColumnSpec.Headers(List.of(header.header()));
    }
    if (column instanceof dev.rollcall.job.ColumnSpec.AnyOf anyOf) {
      return new ColumnSpec.Headers(anyOf.headers());
    }
    return new ColumnSpec.Template(((dev.rollcall.job.ColumnSpec.Template) column).text());
  }
}
