package dev.rollcall.explain;

import static java.util.stream.Collectors.joining;

import dev.rollcall.explain.Explanation.Lost;
import dev.rollcall.explain.Explanation.Right;
import dev.rollcall.explain.Explanation.RuleWord;
import dev.rollcall.explain.Explanation.SourceRow;
import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.report.AssigneeChanges;
import dev.rollcall.report.ConsolePlan;
import dev.rollcall.report.OperationSummary;
import dev.rollcall.report.OperationSummary.Mark;
import dev.rollcall.report.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An explanation as chapters of lines that can be forwarded to anybody. */
final class ExplanationStory {

  /** A title with its lines. */
  record Chapter(String title, List<Line> lines) {}

  /**
   * A line.
   *
   * @param mark the sign before it, if it has one
   * @param aside where it comes from; may be empty
   */
  record Line(Optional<Mark> mark, String text, String aside) {}

  private final Explanation told;
  private final List<Chapter> chapters = new ArrayList<>();

  private ExplanationStory(Explanation told) {
    this.told = told;
  }

  static List<Chapter> of(Explanation explanation) {
    return new ExplanationStory(explanation).tell();
  }

  private List<Chapter> tell() {
    chapter(
        "What the records say", told.rows().stream().flatMap(row -> row(row).stream()).toList());
    chapter(
        "Where they stand",
        told.standing().stream().map(each -> line(each.why(), bracketed(each.where()))).toList());
    chapter("Rules", told.rules().stream().map(ExplanationStory::rule).toList());
    chapter("What they are to hold", told.desired().stream().map(ExplanationStory::right).toList());
    chapter(
        "What was said too, and lost", told.lost().stream().map(ExplanationStory::lost).toList());
    chapter(
        "Why they are left alone",
        told.held().stream().map(why -> marked(Mark.DECIDE, why, "")).toList());
    chapter("What the " + told.tenant() + " holds now", present());
    chapter("What would be done", told.operations().stream().map(this::done).toList());
    chapter(
        told.operations().isEmpty() ? "Why nothing is done" : "Worth knowing",
        told.notes().stream().map(note -> line(note, "")).toList());
    chapter("Did you mean", told.nearest().stream().map(near -> line(near, "")).toList());
    return chapters;
  }

  private void chapter(String title, List<Line> lines) {
    if (!lines.isEmpty()) {
      chapters.add(new Chapter(title, lines));
    }
  }

  private static List<Line> row(SourceRow row) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(row.where(), bracketed("source " + row.source())));
    row.cells().stream()
        .filter(cell -> !cell.value().isBlank())
        .forEach(cell -> lines.add(line("    " + cell.header() + ": " + cell.value(), "")));
    String blank =
        row.cells().stream()
            .filter(cell -> cell.value().isBlank())
            .map(cell -> cell.header())
            .collect(joining(", "));
    if (!blank.isEmpty()) {
      lines.add(line("    blank: " + blank, ""));
    }
    if (!row.leftOut().isEmpty()) {
      lines.add(marked(Mark.DECIDE, row.leftOut(), ""));
    }
    row.problems()
        .forEach(problem -> lines.add(marked(Mark.DECIDE, problem.toString(), "set aside")));
    return lines;
  }

  private static Line rule(RuleWord rule) {
    String gives = rule.gives().isEmpty() ? "" : ": " + rights(rule.gives());
    return rule.matches()
        ? marked(Mark.ADD, "\"" + rule.name() + "\" matches" + gives, bracketed(rule.where()))
        : line("\"" + rule.name() + "\" does not match", bracketed(rule.where()));
  }

  private static Line right(Right right) {
    return line(right.entitlement().toString(), bracketed(because(right.because())));
  }

  private static Line lost(Lost lost) {
    Attribution winner = lost.winner().because();
    String why =
        winner.rule().isEmpty()
            ? "a cell says \"" + lost.winner().entitlement() + "\", and cells win over rules"
            : "rule \""
                + winner.rule()
                + "\" comes first and says \""
                + lost.winner().entitlement()
                + "\"";
    Attribution loser = lost.right().because();
    String who = loser.rule().isEmpty() ? "A cell" : "Rule \"" + loser.rule() + "\"";
    return marked(
        Mark.TAKE,
        who
            + " ("
            + loser.origin()
            + ") would give \""
            + lost.right().entitlement()
            + "\", but "
            + why,
        bracketed(winner.origin().toString()));
  }

  private List<Line> present() {
    List<Line> lines = new ArrayList<>();
    String what =
        switch (told.present().state()) {
          case UNREAD -> "It could not be read";
          case FOREIGN -> "Not looked at: the address is outside scope.emails";
          case ABSENT -> "Nobody of that address";
          case INVITED -> "An invitation that is not accepted yet";
          case ACTIVE -> "A member";
          case SUSPENDED -> "A member without any access";
        };
    String detail = told.present().detail().isEmpty() ? "." : ": " + told.present().detail();
    lines.add(line(what + detail, ""));
    told.present().holds().forEach(right -> lines.add(line(right.toString(), "")));
    return lines;
  }

  private Line done(dev.rollcall.apply.OperationRecord record) {
    OperationSummary described = OperationSummary.of(record.planned().operation(), told.tenant());
    boolean stands = AssigneeChanges.needsDecision(record);
    String message = record.message().isEmpty() ? "" : ": " + record.message();
    String state =
        switch (record.state()) {
          case PENDING -> "";
          case HELD -> ", held back by the safety rule " + record.message();
          default -> ", " + ReportTexts.words(record.state()) + message;
        };
    return marked(
        stands ? Mark.DECIDE : described.mark(),
        described.what() + state,
        ConsolePlan.why(record.planned()));
  }

  private static String because(Attribution because) {
    return because.origin() + (because.rule().isEmpty() ? "" : ", rule " + because.rule());
  }

  private static String rights(List<Entitlement> rights) {
    return rights.stream().map(Entitlement::toString).collect(joining(", "));
  }

  private static String bracketed(String text) {
    return text.isEmpty() ? "" : "[" + text + "]";
  }

  private static Line line(String text, String aside) {
    return new Line(Optional.empty(), text, aside);
  }

  private static Line marked(Mark mark, String text, String aside) {
    return new Line(Optional.of(mark), text, aside);
  }
}
