package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Inline;
import dev.rollcall.job.yaml.Key;
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
public record AssignmentsSpec(
    @Key(
            value =
                "What tells whose assignment it is: a roster field or a header that people and"
                    + " assignments both have.",
            fallback = "email")
        String key,
    @Key(
            value = "As for people, with the fields kind, target, environment and role.",
            fallback = "{}")
        Map<String, Located<ColumnSpec>> columns) {

  /** Copies. */
  public AssignmentsSpec {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** In a file of their own, of the same kind. */
  public record InFile(
      @Key("The file with the assignments, a folder or a pattern.") ResolvedPath path,
      @Inline AssignmentsSpec rows) {}

  /** In a sheet. */
  public record InSheet(
      @Key("The sheet with the assignments.") String sheet,
      @Key("The workbook, a folder or a pattern; that of the people where left out.")
          Optional<ResolvedPath> path,
      @Key("The row that holds the headers, from 1; found where left out.")
          Optional<Integer> headerRow,
      @Inline AssignmentsSpec rows) {}

  /** In the answer to a query. */
  public record InQuery(
      @Key("What gives the assignments; its column names are the headers.") Optional<String> query,
      @Key("A file with that query.") Optional<ResolvedPath> queryFile,
      @Inline AssignmentsSpec rows) {

    /** Checks that there is one query. */
    public InQuery {
      if (query.isPresent() == queryFile.isPresent()) {
        throw new WrongValue("", "needs one of query and query-file", "keep one of them");
      }
    }
  }
}
