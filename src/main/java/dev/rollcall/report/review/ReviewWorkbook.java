package dev.rollcall.report.review;

import static java.util.stream.Collectors.joining;

import dev.rollcall.report.ReportTexts;
import dev.rollcall.security.SheetCells;
import dev.rollcall.source.excel.CellName;
import dev.rollcall.source.excel.NewWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A review as a workbook: a line a right with a cell for the decision, and a sheet that says what
 * it is about.
 */
public final class ReviewWorkbook implements ReviewWriter {

  private static final String SHEET = "Review";
  private static final int HEADER = 1;
  private static final int WRAPPED = 2;
  private static final int ALARM = 3;
  private static final int TO_DECIDE = 4;
  private static final int NOT_HERE = 5;
  private static final int STRONG = 6;
  private static final int LINE_HEIGHT = 13;
  private static final int HIGHEST_ROW = 400;
  private static final String FITTED = "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
  private static final String PAGE =
      "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
          + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>";
  private static final String TO_DO =
      "Write keep or remove into the yellow cells under Decision; blank decides nothing. What a"
          + " group passes on is decided where somebody is in the group, or where the group holds"
          + " it. Change no other cell but the comment.";
  private static final List<Integer> ABOUT_WIDTHS = List.of(26, 100);

  private static final String STYLES =
      NewWorkbook.DECLARATION
          + "<styleSheet "
          + NewWorkbook.MAIN
          + ">"
          + "<fonts count=\"4\"><font><sz val=\"10\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"10\"/><color rgb=\"FFFFFFFF\"/><name val=\"Calibri\"/></font>"
          + "<font><sz val=\"10\"/><color rgb=\"FF9C1C18\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"10\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"6\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill>"
          + fill("FF2F4A66")
          + fill("FFFBE6E4")
          + fill("FFFFF6D6")
          + fill("FFECEEF1")
          + "</fills><borders count=\"2\"><border/>"
          + "<border><left/><right/><top/><bottom style=\"hair\"><color rgb=\"FFB8C0CA\"/></bottom></border>"
          + "</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"7\">"
          + style(0, 0, false)
          + style(1, 2, true)
          + style(0, 0, true)
          + style(2, 3, true)
          + style(3, 4, true)
          + style(0, 5, true)
          + style(3, 0, true)
          + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
          + "</cellStyles></styleSheet>";

