package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Joiners whose address only looks like a member's: invited, they would be somebody else.
 *
 * <p>Hardly any address has letters that deceive, and only those are kept.
 */
final class LookAlikeMembers {

  private final ReconciliationTerms comparison;
  private final Map<String, Email> deceptive = new HashMap<>();

  LookAlikeMembers(ReconciliationTerms comparison) {
    this.comparison = comparison;
    for (Member member : comparison.snapshot().actual().people()) {
      String look = member.email().skeleton();
      if (!look.equals(member.email().address())) {
        deceptive.putIfAbsent(look, member.email());
      }
    }
  }

  /** What is wrong with the address of somebody who is not a member. */
  Optional<Problem> problem(Email joiner) {
    String look = joiner.skeleton();
    if (look.equals(joiner.address())) {
      return Optional.empty();
    }
    Email plain = new Email(look);
    Optional<Email> original =
        isMember(plain) ? Optional.of(plain) : Optional.ofNullable(deceptive.get(look));
    return original
        .filter(email -> !email.equals(joiner))
        .map(
            email ->
                new Problem(
                    Cause.row(comparison.desired(), joiner).origin(),
                    "\""
                        + joiner
                        + "\" looks like "
                        + email
                        + ", who is a member: it has letters of another alphabet",
                    "type the address anew"));
  }

  /** The member whose address only looks like this one, which has nothing that deceives. */
  Optional<Email> of(Email joiner) {
    return Optional.ofNullable(deceptive.get(joiner.address()));
  }

  private boolean isMember(Email email) {
    return comparison.snapshot().actual().person(email).isPresent()
        || comparison.snapshot().owner().filter(email::equals).isPresent();
  }
}
