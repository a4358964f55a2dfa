package dev.rollcall.source.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * The parts of a workbook in the Office Open XML format: the entries of a zip, and how they refer
 * to each other. References to anything outside the zip are passed over.
 *
 * <p>POI's own package was tried in its place: it unpacks a decrypted workbook into memory and
 * refuses it beyond 100 MB a part, its reader knows no strict format, its shared strings take twice
 * the heap and thrice the time, and its bounds are settings of the whole process.
 */
final class WorkbookParts implements Closeable {

  /**
   * What a zip may spend on its directory: some ten thousand parts, where real ones have dozens.
   */
  private static final int LARGEST_DIRECTORY = 1024 * 1024;

  /** Stored, deflated, and deflated in the way of large files. */
  private static final Set<Integer> PACKINGS = Set.of(0, 8, 9);

  private static final long LARGEST_PART = 2L * 1024 * 1024 * 1024;
  private static final long UNSUSPICIOUS = 1024 * 1024;
  private static final int MOST_INFLATED = 100;

  /** A reference from one part to another. */
  record Reference(String id, String type, String part) {}

  private final ZipFile zip;
  private final String label;
  private final long size;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

  private WorkbookParts(ZipFile zip, String label, long size) {
    this.zip = zip;
    this.label = label;
    this.size = size;
    Enumeration<ZipArchiveEntry> all = zip.getEntries();
    while (all.hasMoreElements()) {
      ZipArchiveEntry entry = all.nextElement();
      entries.putIfAbsent(key(entry.getName()), entry);
    }
  }

  /** Opens a zip; the channel is closed with it. */
  static WorkbookParts open(SeekableByteChannel channel, String label) throws IOException {
    try {
      checkDirectory(channel, label);
      channel.position(0);
      long size = channel.size();
      return new WorkbookParts(
          ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get(),
          label,
          size);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** A zip's directory is held in memory, whatever its size: so that is looked at first. */
  private static void checkDirectory(SeekableByteChannel channel, String label) throws IOException {
    int length = (int) Math.min(channel.size(), 22 + 65_535);
    ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(channel.size() - length);
    while (tail.hasRemaining() && channel.read(tail) >= 0) {
      continue;
    }
    for (int at = length - 22; at >= 0; at--) {
      if (tail.getInt(at) == 0x06054b50) {
        long start = Integer.toUnsignedLong(tail.getInt(at + 16));
        if (channel.size() - start > LARGEST_DIRECTORY) {
          throw UnreadableWorkbook.tooMuch(label, "it has many thousand parts");
        }
        return;
      }
    }
    throw UnreadableWorkbook.at(label, "the workbook is cut off or damaged: its end is missing");
  }

  private static String key(String name) {
    String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  String label() {
    return label;
  }

  /** A part as XML. */
  PartReader read(String part) throws IOException {
    return new PartReader(label + " (" + part + ")", stream(part));
  }

  /** The bytes of a part, bounded. */
  InputStream stream(String part) throws IOException {
    ZipArchiveEntry entry = entries.get(key(part));
    if (entry == null) {
      throw UnreadableWorkbook.at(label, "the workbook is damaged: " + part + " is missing in it");
    }
    if (!PACKINGS.contains(entry.getMethod())) {
      // Some that are never in workbooks would need libraries that are not there.
      throw UnreadableWorkbook.at(
          label, "the workbook is damaged: " + part + " is packed as no workbook is");
    }
    long packed = Math.min(size, Math.max(entry.getCompressedSize(), 0));
    return new Bounded(zip.getInputStream(entry), Math.max(packed, 1));
  }

  /** What a part refers to; {@code ""} is the workbook as a whole. */
  List<Reference> references(String part) throws IOException {
    int name = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, name);
    String list = folder + "_rels/" + part.substring(name) + ".rels";
    List<Reference> found = new ArrayList<>();
    if (!has(list)) {
      return found;
    }
    try (PartReader xml = read(list)) {
      while (xml.next()) {
        if (xml.opens("Relationship") && !xml.attribute("TargetMode").equals("External")) {
          String type = xml.attribute("Type");
          found.add(
              new Reference(
                  xml.attribute("Id"),
                  type.substring(type.lastIndexOf('/') + 1),
                  resolve(folder, xml.attribute("Target"))));
        }
      }
    }
    return found;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    List<String> steps = new ArrayList<>();
    for (String step : (folder + target.replace('\\', '/')).split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty()) {
        steps.remove(steps.size() - 1);
      } else if (!step.equals(".") && !step.equals("..")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Ends where far more comes out than can be meant. */
  private final class Bounded extends ProxyInputStream {

    private final long packed;
    private long unpacked;

    Bounded(InputStream in, long packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    protected void afterRead(int count) {
      unpacked += Math.max(count, 0);
      if (unpacked > LARGEST_PART
          || (unpacked > UNSUSPICIOUS && unpacked / MOST_INFLATED > packed)) {
        throw UnreadableWorkbook.tooMuch(
            label, "it unpacks to more than " + MOST_INFLATED + " times its size (a zip bomb)");
      }
    }
  }
}
