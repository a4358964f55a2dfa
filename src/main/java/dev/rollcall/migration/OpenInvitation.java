package dev.rollcall.migration;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invitation that nobody has accepted yet. No answer of the vendor's tells what becomes of it.
 *
 * @param roles what it asked for, as far as that is remembered
 */
record OpenInvitation(Email email, LocalDate sent, List<InvitedRole> roles) {

  /**
   * A role that it asked for.
   *
   * @param usually what those are called who hold the role now; empty where nobody can tell
   */
  record InvitedRole(Resource place, String before, Optional<String> usually) {

    private String words() {
      return place.name() + " " + before + usually.map(role -> " -> " + role).orElse("");
    }
  }

  /** Copies. */
  OpenInvitation {
    roles = List.copyOf(roles);
  }

  /** {@code ana@example.com invited on 2026-03-01: dev Operator -> Member}. */
  String words() {
    return "%s  invited on %s: %s"
        .formatted(
            email,
            sent,
            roles.isEmpty()
                ? "with what, nobody remembers"
                : String.join(", ", roles.stream().map(InvitedRole::words).toList()));
  }
}
