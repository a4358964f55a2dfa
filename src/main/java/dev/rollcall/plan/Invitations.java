package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All invitations sent that are remembered, newest of each person; members included, for whom they
 * are over.
 *
 * @param complete false where nobody can tell whom others have invited: then safety holds the
 *     invitations of those of whom nothing is known
 * @param known where that is not complete, until when it was; empty where it never was
 */
public record Invitations(
    Map<Email, Invitation> byEmail, boolean complete, Optional<Instant> known) {

  /** Copies. */
  public Invitations {
    byEmail = Map.copyOf(byEmail);
  }

  /** All that there are, whoever sent them. */
  public static Invitations complete(Map<Email, Invitation> byEmail) {
    return new Invitations(byEmail, true, Optional.empty());
  }

  /** Those of others as far as they are known. */
  public static Invitations incomplete(Map<Email, Invitation> byEmail, Optional<Instant> known) {
    return new Invitations(byEmail, false, known);
  }

  /** The same, said otherwise. */
  Invitations with(Map<Email, Invitation> others) {
    return new Invitations(others, complete, known);
  }

  /** The invitation last sent to a person. */
  public Optional<Invitation> to(Email email) {
    return Optional.ofNullable(byEmail.get(email));
  }

  /**
   * The actual side with everybody who is invited and not yet a member, as {@code INVITED} and
   * holding what the invitation asked for.
   */
  public Roster join(Roster actual) {
    List<Member> people = new ArrayList<>(actual.people());
    for (Invitation invitation : byEmail.values()) {
      if (actual.person(invitation.email()).isEmpty()) {
        people.add(pending(invitation));
      }
    }
    // Hardly ever is anybody waiting, and a roster is large.
    return people.size() == actual.people().size()
        ? actual
        : Roster.of(people, actual.groups()).defining(actual.roles());
  }

  private static Member pending(Invitation invitation) {
    return new Member(invitation.email(), "", Status.INVITED, invitation.rights());
  }
}
