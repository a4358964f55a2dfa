package dev.rollcall.review;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Resource;
import dev.rollcall.report.review.ReviewLine;
import dev.rollcall.report.review.Vouching;
import dev.rollcall.tenant.Privileges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts what the tenant itself says somebody may do beside the lines that its lists lead to. A right
 * that it knows of and no list does gets a line of its own: nothing is left out.
 */
final class PrivilegeLines {

  private static final String UNLISTED =
      "effective by the %s's own word, but no list says what it comes by";

  private final String tenant;

  PrivilegeLines(String tenant) {
    this.tenant = tenant;
  }

  /**
   * The lines of one account with what may be done by each.
   *
   * @param lines the account's own first
   */
  List<ReviewLine> told(List<ReviewLine> lines, List<Privileges> told) {
    List<ReviewLine> all = new ArrayList<>();
    lines.forEach(line -> all.add(line.withPrivileges(words(line, told))));
    for (Privileges privileges : told) {
      for (String role : privileges.roles()) {
        if (lines.stream().noneMatch(line -> gives(line, privileges.on(), role))) {
          all.add(unlisted(lines.get(0), privileges, role));
        }
      }
    }
    return all;
  }

  private static String words(ReviewLine line, List<Privileges> told) {
    return told.stream()
        .filter(each -> line.right().map(Entitlement::on).filter(each.on()::equals).isPresent())
        .map(Privileges::inWords)
        .filter(words -> !words.isEmpty())
        .distinct()
        .reduce((one, two) -> one + "; " + two)
        .orElse("");
  }

  private static boolean gives(ReviewLine line, Resource on, String role) {
    return line.right()
        .filter(right -> right.on().equals(on))
        .flatMap(Entitlement::level)
        .filter(level -> Levels.fold(level).equals(Levels.fold(role)))
        .isPresent();
  }

  private ReviewLine unlisted(ReviewLine account, Privileges privileges, String role) {
    return new ReviewLine(
            account.holder(),
            Optional.of(privileges.on().at(role)),
            Optional.empty(),
            false,
            false,
            Vouching.nobody(UNLISTED.formatted(tenant)))
        .withPrivileges(privileges.inWords());
  }
}
