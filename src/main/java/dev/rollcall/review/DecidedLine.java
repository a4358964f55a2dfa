package dev.rollcall.review;

import dev.rollcall.report.review.ReviewColumns;
import java.util.List;

/**
 * A line of a review with a reviewer's decision, as it was found in a sheet: nothing in it is
 * believed.
 *
 * @param place where it stands, for people
 * @param who as it is written, and so the others
 * @param remove whether what it says is to be taken; otherwise it is to stay
 * @param id by which the review knew it
 */
record DecidedLine(
    String place,
    String who,
    String right,
    String on,
    String level,
    String through,
    boolean remove,
    String id) {

  /** Whether it is as a review of this tenant by this job has written it. */
  boolean isOf(String workspace, String job) {
    return ReviewColumns.id(workspace, job, List.of(who, right, on, level, through)).equals(id);
  }

  boolean isAboutTheAccount() {
    return right.equals(ReviewColumns.ACCOUNT);
  }

  boolean isInherited() {
    return !isAboutTheAccount() && !through.equals(ReviewColumns.DIRECTLY);
  }

  /** For people: {@code dev Member of ana@example.com}. */
  String inWords() {
    String what = isAboutTheAccount() ? right : (on + " " + level).strip();
    return "\"" + what + "\" of " + who;
  }
}
