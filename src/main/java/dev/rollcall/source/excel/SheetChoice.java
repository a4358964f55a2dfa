package dev.rollcall.source.excel;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Nearest;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Addresses;
import dev.rollcall.source.columns.HeaderSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the sheet that is meant, and the rows at its start. */
final class SheetChoice {

  private static final String NAME_ONE =
      "name one: sheet: … in the job file, or --sheet for init and onboard";

  private static final int MOST_SEARCHED = 500;

  /** Rows of a sheet among which addresses are counted. */
  private static final int MOST_COUNTED = 5_000;

  /**
   * A sheet with its first rows.
   *
   * @param start those that are not blank, as far as a header is looked for
   * @param header which of them is the header; -1 where none looks like one
   * @param addresses how many rows have an address, as far as they were counted
   */
  record Chosen(Book.Sheet sheet, List<SheetLine> start, int header, int addresses) {

    /** As messages list it. */
    String told() {
      return "\"%s\" (%s%s)"
          .formatted(
              sheet.name(),
              sheet.hidden() ? "hidden, " : "",
              addresses == 0
                  ? "no address"
                  : addresses == 1 ? "1 address" : addresses + " addresses");
    }
  }

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
                    ? Optional.of(sheets.get(Integer.parseInt(name) - 1))
                    : Optional.empty())
        .orElseThrow(
            () ->
                refused(
                    "there is no sheet \"" + wanted + "\" in the workbook",
                    Nearest.remedy(name, sheets.stream().map(Book.Sheet::name).toList())));
  }

  private Chosen recognised(List<Book.Sheet> sheets) throws IOException {
    if (sheets.size() > MOST_SEARCHED) {
      throw refused("the workbook has " + sheets.size() + " sheets", NAME_ONE);
    }
    List<Chosen> all = all();
    List<Chosen> tables = all.stream().filter(chosen -> chosen.header() >= 0).toList();
    List<Chosen> known = tables.stream().filter(this::recognises).toList();
    List<Chosen> found = known.isEmpty() ? tables : known;
    // Assignments that are joined to people by something else than an address are no roster.
    List<Chosen> addressed = found.stream().filter(this::findsAddresses).toList();
    return only(found)
        .filter(chosen -> chosen.addresses() > 0 || nobodyElseHasAny(chosen, all))
        .or(() -> only(addressed))
        .or(() -> only(withAddresses(found)))
        .or(() -> only(withAddresses(addressed)))
        .orElseThrow(() -> refusedAmong(found, all));
  }

  /** Every sheet, looked at. */
  List<Chosen> all() throws IOException {
    List<Chosen> all = new ArrayList<>();
    for (Book.Sheet sheet : book.sheets()) {
      all.add(looked(sheet));
    }
    return all;
  }

  private static Optional<Chosen> only(List<Chosen> sheets) {
    return sheets.size() == 1 ? Optional.of(sheets.get(0)) : Optional.empty();
  }

  private static List<Chosen> withAddresses(List<Chosen> sheets) {
    return sheets.stream().filter(chosen -> chosen.addresses() > 0).toList();
  }

  private static boolean nobodyElseHasAny(Chosen chosen, List<Chosen> all) {
    return withAddresses(all).stream().allMatch(other -> other == chosen);
  }

  private UnreadableSource refusedAmong(List<Chosen> found, List<Chosen> all) {
    return found.isEmpty()
        ? refused(
            "no sheet has a header with columns that are known; the sheets are " + names(all),
            NAME_ONE)
        : refused("several sheets could be the roster: " + names(all), NAME_ONE);
  }

  private boolean recognises(Chosen chosen) {
    return settings.headers().recognises(chosen.start().get(chosen.header()).texts());
  }

  private boolean findsAddresses(Chosen chosen) {
    return settings.headers().findsAddresses(chosen.start().get(chosen.header()).texts());
  }

  private static String names(List<Chosen> sheets) {
    return sheets.stream().limit(20).map(Chosen::told).collect(joining(", "));
  }

  /** Looks where the header is, and how many addresses there are. */
  private Chosen looked(Book.Sheet sheet) throws IOException {
    List<SheetLine> start = new ArrayList<>();
    int wanted = settings.headerRow().orElse(0);
    int most = book.sheets().size() == 1 || settings.sheet().isPresent() ? 0 : MOST_COUNTED;
    int addresses = 0;
    try (Book.Lines lines = book.lines(sheet)) {
      SheetLine line = lines.next();
      for (int seen = 0; line != null && isWanted(line, start, seen, most); seen++) {
        addresses += hasAddress(line) ? 1 : 0;
        if (!line.isBlank()
            && (wanted == 0 ? start.size() < HeaderSearch.DEPTH : line.row() == wanted)) {
          start.add(line);
        }
        line = lines.next();
      }
    }
    int header =
        wanted > 0
            ? start.size() - 1
            : settings.headers().find(start.stream().map(SheetLine::texts).toList()).orElse(-1);
    return new Chosen(sheet, start, header, addresses);
  }

  private boolean isWanted(SheetLine line, List<SheetLine> start, int seen, int mostCounted) {
    return seen < mostCounted
        || settings
            .headerRow()
            .map(wanted -> line.row() <= wanted)
            .orElse(start.size() < HeaderSearch.DEPTH);
  }

  private static boolean hasAddress(SheetLine line) {
    return line.cells().stream().anyMatch(cell -> Addresses.looksLikeOne(cell.text()));
  }

  private UnreadableSource refused(String what, String remedy) {
    return new UnreadableSource(settings.label(), what, remedy);
  }
}
