package dev.rollcall.source.columns;

import java.util.List;
import java.util.regex.Pattern;

/** Where a roster field is read from, as {@code columns:} of a job file says it. */
public sealed interface ColumnSpec {

  /** A header within a template. */
  Pattern REFERENCE = Pattern.compile("\\{([^{}]*)}");

  /** A header, or a template where the text has braces: {@code "{First Name} {Last Name}"}. */
  static ColumnSpec of(String text) {
    return text.indexOf('{') >= 0 ? new Template(text) : new Headers(List.of(text));
  }

  /**
   * Several headers: a list field takes them all, a field of one value the first that the source
   * has.
   */
  static ColumnSpec of(List<String> headers) {
    return new Headers(headers);
  }

  /** The headers it names. */
  List<String> headers();

  /** One header or several. */
  record Headers(List<String> headers) implements ColumnSpec {
    /** Copies. */
    public Headers {
      headers = List.copyOf(headers);
    }
  }

  /** A text with headers in braces. */
  record Template(String text) implements ColumnSpec {

    @Override
    public List<String> headers() {
      return REFERENCE.matcher(text).results().map(reference -> reference.group(1)).toList();
    }
  }
}
