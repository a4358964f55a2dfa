package dev.rollcall.source.excel;

import static dev.rollcall.source.excel.Workbooks.row;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.params.provider.Arguments;

/** Files as they should not be, each with what must come of it. */
final class NastyFiles {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String HEADER = row("Email", "Name", "Start date");
  private static final String ANA = row("ana@example.com", "Ana");

  /** To 1 July 2026. */
  private static final int DAYS_FROM_1904 = 44_742;

  private static final String CSV = "Email,Name\nana@example.com,Ana\n";

  private NastyFiles() {}

  /** Text files. */
  static Stream<Arguments> texts() {
    return Stream.of(
        text("Excel's separator line", "sep=;\nEmail;Name\nana@example.com;Ana\n", "ana Ana"),
        text("a preamble", "version:v1.0,\nEmail,Name\nana@example.com,Ana\n", "ana Ana"),
        text("CR alone", CSV.replace('\n', '\r'), "ana Ana"),
        text("UTF-16 without a mark", CSV, StandardCharsets.UTF_16LE, "ana Ana"),
        text(
            "Latin 2",
            "Email;Name\nana@example.com;Łukasz Żółć, Dąbrowska\n",
            Charset.forName("windows-1250"),
            "ana Łukasz Żółć, Dąbrowska"),
        text(
            "a NUL",
            "Email,Name\nana@example.com,A\0na\n",
            "people.csv:2: there is a NUL character in this line, so the file is damaged or no text; export it anew; if it is UTF-16, say charset: UTF-16LE"),
        text(
            "a quote left open",
            "Email,Name\nana@example.com,\"Ana\nbo@example.com,Bo\n",
            "bo Bo | people.csv:2: a quote is opened in this row and never closed; close the quote, or write a quote within a cell twice and the whole cell in quotes"),
        text(
            "a quote closed too early",
            "Email,Name\nana@example.com,\"A\"na\nbo@example.com,Bo\n",
            "bo Bo | people.csv:2: in this row, text follows a closing quote; close the quote, or write a quote within a cell twice and the whole cell in quotes"),
        text(
            "ragged rows",
            "Email,Name\nana@example.com\nbo@example.com,Bo,x,y\n",
            "| people.csv:2: the row has 1 cell, the header 2; add or remove a delimiter, or put a cell that contains one in quotes | people.csv:3: the row has 4 cells, the header 2; add or remove a delimiter, or put a cell that contains one in quotes"),
        text(
            "a field of a megabyte",
            "Email,Notes\nana@example.com," + "x".repeat(1 << 20) + "\n",
            "ana"),
        text(
            "a field of many megabytes",
            "Email,Notes\nana@example.com,\"" + "x\n".repeat(4 << 20) + "\"\n",
            "people.csv:2: the row that begins here has more than 4000000 characters; look for a quote that is never closed"),
        text(
            "two columns of one name",
            "Email,Name,Name\nana@example.com,A,B\n",
            "people.csv: columns 2 and 3 are both called \"Name\"; rename or remove one of them"),
        text(
            "two columns of one name but for its case",
            "Email,Name,NAME\nana@example.com,A,B\n",
            "people.csv: columns 2 and 3 are both called \"NAME\"; rename or remove one of them"),
        text(
            "two columns for addresses",
            "Email,Name,E-mail\nana@example.com,A,bo@example.com\n",
            "people.csv: \"Email\" and \"E-mail\" could each be the email column; say under columns: which one is, together with the other columns to be read"),
        text(
            "no header",
            "ana@example.com,Ana\nbo@example.com,Bo\n",
            "people.csv:1: there is no header: this row has the address \"ana@example.com\", so it is somebody's; put a row with the names of the columns above it"),
        text(
            "nothing below the header",
            "Email,Name\n\n\n",
            "people.csv: reads nothing: there is a header and no row; export it anew with its rows"),
        text(
            "nothing but blanks",
            "\n \n\t\n",
            "people.csv: there is nothing but blank lines; the first row is the header"),
        text(
            "nothing",
            "",
            "people.csv: the file is empty; an empty roster is never an instruction"),
        text(
            "a byte order mark and nothing",
            "\uFEFF",
            "people.csv: there is nothing but blank lines; the first row is the header"),
        text(
            "JSON",
            "[{\"email\": \"ana@example.com\"}]",
            "people.csv: this is no CSV but JSON; save it as CSV"),
        text(
            "a login page",
            "<!DOCTYPE html><html><title>Sign in</title></html>",
            "people.csv: this is no CSV but a web page, perhaps a login page; download it anew"),
        file(
            "a gzip archive",
            "people.csv",
            gzip(CSV),
            "people.csv: this is no CSV but a gzip archive; unpack it first"),
        file(
            "a zip archive",
            "people.csv",
            Workbooks.zip(Map.of("people.csv", CSV)),
            "people.csv: this is no CSV but a zip archive; unpack it first"),
        file(
            "a workbook named .csv",
            "people.csv",
            Workbooks.people(),
            "people.csv: this is no CSV but an Excel workbook (.xlsx); use type: excel, or save it as CSV"),
        file(
            "UTF-8 cut in a letter",
            "people.csv",
            Arrays.copyOf(utf8("Email,Name\nana@example.com,Zoë Zoë"), 35),
            "people.csv:2: this line is not written in UTF-8 like the rest; save the file anew as UTF-8, or say its charset: under the source"));
  }

