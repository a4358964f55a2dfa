package dev.rollcall.source.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A workbook in the Office Open XML format, transitional or strict: .xlsx, .xlsm. */
final class XlsxBook implements Book {

  private static final int MOST_STYLES = 100_000;
  private static final int LARGEST_STYLE_PART = 8 * 1024 * 1024;
  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";

  private final WorkbookParts parts;
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedStrings texts;
  private final Numbers numbers;
  private final Optional<String> styles;
  private final Optional<String> theme;
  private boolean from1904;

  private XlsxBook(WorkbookParts parts) throws IOException {
    this.parts = parts;
    String workbook = workbookPart(parts);
    List<WorkbookParts.Reference> references = parts.references(workbook);
    readWorkbook(workbook, references);
    this.styles = part(references, "styles");
    this.theme = part(references, "theme");
    this.numbers = new Numbers(styles.isPresent() ? formats(styles.get()) : List.of(), from1904);
    Optional<String> shared = part(references, "sharedStrings");
    this.texts =
        shared.isPresent() ? SharedStrings.read(parts, shared.get()) : SharedStrings.none();
  }

  /** Takes over the parts. */
  static XlsxBook of(WorkbookParts parts) throws IOException {
    try {
      return new XlsxBook(parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** The part that names the sheets. */
  static String workbookPart(WorkbookParts parts) throws IOException {
    return parts.references("").stream()
        .filter(reference -> reference.type().equals("officeDocument"))
        .map(WorkbookParts.Reference::part)
        .findFirst()
        .orElseThrow(
            () ->
                UnreadableWorkbook.at(
                    parts.label(), "the workbook is damaged: it has no list of sheets"));
  }

  private Optional<String> part(List<WorkbookParts.Reference> references, String type) {
    return references.stream()
        .filter(reference -> reference.type().equals(type) && parts.has(reference.part()))
        .map(WorkbookParts.Reference::part)
        .findFirst();
  }

  private void readWorkbook(String workbook, List<WorkbookParts.Reference> references)
      throws IOException {
    Map<String, String> worksheets = new HashMap<>();
    references.stream()
        .filter(reference -> reference.type().equals("worksheet"))
        .forEach(reference -> worksheets.put(reference.id(), reference.part()));
    try (PartReader xml = parts.read(workbook)) {
      while (xml.next()) {
        if (xml.opens("workbookPr")) {
          from1904 = xml.isTrue("date1904");
        } else if (xml.opens("sheet") && worksheets.containsKey(xml.attribute("id"))) {
          boolean hidden = xml.attribute("state").toLowerCase(Locale.ROOT).contains("hid");
          sheets.add(new Sheet(xml.attribute("name"), hidden, worksheets.get(xml.attribute("id"))));
        }
      }
    }
  }

  private List<NumberFormat> formats(String part) throws IOException {
    Map<Integer, String> codes = new HashMap<>();
    List<NumberFormat> formats = new ArrayList<>();
    boolean ofCells = false;
    try (PartReader xml = parts.read(part)) {
      while (xml.next()) {
        if (xml.opens("numFmt")) {
          codes.putIfAbsent(xml.number("numFmtId", -1), xml.attribute("formatCode"));
        } else if (xml.opens("cellXfs") || xml.closes("cellXfs")) {
          ofCells = xml.opensAny();
        } else if (ofCells && xml.opens("xf")) {
          int index = xml.number("numFmtId", 0);
          formats.add(NumberFormat.of(index, codes.getOrDefault(index, "")));
          if (formats.size() > MOST_STYLES) {
            throw UnreadableWorkbook.tooMuch(
                parts.label(), "it has more than " + MOST_STYLES + " styles");
          }
        }
      }
    }
    return formats;
  }

  @Override
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public Lines lines(Sheet sheet) throws IOException {
    return new XlsxLines(parts.read(sheet.part()), texts, numbers);
  }

  @Override
  public MergedCells merges(Sheet sheet) throws IOException {
    try (InputStream in = parts.stream(sheet.part())) {
      return MergedCells.read(in, parts.label());
    }
  }

  @Override
  public StyleParts styleParts() throws IOException {
    return new StyleParts(text(styles), text(theme), from1904);
  }

  /** A part as text, of the transitional format; empty where it is too large to be copied. */
  private Optional<String> text(Optional<String> part) throws IOException {
    if (part.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = parts.stream(part.get())) {
      byte[] bytes = in.readNBytes(LARGEST_STYLE_PART);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return bytes.length < LARGEST_STYLE_PART && standsAlone(text)
          ? Optional.of(transitional(text))
          : Optional.empty();
    }
  }

  /** Whether it is UTF-8 and refers to no other part. */
  private static boolean standsAlone(String text) {
    String declaration = text.substring(0, Math.min(200, text.length())).toLowerCase(Locale.ROOT);
    return (declaration.contains("utf-8") || !declaration.contains("encoding"))
        && (text.contains("styleSheet") || text.contains("theme"))
        && !text.contains("r:embed");
  }

  private static String transitional(String text) {
    return text.replace(STRICT + "spreadsheetml/main", TRANSITIONAL + "spreadsheetml/2006/main")
        .replace(STRICT + "drawingml/main", TRANSITIONAL + "drawingml/2006/main");
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
