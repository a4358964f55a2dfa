package dev.rollcall.source.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as one-liners: written by POI, or put together part by part. */
final class Workbooks {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private Workbooks() {}

  /** The bytes of a new workbook of the newer format. */
  static byte[] xlsx(Consumer<XSSFWorkbook> content) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      content.accept(workbook);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Workbook workbook) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sheet with texts. */
  static Sheet fill(Sheet sheet, List<List<String>> rows) {
    for (List<String> cells : rows) {
      Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isEmpty()) {
          row.createCell(column).setCellValue(cells.get(column));
        }
      }
    }
    return sheet;
  }

  /** Two people with nothing but address and name. */
  static byte[] people() {
    return xlsx(
        workbook ->
            fill(
                workbook.createSheet("People"),
                List.of(
                    List.of("Email", "Name"),
                    List.of("ana@example.com", "Ana"),
                    List.of("bo@example.com", "Bo"))));
  }

  static byte[] encrypted(byte[] plain, String password, EncryptionMode mode) {
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream out = encryptor.getDataStream(system)) {
        out.write(plain);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      system.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parts of a workbook whose only sheet has the given rows, as XML. */
  static Map<String, String> parts(String rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        </Types>""");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns='%s'><Relationship Id='rId1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            .formatted(RELATIONS, OFFICE));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='People' sheetId='1' r:id='rId1'/></sheets></workbook>"
            .formatted(MAIN, OFFICE));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='%s'><Relationship Id='rId1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            .formatted(RELATIONS, OFFICE));
    parts.put("xl/worksheets/sheet1.xml", sheet(rows));
    return parts;
  }

  static String sheet(String rows) {
    return "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
  }

  /** A row of inline texts without any addresses of cells. */
  static String row(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  static byte[] zip(Map<String, String> parts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((part, xml) -> bytes.put(part, xml.getBytes(StandardCharsets.UTF_8)));
    return zipped(bytes);
  }

  /** The same of bytes. */
  static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes it into a folder of its own, so that the name may repeat. */
  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(Files.createTempDirectory(folder, "book").resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