  /** Workbooks, and what is called so. */
  static Stream<Arguments> workbooks() {
    return Stream.of(
        book(
            "a text named .xlsx",
            utf8(CSV),
            "people.xlsx: this is no Excel workbook but text, such as CSV; use type: csv"),
        book(
            "a web page named .xlsx",
            utf8("<html><table><tr><td>Email"),
            "people.xlsx: this is no Excel workbook but an HTML table; open it in Excel or LibreOffice and save it as .xlsx"),
        book(
            "JSON named .xlsx",
            utf8("{\"people\": []}"),
            "people.xlsx: this is no Excel workbook but JSON; export it as .xlsx or CSV"),
        book(
            "a gzip archive named .xlsx",
            gzip(CSV),
            "people.xlsx: this is no Excel workbook but a gzip archive; unpack it first"),
        book("an .xls named .xlsx", xls(""), "bo"),
        book(
            "a binary workbook",
            renamed("xl/workbook.xml", "xl/workbook.bin"),
            "people.xlsx: this is no Excel workbook but a binary workbook (.xlsb); open it in Excel and save it as .xlsx"),
        book(
            "a spreadsheet of LibreOffice",
            Workbooks.zip(Map.of("content.xml", "x", "META-INF/manifest.xml", "x")),
            "people.xlsx: this is no Excel workbook but an OpenDocument spreadsheet (.ods); open it in LibreOffice and save it as .xlsx"),
        book(
            "nothing",
            new byte[0],
            "people.xlsx: this is no Excel workbook but an empty file; an empty roster is never an instruction"),
        book(
            "cut off in the middle",
            Arrays.copyOf(Workbooks.people(), 2_000),
            "people.xlsx: the workbook is cut off or damaged: its end is missing; open it in Excel or LibreOffice, and save it anew"),
        book(
            "cut off at its end",
            Arrays.copyOf(Workbooks.people(), Workbooks.people().length - 30),
            "people.xlsx: the workbook is cut off or damaged: its end is missing; open it in Excel or LibreOffice, and save it anew"),
        book(
            "packed in a way that workbooks are not",
            packedOtherwise(),
            "people.xlsx: the workbook is damaged: _rels/.rels is packed as no workbook is; open it in Excel or LibreOffice, and save it anew"),
        book(
            "a sheet that is no XML",
            parts(HEADER + "<row><c>&"),
            "people.xlsx (xl/worksheets/sheet1.xml): the workbook is damaged or cut off; open it in Excel or LibreOffice, and save it anew"),
        book(
            "bytes that are no letters",
            bad(),
            "people.xlsx (xl/worksheets/sheet1.xml): the workbook is damaged or cut off; open it in Excel or LibreOffice, and save it anew"),
        book(
            "a charset that does not exist",
            with(HEADER + ANA, SHEET, xml -> "<?xml version='1.0' encoding='x-none'?>" + xml),
            "people.xlsx (xl/worksheets/sheet1.xml): the workbook is damaged or cut off; open it in Excel or LibreOffice, and save it anew"),
        book("UTF-16", wide(), "ana Zoë"),
        book(
            "an entity of the outside",
            with(
                HEADER + row("ana@example.com", "&e;"),
                SHEET,
                xml -> "<!DOCTYPE x [<!ENTITY e SYSTEM 'http://127.0.0.1:1/'>]>" + xml),
            "people.xlsx (xl/worksheets/sheet1.xml): it declares a document type, which no workbook does; no roster is like that; copy the people to a new workbook"),
        book(
            "a document type that is broken",
            with(HEADER + ANA, SHEET, xml -> "<!DOCTYPE x [<!ENTITY % p SYST version='1'?>" + xml),
            "people.xlsx (xl/worksheets/sheet1.xml): it declares a document type, which no workbook does; no roster is like that; copy the people to a new workbook"),
        book(
            "a link to another workbook",
            with(
                HEADER + "<row><c t='str'><f>[1]People!A1</f><v>ana@example.com</v></c></row>",
                RELATIONS,
                xml ->
                    xml.replace(
                        "</Relationships>",
                        "<Relationship Id='rId2' Type='x/externalLink' TargetMode='External' Target='http://127.0.0.1:1/x.xlsx'/></Relationships>")),
            "ana"),
        book(
            "a sheet that is outside",
            with(
                HEADER + ANA,
                RELATIONS,
                xml -> xml.replace("Target=", "TargetMode='External' Target=")),
            "people.xlsx: the workbook has no sheet with cells; export it anew"),
        book(
            "a zip bomb",
            parts(HEADER + "<row/>".repeat(2_000_000)),
            "people.xlsx: it unpacks to more than 100 times its size (a zip bomb); no roster is like that; copy the people to a new workbook"),
        book(
            "a text beyond measure",
            parts(HEADER + row("ana@example.com", "x".repeat(2_000_000))),
            "people.xlsx (xl/worksheets/sheet1.xml): a text in it has more than 1000000 characters; no roster is like that; copy the people to a new workbook"),
        book(
            "a huge used range",
            parts(HEADER + ANA + "<row r='1048576'><c r='XFD1048576' s='1'/></row>"),
            "ana Ana"),
        book(
            "an error cell",
            parts(
                HEADER
                    + "<row r='2'><c r='A2' t='str'><v>ana@example.com</v></c><c r='B2' t='e'><v>#REF!</v></c></row>"),
            "| people.xlsx!People!B2: holds the error #REF!; mend its formula, or write the value itself"),
        book(
            "a formula without a result",
            parts(
                HEADER + "<row r='2'><c r='A2'><f>LOWER(B2)</f></c></row>" + row("bo@example.com")),
            "bo  | people.xlsx!People!A2: holds a formula without a result; open the workbook in Excel or LibreOffice and save it, or write the value itself | people.xlsx!People!A2: the e-mail address is blank; write one address like jane@example.com"),
        book(
            "merged cells",
            with(
                HEADER
                    + "<row r='2'><c r='A2' t='str'><v>ana@example.com</v></c><c r='B2' t='str'><v>Both</v></c></row><row r='3'><c r='A3' t='str'><v>bo@example.com</v></c></row>",
                SHEET,
                xml ->
                    xml.replace(
                        "</sheetData>",
                        "</sheetData><mergeCells><mergeCell ref='B2:B3'/></mergeCells>")),
            "ana Both, bo Both"),
        book(
            "a hidden row",
            parts(HEADER + ANA + "<row hidden='1'><c t='str'><v>bo@example.com</v></c></row>"),
            "ana Ana, bo"),
        book(
            "rich text and pronunciation",
            parts(
                HEADER
                    + "<row><c t='str'><v>ana@example.com</v></c><c t='inlineStr'><is><r><t>A</t></r><r><t>na</t></r><rPh sb='0' eb='1'><t>か</t></rPh></is></c></row>"),
            "ana Ana"),
        book("days from 1904", from1904(), "ana  2026-07-01"),
        book("the strict format", strict(), "ana Ana"),
        book(
            "two columns of one name",
            parts(row("Email", "Name", "Name") + ANA),
            "people.xlsx!People: columns 2 and 3 are both called \"Name\"; rename or remove one of them"),
        book(
            "no header",
            parts(ANA + row("bo@example.com", "Bo")),
            "people.xlsx!People!1: there is no header: this row has the address \"ana@example.com\", so it is somebody's; put a row with the names of the columns above it"),
        book(
            "nothing below the header",
            parts(HEADER),
            "people.xlsx!People: reads nothing: there is a header in row 1 and no row below it; export it anew with its rows, or name another sheet"),
        book(
            "no sheet",
            with(HEADER, "xl/workbook.xml", xml -> xml.replaceAll("<sheet .*?/>", "")),
            "people.xlsx: the workbook has no sheet with cells; export it anew"),
        book(
            "agile encryption",
            Workbooks.encrypted(Workbooks.people(), "s3cret", EncryptionMode.agile),
            "people.xlsx: the workbook has a password; give it as password: ${env:NAME}"),
        book(
            "standard encryption",
            Workbooks.encrypted(Workbooks.people(), "s3cret", EncryptionMode.standard),
            "people.xlsx: the workbook has a password; give it as password: ${env:NAME}"),
        file(
            "an .xls with a password",
            "people.xls",
            xls("s3cret"),
            "people.xls: the workbook has a password; give it as password: ${env:NAME}"),
        file(
            "an .xls cut off",
            "people.xls",
            Arrays.copyOf(xls(""), 1_500),
            "people.xls: the workbook is damaged or cut off; open it in Excel or LibreOffice, and save it anew"));
  }

