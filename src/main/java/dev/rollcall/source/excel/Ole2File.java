package dev.rollcall.source.excel;

import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What comes in a compound file: a workbook of the old binary format, or an encrypted one of the
 * new. Decrypted content stays in memory.
 */
final class Ole2File {

  /** A workbook of the old format takes many times its size in memory. */
  private static final long LARGEST_XLS = 24L * 1024 * 1024;

  private static final long LARGEST_ENCRYPTED = 96L * 1024 * 1024;
  private static final int MOST_SPINS = 10_000_000;

  /** Opens what was decrypted. */
  interface Decrypted {
    /** Takes over the channel. */
    Book open(SeekableByteChannel channel) throws IOException;
  }

  private final ExcelSettings settings;

  private Ole2File(ExcelSettings settings) {
    this.settings = settings;
  }

  static Book open(ExcelSettings settings, Decrypted decrypted) throws IOException {
    Ole2File file = new Ole2File(settings);
    try (POIFSFileSystem system = new POIFSFileSystem(settings.path().toFile(), true)) {
      if (system.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
        return decrypted.open(file.decrypt(system));
      }
      return file.xls(system);
    } catch (EncryptedDocumentException e) {
      throw file.locked();
    }
  }

  private SeekableByteChannel decrypt(POIFSFileSystem system) throws IOException {
    checkSize(LARGEST_ENCRYPTED);
    if (!system.getRoot().hasEntryCaseInsensitive("EncryptionInfo")) {
      throw refused(
          "the workbook is protected by rights management",
          "save it with a password or without protection");
    }
    EncryptionInfo info = new EncryptionInfo(system);
    if (info.getVerifier().getSpinCount() > MOST_SPINS) {
      throw UnreadableWorkbook.tooMuch(
          settings.label(), "its password would take minutes to check");
    }
    Decryptor decryptor = info.getDecryptor();
    try {
      if (!decryptor.verifyPassword(settings.password().orElse(Decryptor.DEFAULT_PASSWORD))) {
        throw locked();
      }
      try (InputStream in = decryptor.getDataStream(system)) {
        return new SeekableInMemoryByteChannel(in.readNBytes((int) LARGEST_ENCRYPTED));
      }
    } catch (GeneralSecurityException e) {
      throw UnreadableWorkbook.at(settings.label(), "the workbook cannot be decrypted");
    }
  }

  private Book xls(POIFSFileSystem system) throws IOException {
    if (!system.getRoot().hasEntryCaseInsensitive("Workbook")
        && !system.getRoot().hasEntryCaseInsensitive("Book")) {
      throw refused(
          "this is no Excel workbook but another Office document (Word, Outlook, …)",
          "save the table as .xlsx");
    }
    checkSize(LARGEST_XLS);
    Biff8EncryptionKey.setCurrentUserPassword(settings.password().orElse(null));
    try {
      return new XlsBook(new HSSFWorkbook(system));
    } catch (OldExcelFormatException e) {
      throw refused(
          "this is a workbook of Excel 95 or older",
          "open it in Excel or LibreOffice and save it as .xlsx");
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private void checkSize(long most) throws IOException {
    long size = Files.size(settings.path());
    if (size > most) {
      throw refused(
          "the workbook has %d MiB; of this kind, at most %d can be read"
              .formatted(size >> 20, most >> 20),
          "save it as .xlsx without a password");
    }
  }

  private UnreadableSource locked() {
    return settings.password().isEmpty()
        ? refused("the workbook has a password", "give it as password: ${env:NAME}")
        : refused("the password of the workbook is wrong", "look at password: in the job file");
  }

  private UnreadableSource refused(String what, String remedy) {
    return new UnreadableSource(settings.label(), what, remedy);
  }
}
