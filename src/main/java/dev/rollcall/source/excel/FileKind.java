package dev.rollcall.source.excel;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is by its first bytes; its name says nothing.
 *
 * @param content where to look further
 * @param name what it is, where it can be no workbook
 * @param remedy what to do then
 */
record FileKind(Content content, String name, String remedy) {

  /** What workbooks are kept in. */
  enum Content {
    ZIP,
    OLE2,
    OTHER
  }

  private record Start(String hex, FileKind kind) {}

  private static final String TO_XLSX = "open it in Excel or LibreOffice and save it as .xlsx";
  private static final String UNPACK = "unpack it first";

  private static final List<Start> STARTS =
      List.of(
          start("504b0304", new FileKind(Content.ZIP, "", "")),
          start("504b0506", other("an empty zip archive", "save the workbook anew")),
          start("d0cf11e0a1b11ae1", new FileKind(Content.OLE2, "", "")),
          start("0902", other("a workbook of Excel 2", TO_XLSX)),
          start("09000", other("a workbook of Excel 2", TO_XLSX)),
          start("0904", other("a workbook of Excel 4", TO_XLSX)),
          start("1f8b", other("a gzip archive", UNPACK)),
          start("fd377a585a00", other("an xz archive", UNPACK)),
          start("28b52ffd", other("a zstd archive", UNPACK)),
          start("425a68", other("a bzip2 archive", UNPACK)),
          start("377abcaf271c", other("a 7z archive", UNPACK)),
          start("25504446", other("a PDF document", "export the table as .xlsx or CSV")),
          start("50415231", other("a Parquet file", "save it as CSV")),
          start("53514c69746520666f726d6174", other("an SQLite database", "use type: jdbc")),
          start(
              "2d2d2d2d2d424547494e20504750",
              other("an encrypted file (PGP)", "decrypt it first")));

  private static Start start(String hex, FileKind kind) {
    return new Start(hex, kind);
  }

  private static FileKind other(String name, String remedy) {
    return new FileKind(Content.OTHER, name, remedy);
  }

  /** By the first bytes of a file. */
  static FileKind of(byte[] head) {
    if (head.length == 0) {
      return other("an empty file", "an empty roster is never an instruction");
    }
    String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 32));
    return STARTS.stream()
        .filter(start -> hex.startsWith(start.hex()))
        .findFirst()
        .map(Start::kind)
        .or(() -> markup(text(head)))
        .orElseGet(() -> plain(head));
  }

  private static String text(byte[] head) {
    return new String(head, StandardCharsets.UTF_8)
        .replace("\u0000", "")
        .replace("\uFEFF", "")
        .replace("\uFFFD", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<FileKind> markup(String start) {
    if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")
        || start.contains("progid=\"excel.sheet\"")) {
      return Optional.of(other("an XML spreadsheet of Excel 2003", TO_XLSX));
    }
    if (start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<table")
        || start.startsWith("<meta")
        || start.startsWith("<style")) {
      return Optional.of(
          start.contains("<table") || start.contains("office:excel")
              ? other("an HTML table", TO_XLSX)
              : other("a web page, perhaps a login page", "download it anew"));
    }
    if (start.startsWith("<?xml") || start.startsWith("<")) {
      return Optional.of(other("an XML document", TO_XLSX));
    }
    if (start.startsWith("{\\rtf")) {
      return Optional.of(other("a word processor's document (RTF)", "save the table as .xlsx"));
    }
    if (start.matches("(?s)(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]).*")) {
      return Optional.of(other("JSON", "export it as .xlsx or CSV"));
    }
    return start.startsWith("version https://git-lfs")
        ? Optional.of(other("a Git LFS pointer", "fetch the file itself: git lfs pull"))
        : Optional.empty();
  }

  private static FileKind plain(byte[] head) {
    int odd = 0;
    for (byte each : head) {
      odd += each >= 0 && each < ' ' && each != '\t' && each != '\r' && each != '\n' ? 1 : 0;
    }
    boolean wide = head.length > 1 && (head[0] == 0 || head[1] == 0 || (head[0] & 0xFE) == 0xFE);
    return odd == 0 || wide
        ? other("text, such as CSV", "use type: csv")
        : other("something unknown", "open it with the program it comes from, save it as .xlsx");
  }
}