  private static Arguments text(String what, String content, String expected) {
    return text(what, content, StandardCharsets.UTF_8, expected);
  }

  private static Arguments text(String what, String content, Charset charset, String expected) {
    return file(what, "people.csv", content.getBytes(charset), expected);
  }

  private static Arguments book(String what, byte[] bytes, String expected) {
    return file(what, "people.xlsx", bytes, expected);
  }

  private static Arguments file(String what, String name, byte[] bytes, String expected) {
    return arguments(what, name, bytes, expected);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(utf8(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] parts(String rows) {
    return Workbooks.zip(Workbooks.parts(rows));
  }

  /** All its entries say in the directory that they are packed with Zstandard, method 93. */
  private static byte[] packedOtherwise() {
    byte[] bytes = parts(HEADER + ANA);
    for (int i = 0; i + 11 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 10] = 93;
      }
    }
    return bytes;
  }

  private static byte[] with(String rows, String part, UnaryOperator<String> change) {
    Map<String, String> parts = Workbooks.parts(rows);
    parts.put(part, change.apply(parts.get(part)));
    return Workbooks.zip(parts);
  }

  private static byte[] renamed(String part, String other) {
    Map<String, String> parts = Workbooks.parts(HEADER + ANA);
    parts.put(other, parts.remove(part));
    parts.computeIfPresent("_rels/.rels", (name, xml) -> xml.replace(part, other));
    return Workbooks.zip(parts);
  }

