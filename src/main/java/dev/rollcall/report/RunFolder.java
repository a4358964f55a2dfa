package dev.rollcall.report;

import dev.rollcall.apply.RunId;
import dev.rollcall.security.AddressTrace;
import dev.rollcall.security.FileLook;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The folder that a run has left, to be deleted or looked through. Only what a run writes is ever
 * touched: plain files with the names of reports, in a folder with the name of the run, no links
 * followed. A {@code report.json} of another run means that the folder is somebody else's.
 */
public final class RunFolder {

  private static final Pattern OURS =
      Pattern.compile(
          "report\\.html|report\\.json|operations\\.csv|rejects[\\p{L}\\p{N}._-]*\\.(csv|xlsx)"
              + "|\\.(report\\.html|report\\.json|operations\\.csv)\\.part");

  private static final int HEAD = 4096;
  private static final int ZIP = 0x504B0304;

  private final Path folder;
  private final RunId run;

  private RunFolder(Path folder, RunId run) {
    this.folder = folder;
    this.run = run;
  }

  /** That of a run in a folder of reports; it need not be there. */
  public static RunFolder of(Path reports, RunId run) {
    return new RunFolder(reports.toAbsolutePath().normalize().resolve(run.value()), run);
  }

  /** All in a folder of reports, oldest first; none where there is no such folder. */
  public static List<RunFolder> in(Path reports) throws IOException {
    List<RunFolder> found = new ArrayList<>();
    if (FileLook.at(reports).filter(BasicFileAttributes::isDirectory).isPresent()) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(reports, RunFolder::isNamed)) {
        folders.forEach(each -> found.add(of(reports, new RunId(each.getFileName().toString()))));
      }
    }
    found.removeIf(each -> !each.mayExist());
    found.sort(java.util.Comparator.comparing(RunFolder::run));
    return found;
  }

  /** Of one that is closed to us nobody can tell; whoever looks for files in it is told so. */
  private boolean mayExist() {
    try {
      return exists();
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isNamed(Path folder) {
    try {
      new RunId(folder.getFileName().toString());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whose it is. */
  public RunId run() {
    return run;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Whether it is there, and not another run's. */
  public boolean exists() throws IOException {
    if (unlinked(folder).filter(BasicFileAttributes::isDirectory).isEmpty()) {
      return false;
    }
    return unlinked(json()).isEmpty() || value("run").filter(run.value()::equals).isPresent();
  }

  private Path json() {
    return folder.resolve(ReportFolder.Format.JSON.fileName());
  }

  private static Optional<BasicFileAttributes> unlinked(Path path) throws IOException {
    return FileLook.at(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** The job it was a run of, as far as a report says. */
  public Optional<String> job() {
    try {
      return value("job");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** When the run began, by its name. */
  public Optional<Instant> started() {
    return run.start();
  }

  /** One of the first values of the report, all of which are plain words. */
  private Optional<String> value(String key) throws IOException {
    if (unlinked(json()).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(json())) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      Matcher found = Pattern.compile("\"" + key + "\"\\s*:\\s*\"([^\"]*)\"").matcher(head);
      return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
  }

  /** The reports and rejected rows in it. */
  public List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path file : all()) {
      if (isOurs(file)) {
        files.add(file);
      }
    }
    return files;
  }

  /** Whether something is in it that no run has written. */
  public boolean hasOthers() throws IOException {
    return files().size() < all().size();
  }

  private static boolean isOurs(Path file) throws IOException {
    return OURS.matcher(file.getFileName().toString()).matches()
        && unlinked(file).filter(BasicFileAttributes::isRegularFile).isPresent();
  }

  private List<Path> all() throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(all::add);
    }
    all.sort(null);
    return all;
  }

  /**
   * The files that tell of an address, and those into which nobody can look: a workbook with a
   * password.
   */
  public List<Path> filesAbout(AddressTrace address) throws IOException {
    List<Path> about = new ArrayList<>();
    for (Path file : files()) {
      if (tells(file, address)) {
        about.add(file);
      }
    }
    return about;
  }

  private static boolean tells(Path file, AddressTrace address) throws IOException {
    if (!file.getFileName().toString().endsWith(".xlsx")) {
      try (InputStream in = Files.newInputStream(file)) {
        return tells(in, address);
      }
    }
    return !isZip(file) || tellsWithin(file, address);
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(Integer.BYTES);
      return start.length == Integer.BYTES && java.nio.ByteBuffer.wrap(start).getInt() == ZIP;
    }
  }

  private static boolean tellsWithin(Path workbook, AddressTrace address) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(workbook)))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (tells(zip, address)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean tells(InputStream text, AddressTrace address) throws IOException {
    return address.isIn(new InputStreamReader(text, StandardCharsets.UTF_8));
  }

  /**
   * Deletes these files of it, and the folder once it is empty.
   *
   * @return whether the folder is gone; where not, something in it stays
   */
  public boolean delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
