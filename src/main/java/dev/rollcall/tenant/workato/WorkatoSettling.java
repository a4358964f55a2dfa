package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether an operation has happened whose answer was lost. Never writes. */
final class WorkatoSettling {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Tools tools;
  private final WorkatoLog log;
  private final LastLooks lastLooks;

  WorkatoSettling(Tools tools, WorkatoLog log) {
    this.tools = tools;
    this.log = log;
    this.lastLooks = new LastLooks(tools.waiting().clock());
  }

  /** Something is sent: what was seen before tells nothing any more. */
  void sending() {
    lastLooks.forgetAll();
  }

  Settled settle(PlannedOperation planned, Instant sent) {
    Work work = new Placing(tools).place(planned);
    if (work instanceof Work.Shared shared) {
      Map<String, String> held = lastLooks.look(shared.target()).by();
      return settled(shared.items().stream().allMatch(item -> item.took(held)));
    }
    if (work instanceof Work.Alone alone) {
      return settled(alone.item().took(alone.target().read()));
    }
    if (work instanceof Work.Nameless nameless) {
      return settled(nameless.satisfied());
    }
    if (work instanceof Work.Invitation invitation) {
      return invited(invitation.operation().email(), sent);
    }
    return settled(new Unrepeatable(tools).exists(((Work.Creation) work).operation()));
  }

  private static Settled settled(boolean asWanted) {
    return asWanted ? Settled.HAPPENED : Settled.DID_NOT_HAPPEN;
  }

  private Settled invited(Email email, Instant sent) {
    Optional<ActualMember> member = tools.readings().member(email);
    if (member.isPresent()) {
      tools.index().member(email, member.get().id());
      return Settled.HAPPENED;
    }
    Optional<List<Invitation>> remembered = log.invitations(sent.minus(CLOCKS_DIFFER));
    if (remembered.isEmpty()) {
      return Settled.UNKNOWN;
    }
    if (remembered.get().stream().anyMatch(invitation -> invitation.email().equals(email))) {
      return Settled.HAPPENED;
    }
    Instant certain = sent.plus(Recently.BETWEEN_INVITATIONS);
    return tools.waiting().clock().instant().isBefore(certain)
        ? Settled.TOO_EARLY
        : Settled.DID_NOT_HAPPEN;
  }
}
