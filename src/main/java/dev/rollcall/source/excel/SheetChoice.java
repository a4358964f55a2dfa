package dev.rollcall.source.excel;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Nearest;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the sheet that is meant, and the rows at its start. */
final class SheetChoice {

  private static final int MOST_SEARCHED = 500;

  /**
   * A sheet with its first rows.
   *
   * @param start those that are not blank, as far as a header is looked for
   * @param header which of them is the header; -1 where none looks like one
   */
  record Chosen(Book.Sheet sheet, List<SheetLine> start, int header) {}

  private final ExcelSettings settings;
  private final Book book;

  SheetChoice(ExcelSettings settings, Book book) {
    this.settings = settings;
    this.book = book;
  }

  /** The sheet named, else the one with a header that is recognised. */
  Chosen choose() throws IOException {
    List<Book.Sheet> sheets = book.sheets();
    if (sheets.isEmpty()) {
      throw refused("the workbook has no sheet with cells", "export it anew");
    }
    if (settings.sheet().isPresent()) {
      return looked(named(settings.sheet().get(), sheets));
    }
    return sheets.size() == 1 ? looked(sheets.get(0)) : recognised(sheets);
  }

  private Book.Sheet named(String wanted, List<Book.Sheet> sheets) {
    String name = wanted.strip();
    return sheets.stream()
        .filter(sheet -> sheet.name().equals(wanted))
        .findFirst()
        .or(
            () ->
                sheets.stream()
                    .filter(sheet -> sheet.name().strip().equalsIgnoreCase(name))
                    .findFirst())
        .or(
            () ->
                name.matches("[1-9]\\d{0,5}") && Integer.parseInt(name) <= sheets.size()
                    ? java.util.Optional.of(sheets.get(Integer.parseInt(name) - 1))
                    : java.util.Optional.empty())
        .orElseThrow(
            () ->
                refused(
                    "there is no sheet \"" + wanted + "\" in the workbook",
                    Nearest.remedy(name, sheets.stream().map(Book.Sheet::name).toList())));
  }

  private Chosen recognised(List<Book.Sheet> sheets) throws IOException {
    if (sheets.size() > MOST_SEARCHED) {
      throw refused("the workbook has " + sheets.size() + " sheets", "name one: sheet: …");
    }
    List<Chosen> found = new ArrayList<>();
    for (Book.Sheet sheet : sheets) {
      Chosen chosen = looked(sheet);
      if (chosen.header() >= 0 && recognises(chosen)) {
        found.add(chosen);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    // Assignments that are joined to people by something else than an address are no roster.
    List<Chosen> addressed = found.stream().filter(this::findsAddresses).toList();
    if (addressed.size() == 1) {
      return addressed.get(0);
    }
    throw found.isEmpty()
        ? refused(
            "no sheet has a header with columns that are known; the sheets are " + names(sheets),
            "name one: sheet: …")
        : refused(
            "several sheets could be the roster: "
                + names(found.stream().map(Chosen::sheet).toList()),
            "name one: sheet: …");
  }

  private boolean recognises(Chosen chosen) {
    return settings.headers().recognises(chosen.start().get(chosen.header()).texts());
  }

  private boolean findsAddresses(Chosen chosen) {
    return settings.headers().findsAddresses(chosen.start().get(chosen.header()).texts());
  }

  private static String names(List<Book.Sheet> sheets) {
    return sheets.stream()
        .limit(20)
        .map(sheet -> "\"" + sheet.name() + "\"" + (sheet.hidden() ? " (hidden)" : ""))
        .collect(joining(", "));
  }

  /** Looks where the header is. */
  private Chosen looked(Book.Sheet sheet) throws IOException {
    List<SheetLine> start = new ArrayList<>();
    int wanted = settings.headerRow().orElse(0);
    try (Book.Lines lines = book.lines(sheet)) {
      SheetLine line = lines.next();
      while (line != null
          && (wanted > 0
              ? line.row() <= wanted
              : start.size() < dev.rollcall.source.HeaderSearch.DEPTH)) {
        if (!line.isBlank() && (wanted == 0 || line.row() == wanted)) {
          start.add(line);
        }
        line = lines.next();
      }
    }
    int header =
        wanted > 0
            ? start.size() - 1
            : settings.headers().find(start.stream().map(SheetLine::texts).toList()).orElse(-1);
    return new Chosen(sheet, start, header);
  }

  private UnreadableSource refused(String what, String remedy) {
    return Damaged.unreadable(settings.label(), what, remedy);
  }
}