  private static String fill(String colour) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\""
        + colour
        + "\"/></patternFill></fill>";
  }

  private static String style(int font, int fill, boolean wrapped) {
    return "<xf numFmtId=\"49\" fontId=\"%d\" fillId=\"%d\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"%s/></xf>"
        .formatted(font, fill, wrapped ? " wrapText=\"1\"" : "");
  }

  @Override
  public void write(AccessReview review, OutputStream out) throws IOException {
    ReviewColumns columns = ReviewColumns.of(review);
    String last = CellName.letters(columns.all().size() - 1);
    int rows = review.lines().size() + 1;
    NewWorkbook book = new NewWorkbook(out, frame(last, rows));
    book.sheet(1, () -> lines(review, columns, book, "A1:" + last + rows));
    book.sheet(2, () -> about(review, book));
    book.finish();
  }

  /** Excel wants the range of a filter to have a name as well. */
  private static NewWorkbook.Frame frame(String last, int rows) {
    String names =
        "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">"
            + "%s!$A$1:$%s$%d</definedName>".formatted(SHEET, last, rows)
            + "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
            + SHEET
            + "!$1:$1</definedName></definedNames>";
    return new NewWorkbook.Frame(
        List.of(SHEET, "About"), "", names, Optional.of(STYLES), Optional.empty());
  }

  private static void lines(
      AccessReview review, ReviewColumns columns, NewWorkbook xml, String range)
      throws IOException {
    xml.raw(FITTED);
    xml.raw(
        "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"1\""
            + " topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>");
    List<Integer> widths = columns.all().stream().map(ReviewColumns.Column::width).toList();
    xml.widths(widths);
    xml.raw("<sheetData>");
    row(xml, 0, guarded(columns.headers()), widths, column -> HEADER);
    int row = 1;
    int decision = columns.headers().indexOf(ReviewColumns.DECISION);
    for (ReviewLine line : review.lines()) {
      row(
          xml,
          row,
          guarded(columns.cells(line)),
          widths,
          column -> style(line, columns, column, decision));
      row++;
    }
    xml.raw("</sheetData><autoFilter ref=\"" + range + "\"/>");
    if (row > 1) {
      validate(xml, CellName.letters(decision), row);
    }
    xml.raw(PAGE);
  }

  private static List<String> guarded(List<String> cells) {
    return cells.stream().map(SheetCells::shown).toList();
  }

  private interface Styling {
    int of(int column);
  }

  private static int style(ReviewLine line, ReviewColumns columns, int column, int decision) {
    if (column == decision || column == decision + 1) {
      return line.decidable() ? TO_DECIDE : NOT_HERE;
    }
    String header = columns.headers().get(column);
    boolean alarming =
        !line.vouching().vouched() && (header.equals("Vouched for") || header.equals("Reason"));
    return alarming ? ALARM : line.isAccount() ? STRONG : WRAPPED;
  }

  private static void row(
      NewWorkbook xml, int row, List<String> cells, List<Integer> widths, Styling style)
      throws IOException {
    int height = Math.min(HIGHEST_ROW, 3 + LINE_HEIGHT * lines(cells, widths));
    xml.raw("<row r=\"%d\" ht=\"%d\" customHeight=\"1\">".formatted(row + 1, height));
    for (int column = 0; column < cells.size(); column++) {
      xml.text(column, row + 1, fitting(cells.get(column)), style.of(column));
    }
    xml.raw("</row>");
  }

  private static String fitting(String words) {
    return words.length() > NewWorkbook.MOST_CHARACTERS
        ? words.substring(0, NewWorkbook.MOST_CHARACTERS)
        : words;
  }

  /** How many lines the fullest cell takes: not every program works that out for itself. */
  private static int lines(List<String> cells, List<Integer> widths) {
    int most = 1;
    for (int column = 0; column < cells.size(); column++) {
      int width = widths.get(column);
      int lines =
          cells
              .get(column)
              .lines()
              .mapToInt(line -> 1 + Math.max(0, line.length() - 1) / width)
              .sum();
      most = Math.max(most, lines);
    }
    return most;
  }

  /** A list to choose the decision from; whatever else is typed in is refused. */
  private static void validate(NewWorkbook xml, String column, int rows) throws IOException {
    String words = List.of(ReviewColumns.KEEP, ReviewColumns.REMOVE).stream().collect(joining(","));
    xml.raw(
        "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\""
            + " showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"Decision\""
            + " error=\"keep, remove, or nothing\" sqref=\"%s2:%1$s%d\"><formula1>\"%s\"</formula1></dataValidation></dataValidations>"
                .formatted(column, rows, words));
  }

  private static void about(AccessReview review, NewWorkbook xml) throws IOException {
    xml.raw(FITTED);
    xml.widths(ABOUT_WIDTHS);
    xml.raw("<sheetData>");
    int row = 0;
    for (List<String> each : facts(review)) {
      List<String> cells = each.stream().map(SheetCells::written).toList();
      row(xml, row, cells, ABOUT_WIDTHS, column -> column == 0 ? STRONG : WRAPPED);
      row++;
    }
    xml.raw("</sheetData>" + PAGE);
  }

  private static List<List<String>> facts(AccessReview review) {
    AccessReview.Head head = review.head();
    String tenant = head.tenant().one();
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("Job", head.job()));
    facts.add(
        List.of(
            Character.toUpperCase(tenant.charAt(0)) + tenant.substring(1),
            head.workspace() + " (" + head.key() + ")"));
    facts.add(List.of("Read at", ReportTexts.time(head.at())));
    facts.add(List.of("Dormant after", head.dormantAfter().toDays() + " days without activity"));
    facts.add(List.of("Result", String.join("\n", ReviewText.summary(review))));
    facts.add(List.of("To decide", TO_DO));
    facts.add(List.of("Then", "rollcall review JOB --decided FILE.xlsx --out PLAN.json"));
    review.gone().forEach(each -> facts.add(List.of("Not held any more", each)));
    return facts;
  }
}
