package dev.rollcall.report;

import java.util.Optional;

/**
 * The seats of the workspace, before the plan and by it.
 *
 * @param members all members, suspended and foreign ones included
 * @param invited pending invitations; none where people get accounts
 * @param planned invitations that the plan sends to whoever has no open one, or accounts that it
 *     makes
 * @param limit how many seats there are; empty where the job file does not say
 */
public record SeatCounts(int members, int invited, int planned, Optional<Integer> limit) {

  /** {@code seats 87 + 9 invited + 4 of 100}; where nobody is invited, {@code seats 87 + 4 new}. */
  String inWords(boolean invites) {
    return "seats "
        + ReportTexts.number(members)
        + (invites ? " + " + ReportTexts.number(invited) + " invited" : "")
        + " + "
        + ReportTexts.number(planned)
        + (invites ? "" : " new")
        + limit.map(seats -> " of " + ReportTexts.number(seats)).orElse("");
  }
}
