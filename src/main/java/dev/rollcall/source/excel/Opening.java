package dev.rollcall.source.excel;

import dev.rollcall.model.Nearest;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a file as the workbook that it is, whatever its name, or says what else it is. */
final class Opening {

  private static final int HEAD = 4_096;
  private static final int MOST_NEIGHBOURS = 1_000;

  private final ExcelSettings settings;

  private Opening(ExcelSettings settings) {
    this.settings = settings;
  }

  /**
   * Opens it. The caller closes the book.
   *
   * @throws UnreadableSource where it is no workbook, or one that cannot be opened
   */
  static Book of(ExcelSettings settings) throws IOException {
    return new Opening(settings).open();
  }

  private Book open() throws IOException {
    checkFile();
    FileKind kind = FileKind.of(head());
    return switch (kind.content()) {
      case ZIP -> zip(Files.newByteChannel(settings.path()));
      case OLE2 -> Ole2File.open(settings, this::zip);
      case OTHER -> throw isReally(kind.name(), kind.remedy());
    };
  }

  private void checkFile() {
    Path path = settings.path();
    if (!Files.exists(path)) {
      throw refused("there is no such file", neighbours(path));
    }
    if (Files.isDirectory(path)) {
      throw refused("this is a folder", "name a workbook in it");
    }
    if (!Files.isRegularFile(path)) {
      throw refused("this is no regular file", "write it to a file");
    }
    if (!Files.isReadable(path)) {
      throw refused("there is no permission to read it", "let this user read it");
    }
  }

  private static String neighbours(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "the folder " + folder + " does not exist either";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.limit(MOST_NEIGHBOURS).map(file -> String.valueOf(file.getFileName())).toList();
      Optional<String> near = Nearest.to(String.valueOf(path.getFileName()), names);
      return near.map(name -> "did you mean \"" + name + "\"?")
          .orElse("nothing in " + folder + " has a similar name");
    } catch (IOException e) {
      return "the folder " + folder + " cannot be listed";
    }
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(settings.path())) {
      return in.readNBytes(HEAD);
    }
  }

  /** A zip that should be a workbook; takes over the channel. */
  private Book zip(SeekableByteChannel channel) throws IOException {
    Parts parts = Parts.open(channel, settings.label());
    try {
      checkIsWorkbook(parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
    return XlsxBook.of(parts);
  }

  private void checkIsWorkbook(Parts parts) throws IOException {
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
    return Damaged.unreadable(settings.label(), what, remedy);
  }
}
