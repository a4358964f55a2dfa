package dev.rollcall.source.excel;

import dev.rollcall.source.ReadableFile;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;

/** Opens a file as the workbook that it is, whatever its name, or says what else it is. */
final class WorkbookOpener {

  private static final int HEAD = 4_096;

  private final ExcelSettings settings;

  private WorkbookOpener(ExcelSettings settings) {
    this.settings = settings;
  }

  /**
   * Opens it. The caller closes the book.
   *
   * @throws UnreadableSource where it is no workbook, or one that cannot be opened
   */
  static Book of(ExcelSettings settings) throws IOException {
    return new WorkbookOpener(settings).open();
  }

  private Book open() throws IOException {
    ReadableFile.check(settings.path(), settings.label());
    FileKind kind = FileKind.of(head());
    return switch (kind.content()) {
      case ZIP -> zip(Files.newByteChannel(settings.path()));
      case OLE2 -> Ole2File.open(settings, this::zip);
      case OTHER -> throw isReally(kind.name(), kind.remedy());
    };
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(settings.path())) {
      return in.readNBytes(HEAD);
    }
  }

  /** A zip that should be a workbook; takes over the channel. */
  private Book zip(SeekableByteChannel channel) throws IOException {
    WorkbookParts parts = WorkbookParts.open(channel, settings.label());
    try {
      checkIsWorkbook(parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
    return XlsxBook.of(parts);
  }

  private void checkIsWorkbook(WorkbookParts parts) throws IOException {
    if (parts.has("content.xml") && parts.has("META-INF/manifest.xml")) {
      throw isReally(
          "an OpenDocument spreadsheet (.ods)", "open it in LibreOffice and save it as .xlsx");
    }
    if (!parts.has("_rels/.rels") || !parts.has("[Content_Types].xml")) {
      throw isReally("a zip archive", "unpack it first, and name the workbook in it");
    }
    String workbook = XlsxBook.workbookPart(parts);
    if (workbook.endsWith(".bin")) {
      throw isReally("a binary workbook (.xlsb)", "open it in Excel and save it as .xlsx");
    }
    if (workbook.startsWith("word/") || workbook.startsWith("ppt/")) {
      throw isReally("another Office document (Word or PowerPoint)", "save the table as .xlsx");
    }
  }

  private UnreadableSource isReally(String name, String remedy) {
    return refused("this is no Excel workbook but " + name, remedy);
  }

  private UnreadableSource refused(String what, String remedy) {
    return new UnreadableSource(settings.label(), what, remedy);
  }
}
