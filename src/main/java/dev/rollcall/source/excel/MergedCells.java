package dev.rollcall.source.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Merged cells that span several rows: the value stands in the first, and counts for each. A cell
 * merged over columns keeps its value in the first column alone. Single use, for rows in order.
 */
final class MergedCells {

  private static final int MOST = 1_000_000;
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_TAG = 256;
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:\\w+:)?mergeCell\\s[^>]{0,80}?ref\\s?=\\s?[\"']"
              + "([A-Z]{1,3}\\d{1,7}):([A-Z]{1,3}\\d{1,7})[\"']");

  /** One column of merged cells, rows from 1. */
  record Region(int column, int top, int bottom) {}

  private final List<Region> regions;
  private final Map<Integer, Region> current = new HashMap<>();
  private final Map<Integer, Cell> values = new HashMap<>();
  private Optional<Region> firstUsed = Optional.empty();
  private int next;

  /** Takes regions over several rows. */
  MergedCells(List<Region> regions) {
    this.regions = new ArrayList<>(regions);
    this.regions.sort(Comparator.comparingInt(Region::top));
  }

  /**
   * Finds them in the text of a sheet, where they stand behind the rows that they are needed for.
   * To parse all rows twice for them would cost too much.
   */
  static MergedCells read(InputStream sheet, String label) throws IOException {
    List<Region> found = new ArrayList<>();
    byte[] bytes = new byte[CHUNK];
    String rest = "";
    for (int count = sheet.read(bytes); count >= 0; count = sheet.read(bytes)) {
      String text = rest + new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
      rest = text.substring(text.contains("mergeCell ") ? find(text, found) : lastTag(text));
      if (found.size() > MOST) {
        throw UnreadableWorkbook.tooMuch(label, "it has more than a million merged cells");
      }
    }
    return new MergedCells(found);
  }

  /** Adds what is found and returns the end of it. */
  private static int find(String text, List<Region> found) {
    Matcher tag = TAG.matcher(text);
    int end = 0;
    while (tag.find()) {
      end = tag.end();
      Region region =
          new Region(
              CellName.column(tag.group(1)),
              CellName.row(tag.group(1)),
              CellName.row(tag.group(2)));
      if (region.bottom() > region.top()) {
        found.add(region);
      }
    }
    return Math.max(end, lastTag(text));
  }

  /** Where a tag may have been cut in two. */
  private static int lastTag(String text) {
    int tag = text.lastIndexOf('<');
    return tag < 0 ? text.length() : Math.max(tag, text.length() - LONGEST_TAG);
  }

  /** The row with the values that its merged cells have from rows above. */
  SheetLine fill(SheetLine line) {
    if (next == regions.size() && current.isEmpty()) {
      return line;
    }
    begin(line);
    List<Cell> cells = line.cells();
    boolean blank = line.isBlank();
    for (Iterator<Region> all = current.values().iterator(); all.hasNext(); ) {
      Region region = all.next();
      if (region.bottom() < line.row()) {
        all.remove();
      } else if (region.top() < line.row() && !blank && line.cell(region.column()).isBlank()) {
        cells = filled(cells, region);
      }
    }
    return new SheetLine(line.row(), line.hidden(), cells, line.beyond());
  }

  private void begin(SheetLine line) {
    for (; next < regions.size() && regions.get(next).top() <= line.row(); next++) {
      Region region = regions.get(next);
      current.put(region.column(), region);
      values.put(
          region.column(), region.top() == line.row() ? line.cell(region.column()) : Cell.BLANK);
    }
  }

  private List<Cell> filled(List<Cell> cells, Region region) {
    Cell value = values.getOrDefault(region.column(), Cell.BLANK);
    if (value.isBlank()) {
      return cells;
    }
    if (firstUsed.isEmpty()) {
      firstUsed = Optional.of(region);
    }
    List<Cell> more = new ArrayList<>(cells);
    while (more.size() <= region.column()) {
      more.add(Cell.BLANK);
    }
    more.set(region.column(), value);
    return more;
  }

  /** The last row of a cell that begins in this row and goes on below; the row itself if none. */
  int bottomOf(SheetLine line) {
    int bottom = line.row();
    for (Region region : regions) {
      if (region.top() == line.row() && !line.cell(region.column()).isBlank()) {
        bottom = Math.max(bottom, region.bottom());
      }
    }
    return bottom;
  }

  /** The first cell whose value was taken for a row below it. */
  Optional<Region> firstUsed() {
    return firstUsed;
  }

  /** Forgets what was used so far. */
  void forgetUsed() {
    firstUsed = Optional.empty();
  }
}
