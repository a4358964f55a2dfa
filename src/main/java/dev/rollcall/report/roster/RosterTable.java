package dev.rollcall.report.roster;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.report.ConsoleLines;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.OperationSummary.Mark;
import dev.rollcall.report.StyledText;
import dev.rollcall.report.TerminalColours;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/** A desired roster for the terminal: a line a person, aligned; in detail a line a right. */
public final class RosterTable implements RosterWriter {

  private static final int WIDEST_ADDRESS = 48;
  private static final int WIDEST_NAME = 32;
  private static final int WIDEST_RIGHTS = 100;
  private static final String GAP = "  ";

  private final ConsoleStyle style;
  private final boolean inDetail;

  /** With a line a person. */
  public static RosterTable brief(TerminalColours palette) {
    return new RosterTable(ConsoleStyle.brief(palette), false);
  }

  /** With a line a right and where it comes from. */
  public static RosterTable detailed(TerminalColours palette) {
    return new RosterTable(ConsoleStyle.verbose(palette), true);
  }

  private RosterTable(ConsoleStyle style, boolean inDetail) {
    this.style = style;
    this.inDetail = inDetail;
  }

  @Override
  public void write(RosterReport roster, Writer out) throws IOException {
    ConsoleLines lines = new ConsoleLines(out, style);
    int address = width("EMAIL", WIDEST_ADDRESS, roster, each -> each.email().address());
    int name = width("NAME", WIDEST_NAME, roster, Member::name);
    int status = "starts later".length();
    lines.title(
        ""
            + cell("EMAIL", address)
            + cell("NAME", name)
            + cell("STATUS", status)
            + "HOLDS  [FROM]");
    for (Member person : roster.people()) {
      lines.line(
          cell(person.email().address(), address)
              .and(cell(person.name(), name))
              .and(status(roster, person, status))
              .and(rights(person))
              .and(lines.palette().faint(from(roster, person)))
              .stripTrailing());
      if (inDetail) {
        details(roster, person, lines);
      }
    }
    if (!roster.people().isEmpty()) {
      lines.blank();
    }
    lines.title(roster.summary());
  }

  private static int width(
      String title, int widest, RosterReport roster, Function<Member, String> text) {
    int needed =
        roster.people().stream()
            .mapToInt(each -> StyledText.plain(text.apply(each)).length())
            .max()
            .orElse(0);
    return Math.min(widest, Math.max(title.length(), needed));
  }

  private static StyledText cell(String text, int width) {
    return StyledText.plain(text).cell(width).and(GAP);
  }

  private StyledText status(RosterReport roster, Member person, int width) {
    String padded = cell(words(roster.status(person)), width).toString();
    return switch (roster.status(person)) {
      case "held" -> style.palette().mark(Mark.DECIDE, padded);
      case "left" -> style.palette().mark(Mark.TAKE, padded);
      case "future" -> style.palette().mark(Mark.CHANGE, padded);
      default -> StyledText.plain(padded);
    };
  }

  private static String words(String status) {
    return status.equals("future") ? "starts later" : status;
  }

  private StyledText rights(Member person) {
    if (inDetail) {
      return StyledText.plain("");
    }
    String rights =
        person.entitlements().stream().map(Entitlement::toString).collect(joining(", "));
    return rights.isEmpty()
        ? StyledText.plain("")
        : StyledText.plain(rights).cut(WIDEST_RIGHTS).and(GAP);
  }

  private static String from(RosterReport roster, Member person) {
    List<Origin> rows = roster.rows().getOrDefault(person.email(), List.of());
    return "[" + rows.stream().map(Origin::toString).collect(joining(", ")) + "]";
  }

  private static void details(RosterReport roster, Member person, ConsoleLines lines)
      throws IOException {
    String reason = roster.desired().held().get(person.email());
    if (reason != null) {
      lines.line(
          StyledText.plain("    ").and(lines.palette().mark(Mark.DECIDE, "! held: " + reason)));
    }
    for (Entitlement right : person.entitlements()) {
      String why =
          roster
              .desired()
              .provenance()
              .of(person.email(), right)
              .map(RosterTable::because)
              .orElse("");
      lines.line(StyledText.plain("    " + right + "  ").and(lines.palette().faint(why)));
    }
  }

  private static String because(Attribution because) {
    String rule = because.rule().isEmpty() ? "" : ", rule " + because.rule();
    return "[" + because.origin() + rule + "]";
  }
}
