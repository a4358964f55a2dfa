package dev.rollcall.report;

import java.util.Optional;

/**
 * The seats of the workspace, before the plan and by it.
 *
 * @param members all members, suspended and foreign ones included
 * @param invited pending invitations
 * @param planned invitations that the plan sends
 * @param limit how many seats there are; empty where the job file does not say
 */
public record SeatCounts(int members, int invited, int planned, Optional<Integer> limit) {

  /** {@code seats 87 + 9 invited + 4 of 100}. */
  @Override
  public String toString() {
    return "seats "
        + ReportTexts.number(members)
        + " + "
        + ReportTexts.number(invited)
        + " invited + "
        + ReportTexts.number(planned)
        + limit.map(seats -> " of " + ReportTexts.number(seats)).orElse("");
  }
}
