package dev.rollcall.report.roster;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.report.ReportTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The desired roster as it was understood, with where everything comes from.
 *
 * @param today the day it holds for
 * @param rows all rows of each person whose rows could be read
 * @param statusOrigins the cell that decided each person's status
 * @param starts the first day of those who start later, as written, or again
 * @param rejectedRows how many rows could not be used
 * @param leftOutRows how many rows are about nobody of ours
 * @param remarks what was noticed, as sentences
 */
public record RosterReport(
    String job,
    LocalDate today,
    Desired desired,
    Map<Email, List<Origin>> rows,
    Map<Email, Origin> statusOrigins,
    Map<Email, String> starts,
    List<Problem> problems,
    int rejectedRows,
    int leftOutRows,
    List<String> remarks) {

  /** Copies the lists; the large maps are taken as they are. */
  public RosterReport {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** Everybody, by address. */
  List<Member> people() {
    return desired.roster().people();
  }

  long count(Status status) {
    return people().stream()
        .filter(person -> person.status() == status && !isHeld(person.email()))
        .count();
  }

  boolean isHeld(Email email) {
    return desired.held().containsKey(email);
  }

  /** The status in one word. */
  String status(Member person) {
    return isHeld(person.email()) ? "held" : ReportTexts.key(person.status());
  }

  /** The last line of every telling. */
  public String summary() {
    return "Roster: %s active, %s left, %s starting later, %s held; %s, %s set aside%s."
        .formatted(
            ReportTexts.number((int) count(Status.ACTIVE)),
            ReportTexts.number((int) count(Status.LEFT)),
            ReportTexts.number((int) count(Status.FUTURE)),
            ReportTexts.number(desired.held().size()),
            ReportTexts.counted(problems.size(), "problem", "problems"),
            ReportTexts.counted(rejectedRows, "row", "rows"),
            leftOutRows == 0 ? "" : ", " + ReportTexts.number(leftOutRows) + " left out");
  }
}