  private static byte[] strict() {
    Map<String, String> parts = Workbooks.parts(HEADER + ANA);
    parts.replaceAll(
        (part, xml) ->
            xml.replace(Workbooks.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"));
    return Workbooks.zip(parts);
  }

  private static byte[] from1904() {
    return Workbooks.xlsx(
        workbook -> {
          workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
          Sheet sheet = workbook.createSheet("People");
          Workbooks.fill(
              sheet, List.of(List.of("Email", "Name", "Start date"), List.of("ana@example.com")));
          CellStyle day = workbook.createCellStyle();
          day.setDataFormat((short) 14);
          sheet.getRow(1).createCell(2).setCellValue(DAYS_FROM_1904);
          sheet.getRow(1).getCell(2).setCellStyle(day);
        });
  }

  /** A byte in a sheet that UTF-8 does not have there. */
  private static byte[] bad() {
    return Workbooks.zipped(changed(xml -> xml.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static byte[] wide() {
    return Workbooks.zipped(changed(xml -> ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE)));
  }

  private static Map<String, byte[]> changed(Function<String, byte[]> encoding) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    Workbooks.parts(HEADER + row("ana@example.com", "Zoë"))
        .forEach(
            (part, xml) -> bytes.put(part, part.equals(SHEET) ? encoding.apply(xml) : utf8(xml)));
    return bytes;
  }

  private static byte[] xls(String password) {
    Biff8EncryptionKey.setCurrentUserPassword(password.isEmpty() ? null : password);
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Workbooks.fill(
          workbook.createSheet("People"), List.of(List.of("Email"), List.of("bo@example.com")));
      return Workbooks.bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }
}
