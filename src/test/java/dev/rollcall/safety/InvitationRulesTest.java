package dev.rollcall.safety;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Invitations: their number, what is known of earlier ones, and the seats. */
class InvitationRulesTest {

  private static Scene inviting(int people) {
    Scene scene = new Scene();
    for (int i = 0; i < people; i++) {
      scene.joins(Ops.invite("joiner" + i));
    }
    return scene;
  }

  @Test
  void holdsAllInvitationsWhereThereAreTooMany() {
    assertThat(inviting(3).cap("invites", Caps.count(3)).review().violations().isEmpty()).isTrue();
    assertThat(inviting(4).cap("invites", Caps.count(3)).review().held()).hasSize(4);
    assertThat(inviting(4).cap("invites", Caps.count(3)).allow("invites", 4).review().held())
        .isEmpty();
  }

  @Test
  void invitesNobodyWhereNobodyKnowsWhoIsInvited() {
    Verdict verdict =
        inviting(1)
            .member(active("ana", role("dev", "Member")))
            .moves(Ops.add("ana", "Finance"))
            .invitationsUnknown()
            .review();

    assertThat(verdict.held()).isEqualTo(Map.of(1, "earlier-invitations"));
  }

  @Test
  void noNumberLetsPassWhereNothingIsKnownOfTheTimeBefore() {
    assertThat(inviting(1).invitationsUnknown().allow("earlier-invitations", 1).review().held())
        .hasSize(1);
  }

  @Test
  void whereItIsKnownUntilSomeDayAPersonMayLetThemPass() {
    Instant known = Instant.parse("2026-11-30T01:02:03.456Z");

    Verdict verdict = inviting(2).invitationsKnownUntil(known).review();

    assertThat(verdict.held())
        .isEqualTo(Map.of(1, "earlier-invitations", 2, "earlier-invitations"));
    assertThat(verdict.violations().get(0).message())
        .isEqualTo(
            "earlier-invitations: 2 people would be invited, but the audit log cannot be read (let"
                + " the API client, or, where nobody else invites people, set"
                + " policy.earlier-invitations to none), and nobody can tell whom others have"
                + " invited since 2026-11-30T01:02:03Z; 0 are allowed. If this is right, run again"
                + " with --allow earlier-invitations=2");
    assertThat(
            inviting(2)
                .invitationsKnownUntil(known)
                .allow("earlier-invitations", 2)
                .review()
                .held())
        .isEmpty();
  }

  @Test
  void whoIsInvitedAgainIsKnownToBeInvited() {
    assertThat(inviting(2).invited("joiner0").invitationsKnownUntil(Instant.EPOCH).review().held())
        .containsOnlyKeys(2);
  }

  @Test
  void defersInvitationsForWhichThereIsNoSeat() {
    Verdict verdict = inviting(4).seats(100, 87, 11).review();

    assertThat(verdict.deferred()).containsOnlyKeys(3, 4).containsValue("no free seat of 100");
    assertThat(verdict.held()).isEmpty();
    assertThat(verdict.violations().isEmpty()).isTrue();
    assertThat(verdict.notes())
        .containsExactly(
            "seats: 2 invitations wait for want of a seat; before this plan 87 members and 11"
                + " invited take seats, of 100. If there are more seats, run again with --allow"
                + " seats=102");
  }

  @Test
  void fillsTheLastSeat() {
    assertThat(inviting(2).seats(100, 87, 11).review().deferred()).isEmpty();
    assertThat(inviting(2).seats(100, 150, 0).review().deferred()).hasSize(2);
    assertThat(inviting(2).seats(100, 150, 0).allow("seats", 152).review().deferred()).isEmpty();
  }

  @Test
  void needsNoSecondSeatForAnInvitationSentAgain() {
    Verdict verdict = inviting(2).invited("joiner0").seats(100, 98, 1).review();

    assertThat(verdict.deferred()).isEmpty();
  }

  @Test
  void givesTheSeatOfAHeldInvitationToTheNext() {
    Verdict verdict =
        new Scene()
            .joins(Ops.invite("boss", Map.of("dev", "Admin")))
            .joins(Ops.invite("eva"))
            .cap("admin-grants", Caps.count(0))
            .seats(1, 0, 0)
            .review();

    assertThat(verdict.held()).containsOnlyKeys(1);
    assertThat(verdict.deferred()).isEmpty();
  }
}
