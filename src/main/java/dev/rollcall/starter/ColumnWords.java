package dev.rollcall.starter;

import dev.rollcall.source.columns.UnreadColumn;
import java.util.List;
import java.util.Optional;

/** What columns are called, to people and in a job file. */
record ColumnWords(List<RosterColumn> columns) {

  /** The column with this header. */
  Optional<RosterColumn> column(String header) {
    return columns.stream().filter(column -> column.header().equals(header)).findFirst();
  }

  /** With the names that its cells list. */
  String listed(String header) {
    return noted(header, column(header).map(each -> each.values().listed()).orElse(""));
  }

  /** With what stands in it, in few words. */
  String described(String header) {
    return noted(header, column(header).map(each -> each.values().described()).orElse(""));
  }

  /** The same of one that is not read. */
  static String described(UnreadColumn unread) {
    return noted(unread.header(), unread.evidence());
  }

  private static String noted(String header, String note) {
    return quoted(header) + (note.isEmpty() ? "" : " (" + YamlWord.comment(note) + ")");
  }

  /** Its header alone. */
  static String quoted(String header) {
    return "\"" + YamlWord.comment(header) + "\"";
  }

  /** As a job file names it. Braces would make a template of a header, but not of a list. */
  static String yaml(String header) {
    boolean braces = header.indexOf('{') >= 0 || header.indexOf('}') >= 0;
    return braces ? YamlWord.list(List.of(header)) : YamlWord.of(header);
  }
}
