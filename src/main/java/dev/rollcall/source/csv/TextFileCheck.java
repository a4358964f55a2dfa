package dev.rollcall.source.csv;

import dev.rollcall.source.ReadableFile;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A check that a path is a text file at all; if not, it says what it is. */
final class TextFileCheck {

  private static final int HEAD = 4_096;

  /** A kind of file, by its first bytes in hexadecimal. */
  private record Kind(String start, String name, String remedy) {}

  private static final String AS_EXCEL = "use type: excel, or save it as CSV";
  private static final String AS_CSV = "save it as CSV";
  private static final String UNPACK = "unpack it first";
  private static final List<Kind> KINDS =
      List.of(
          new Kind("d0cf11e0a1b11ae1", "an Excel workbook (.xls, or with a password)", AS_EXCEL),
          new Kind("1f8b", "a gzip archive", UNPACK),
          new Kind("fd377a585a00", "an xz archive", UNPACK),
          new Kind("28b52ffd", "a zstd archive", UNPACK),
          new Kind("425a68", "a bzip2 archive", UNPACK),
          new Kind("377abcaf271c", "a 7z archive", UNPACK),
          new Kind("25504446", "a PDF document", AS_CSV),
          new Kind("53514c69746520666f726d6174", "an SQLite database", "use type: jdbc"),
          new Kind("50415231", "a Parquet file", AS_CSV),
          new Kind("526172211a07", "a RAR archive", UNPACK),
          new Kind("504b0506", "an empty zip archive", "export it anew"),
          new Kind("89504e47", "a picture (PNG)", AS_CSV),
          new Kind("ffd8ff", "a picture (JPEG)", AS_CSV),
          new Kind("2d2d2d2d2d424547494e20504750", "an encrypted file (PGP)", "decrypt it first"));

  private TextFileCheck() {}

  /**
   * Returns where the path is a file with something in it that can be text.
   *
   * @throws UnreadableSource otherwise
   */
  static void check(Path path, String label) {
    ReadableFile.check(path, label);
    checkContent(head(path, label), label);
  }

  private static byte[] head(Path path, String label) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw new UnreadableSource(
          label, "the file cannot be read: " + e, "look at it and try again");
    }
  }

  private static void checkContent(byte[] head, String label) {
    if (head.length == 0) {
      throw new UnreadableSource(
          label, "the file is empty", "an empty roster is never an instruction");
    }
    String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 32));
    if (hex.startsWith("504b0304")) {
      throw isReally(label, zip(head));
    }
    KINDS.stream()
        .filter(kind -> hex.startsWith(kind.start()))
        .findFirst()
        .ifPresent(
            kind -> {
              throw isReally(label, kind);
            });
    text(head)
        .ifPresent(
            kind -> {
              throw isReally(label, kind);
            });
  }

  private static Kind zip(byte[] head) {
    String names = new String(head, StandardCharsets.ISO_8859_1);
    if (names.contains("[Content_Types].xml")
        || names.contains("xl/")
        || names.contains("_rels/")) {
      return new Kind("", "an Excel workbook (.xlsx)", AS_EXCEL);
    }
    if (names.contains("Index/Document.iwa")) {
      return new Kind("", "an Apple Numbers document", AS_CSV);
    }
    if (names.contains("opendocument.spreadsheet")) {
      return new Kind("", "an OpenDocument spreadsheet (.ods)", AS_CSV);
    }
    return new Kind("", "a zip archive", UNPACK);
  }

  private static Optional<Kind> text(byte[] head) {
    String start =
        new String(head, StandardCharsets.UTF_8)
            .replace("\u0000", "")
            .replace("\uFEFF", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (start.matches("(?s)<(!doctype html|html|head|body|table|meta)\\b.*")) {
      return Optional.of(new Kind("", "a web page, perhaps a login page", "download it anew"));
    }
    if (start.matches("(?s)<[a-z?!].*")) {
      return Optional.of(new Kind("", "an XML document", AS_CSV));
    }
    if (start.startsWith("begin:vcard")) {
      return Optional.of(new Kind("", "a vCard file", AS_CSV));
    }
    if (start.startsWith("{\\rtf")) {
      return Optional.of(new Kind("", "a word processor's document (RTF)", AS_CSV));
    }
    if (start.matches("(?s)(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]).*")) {
      return Optional.of(new Kind("", "JSON", AS_CSV));
    }
    return start.startsWith("version https://git-lfs")
        ? Optional.of(new Kind("", "a Git LFS pointer", "fetch the file itself: git lfs pull"))
        : Optional.empty();
  }

  private static UnreadableSource isReally(String label, Kind kind) {
    return new UnreadableSource(label, "this is no CSV but " + kind.name(), kind.remedy());
  }
}
