package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.source.columns.ColumnSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the assignments of a source are understood and joined to its people, wherever they are.
 *
 * @param columns by roster field; empty: the usual headers are recognised
 */
public record AssignmentsSpec(String key, Map<String, Located<ColumnSpec>> columns) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "key",
              "What tells whose assignment it is: a roster field or a header that people and"
                  + " assignments both have.",
              "email"),
          Key.of(
              "columns",
              "As for people, with the fields kind, target, environment and role.",
              "{}"));

  /** Copies. */
  public AssignmentsSpec {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** In a file of their own, of the same kind. */
  public record InFile(ResolvedPath path, AssignmentsSpec rows) {

    static final Keys KEYS =
        Keys.of(
            Key.of("path", "The file with the assignments, a folder or a pattern."),
            Key.inlined("rows"));
  }

  /** In a sheet. */
  public record InSheet(
      String sheet,
      Optional<ResolvedPath> path,
      Optional<Integer> headerRow,
      AssignmentsSpec rows) {

    static final Keys KEYS =
        Keys.of(
            Key.of("sheet", "The sheet with the assignments."),
            Key.of(
                "path", "The workbook, a folder or a pattern; that of the people where left out."),
            Key.of("header-row", "The row that holds the headers, from 1; found where left out."),
            Key.inlined("rows"));
  }

  /** In the answer to a query. */
  public record InQuery(
      Optional<String> query, Optional<ResolvedPath> queryFile, AssignmentsSpec rows) {

    static final Keys KEYS =
        Keys.of(
            Key.of("query", "What gives the assignments; its column names are the headers."),
            Key.of("query-file", "A file with that query."),
            Key.inlined("rows"));

    /** Checks that there is one query. */
    public InQuery {
      if (query.isPresent() == queryFile.isPresent()) {
        throw new WrongValue("", "needs one of query and query-file", "keep one of them");
      }
    }
  }
}
