package dev.rollcall.source.excel;

import dev.rollcall.security.OwnerOnly;
import dev.rollcall.source.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Hands rejected rows back as a workbook: the reason and what would be right, then the source's own
 * cells as they are there, each of its kind and look, so that they can be mended and read again
 * with the same job file.
 *
 * <p>The source is read once more for that, row by row. What is no longer there as it was, is
 * written as the text that was read. Where the source has a password, so has what comes from it.
 */
public final class RejectsWorkbook {

  private RejectsWorkbook() {}

  /**
   * Writes the rows of one source.
   *
   * @param rejects at least one, all of the same source, by row
   * @param access who may read it
   */
  public static void write(
      Path file, ExcelSettings settings, List<Reject> rejects, OwnerOnly access)
      throws IOException {
    if (settings.password().isEmpty()) {
      try (OutputStream out = access.output(file)) {
        writePlain(out, settings, rejects);
      }
      return;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    writePlain(plain, settings, rejects);
    try (OutputStream out = access.output(file)) {
      PrivateTempFiles.during(() -> encrypt(out, plain.toByteArray(), settings.password().get()));
    }
  }

  private static void writePlain(OutputStream out, ExcelSettings settings, List<Reject> rejects)
      throws IOException {
    Optional<Book> source = source(settings);
    if (source.isEmpty()) {
      new RejectsSheet(settings, rejects, sheetName(settings, rejects), StyleParts.NONE)
          .write(out, () -> null);
      return;
    }
    try (Book book = source.get()) {
      SheetChoice.Chosen chosen = new SheetChoice(settings, book).choose();
      MergedCells merges = book.merges(chosen.sheet());
      try (Book.Lines lines = book.lines(chosen.sheet())) {
        new RejectsSheet(settings, rejects, chosen.sheet().name(), book.styleParts())
            .write(
                out,
                () -> {
                  SheetLine line = lines.next();
                  return line == null ? null : merges.fill(line);
                });
      }
    }
  }

  /** The source where it can still be read; nothing is written before that is known. */
  private static Optional<Book> source(ExcelSettings settings) throws IOException {
    Book book = null;
    try {
      book = WorkbookOpener.of(settings);
      SheetChoice.Chosen chosen = new SheetChoice(settings, book).choose();
      book.styleParts();
      readThrough(book, chosen.sheet());
      return Optional.of(book);
    } catch (IOException | RuntimeException e) {
      if (book != null) {
        book.close();
      }
      return Optional.empty();
    }
  }

  private static void readThrough(Book book, Book.Sheet sheet) throws IOException {
    book.merges(sheet);
    try (Book.Lines lines = book.lines(sheet)) {
      while (lines.next() != null) {
        continue;
      }
    }
  }

  /** As the places of the problems have it. */
  private static String sheetName(ExcelSettings settings, List<Reject> rejects) {
    String where = rejects.get(0).problems().get(0).where();
    String start = settings.label() + "!";
    int end = where.lastIndexOf('!');
    return where.startsWith(start) && end > start.length()
        ? where.substring(start.length(), end)
        : settings.sheet().orElse("Rejects");
  }

  private static void encrypt(OutputStream out, byte[] plain, String password) throws IOException {
    Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
    encryptor.confirmPassword(password);
    try (POIFSFileSystem system = new POIFSFileSystem()) {
      try (OutputStream encrypted = encryptor.getDataStream(system)) {
        encrypted.write(plain);
      }
      system.writeFilesystem(out);
    } catch (GeneralSecurityException e) {
      throw new IOException("the rejected rows could not be encrypted", e);
    }
  }
}
