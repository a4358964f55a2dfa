package dev.rollcall.report.review;

import java.util.List;
import java.util.function.Predicate;

/**
 * The numbers of a review.
 *
 * @param accounts all of them, the owner's included where it is listed
 * @param orphans accounts that nobody vouches for
 * @param administrators people who hold a right that makes an administrator
 * @param dormant accounts that have not been used for long
 * @param invitations people who are invited and have not come yet
 * @param rights what people hold, directly or through groups
 * @param unvouched of those, what nobody vouches for
 * @param groupRights what groups hold
 */
public record ReviewCounts(
    int accounts,
    int orphans,
    int administrators,
    int dormant,
    int invitations,
    int rights,
    int unvouched,
    int groupRights) {

  static ReviewCounts of(List<ReviewLine> lines) {
    Predicate<ReviewLine> isAccount = line -> line.isAccount() && line.holder().isAccount();
    Predicate<ReviewLine> isUnvouched = line -> !line.vouching().vouched();
    Predicate<ReviewLine> isRight = line -> !line.isAccount() && line.holder().isAccount();
    return new ReviewCounts(
        count(lines, isAccount),
        count(lines, isAccount.and(isUnvouched)),
        (int)
            lines.stream()
                .filter(ReviewLine::administrator)
                .map(line -> line.holder().label())
                .distinct()
                .count(),
        count(lines, isAccount.and(line -> line.holder().dormant())),
        count(
            lines, line -> line.isAccount() && line.holder().state() == RightHolder.State.INVITED),
        count(lines, isRight),
        count(lines, isRight.and(isUnvouched)),
        count(
            lines, line -> !line.isAccount() && line.holder().state() == RightHolder.State.GROUP));
  }

  private static int count(List<ReviewLine> lines, Predicate<ReviewLine> which) {
    return (int) lines.stream().filter(which).count();
  }
}
