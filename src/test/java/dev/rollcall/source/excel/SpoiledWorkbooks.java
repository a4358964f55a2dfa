package dev.rollcall.source.excel;

import dev.rollcall.testing.Mutator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Valid workbooks that are spoiled at random: the same random numbers give the same bytes. */
final class SpoiledWorkbooks {

  private final List<Map<String, byte[]>> whole = new ArrayList<>();
  private final Mutator files;
  private final Mutator texts;
  private final List<String> traps;

  /** With references to an address that nobody must ask for anything. */
  SpoiledWorkbooks(String outside) {
    byte[] old = bytes(new HSSFWorkbook());
    byte[] written = bytes(new XSSFWorkbook());
    byte[] small = Workbooks.zip(handmade());
    // What Excel writes where only the structure is protected opens without a password.
    byte[] locked = Workbooks.encrypted(small, "VelvetSweatshop", EncryptionMode.standard);
    this.files = Mutator.of(List.of(written, small, small, old, locked));
    this.whole.add(unzipped(written));
    this.whole.add(unzipped(small));
    this.texts =
        Mutator.ofTexts(
            whole.stream()
                .flatMap(parts -> parts.values().stream())
                .map(part -> new String(part, StandardCharsets.UTF_8))
                .toList());
    this.traps = traps(outside);
  }

  /** A workbook spoiled as a file. */
  byte[] file(Random random) {
    return files.mutated(random);
  }

  /** A workbook of which up to three parts are spoiled, doubled or missing. */
  byte[] ofParts(Random random) {
    Map<String, byte[]> parts = new LinkedHashMap<>(whole.get(random.nextInt(whole.size())));
    List<String> names = List.copyOf(parts.keySet());
    for (int i = random.nextInt(3); i >= 0; i--) {
      String name = names.get(random.nextInt(names.size()));
      byte[] part = parts.getOrDefault(name, new byte[0]);
      switch (random.nextInt(12)) {
        case 0 -> parts.remove(name);
        case 1 -> parts.put(name, parts.getOrDefault(any(names, random), new byte[0]));
        case 2, 3, 4 -> parts.put(name, trapped(part, random));
        default -> parts.put(name, texts.mutated(part, random));
      }
    }
    return Workbooks.zipped(parts);
  }

  private static String any(List<String> names, Random random) {
    return names.get(random.nextInt(names.size()));
  }

  /** With something in it that refers to the outside: in front, or at the end of some tag. */
  private byte[] trapped(byte[] part, Random random) {
    String text = new String(part, StandardCharsets.UTF_8);
    String trap = traps.get(random.nextInt(traps.size()));
    int at = trap.startsWith("<!DOCTYPE") ? 0 : random.nextInt(text.length() + 1);
    at = Math.max(text.indexOf('>', at) + 1, 0);
    at = trap.startsWith("<!DOCTYPE") && !text.startsWith("<?xml") ? 0 : at;
    return (text.substring(0, at) + trap + text.substring(at)).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> traps(String outside) {
    return List.of(
        "<!DOCTYPE x SYSTEM '" + outside + "x.dtd'>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + outside + "e'>]>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + outside + "p'> %p;]>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY e '&a;&a;&a;&a;&a;&a;&a;'>]>",
        "&e;",
        "<?xml-stylesheet href='" + outside + "s.xsl' type='text/xsl'?>",
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + outside + "i'/>",
        "<x xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a "
            + outside
            + "a.xsd'/>",
        "<Relationship Id='rId1' Type='x/worksheet' Target='" + outside + "w.xml'/>",
        "<Relationship Id='rId9' Type='x/sharedStrings' TargetMode='External' Target='"
            + outside
            + "s.xml'/>",
        "<f>WEBSERVICE(\"" + outside + "\")</f>",
        "<c t='str'><f>HYPERLINK(\"" + outside + "\")</f></c>",
        "<externalReference r:id='rId9'/>");
  }

  /** Small, with everything that is read in places of its own. */
  private static Map<String, String> handmade() {
    Map<String, String> parts =
        Workbooks.parts(
            Workbooks.row("Email", "Name", "Start date", "Role")
                + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='inlineStr'><is><r><t>A</t></r>"
                + "<r><t>na</t></r></is></c><c r='C2' s='1'><v>45000</v></c></row>"
                + "<row r='3' hidden='1'><c r='A3' t='str'><f>LOWER(B3)</f><v>bo@example.com</v></c>"
                + "<c r='D3' t='e'><v>#N/A</v></c></row>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace(
                "</Relationships>",
                "<Relationship Id='rId2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                    + "<Relationship Id='rId3' Type='x/styles' Target='styles.xml'/></Relationships>"));
    parts.put(
        "xl/sharedStrings.xml",
        "<sst xmlns='%s'><si><t>ana@example.com</t></si></sst>".formatted(Workbooks.MAIN));
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns='%s'><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>"
            .formatted(Workbooks.MAIN));
    return parts;
  }

  private static byte[] bytes(Workbook workbook) {
    try (workbook) {
      Sheet sheet =
          Workbooks.fill(
              workbook.createSheet("People"),
              List.of(
                  List.of("Everybody"),
                  List.of("Email", "Name", "Start date", "Status", "Groups"),
                  List.of("ana@example.com", "García, Ana", "", "Active", "Ops; Finance"),
                  List.of("bo@example.com", "Bo", "", "On leave", "Ops"),
                  List.of("池田@example.com", "池田", "", "Terminated")));
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat((short) 14);
      for (int i = 2; i < 4; i++) {
        Row row = sheet.getRow(i);
        row.createCell(2).setCellValue(LocalDate.of(2026, i, 1));
        row.getCell(2).setCellStyle(day);
      }
      sheet.getRow(4).createCell(5).setCellFormula("6*7");
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 4, 4));
      sheet.setColumnHidden(1, true);
      workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("from HR");
      return Workbooks.bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> unzipped(byte[] bytes) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
