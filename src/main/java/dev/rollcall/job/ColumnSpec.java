package dev.rollcall.job;

import java.util.List;

/** Where a roster field comes from. */
public sealed interface ColumnSpec {

  /** The column with this header. */
  record Header(String header) implements ColumnSpec {}

  /** The column with one of these headers; the first that is there. */
  record AnyOf(List<String> headers) implements ColumnSpec {
    /** Copies. */
    public AnyOf {
      headers = List.copyOf(headers);
    }
  }

  /** A text with headers in braces: {@code {First Name} {Last Name}}. */
  record Template(String text) implements ColumnSpec {}
}
