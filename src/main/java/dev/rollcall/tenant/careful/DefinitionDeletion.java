package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.FinishedCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deletion of a group or a role. Whether anybody has to do with it is looked at once more
 * before: some servers delete what is in use.
 *
 * @param changes how it is sent
 * @param planned what it was when the deletion was planned
 */
public record DefinitionDeletion(
    RepeatableChanges changes, DefinedThing thing, DefinedThing.State planned)
    implements ResolvedOperation.Alone {

  private static final String KEY = "definition";

  @Override
  public Outcome send() {
    thing.redefining();
    try {
      return sent();
    } catch (TenantUnavailable e) {
      return new Outcome.NotSent("not sent: " + e.getMessage(), false);
    } catch (AccessRefused e) {
      return changes
          .closed()
          .orElseGet(() -> new Outcome.Refused(403, String.valueOf(e.getMessage())));
    }
  }

  private Outcome sent() {
    Optional<DefinedThing.State> now = thing.read();
    if (now.isEmpty()) {
      return new Outcome.AlreadySo(thing.label() + " is not there any more");
    }
    if (!now.get().isSame(planned)) {
      return new Outcome.Refused(
          0, thing.label() + " was changed by somebody else since the plan was made");
    }
    Optional<String> uses = thing.uses();
    if (uses.isPresent()) {
      return new Outcome.Refused(0, thing.label() + " is in use by now: " + uses.get());
    }
    Outcome outcome =
        new ResolvedOperation.Repeatable(
                changes, new Deletion(), new BatchItem(0, KEY, Optional.empty()))
            .send();
    return outcome instanceof Outcome.Applied && stillThere()
        ? new Outcome.Ignored("answered that all is well, but " + thing.label() + " is still there")
        : outcome;
  }

  /** What cannot be looked at is looked at in the end. */
  private boolean stillThere() {
    try {
      return thing.read().isPresent();
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  @Override
  public Settled settle(Instant sent) {
    return Settled.by(thing.read().isEmpty());
  }

  /** The deletion as something that can be made again without harm. */
  private final class Deletion implements Changeable {

    @Override
    public Map<String, String> read() {
      return thing.read().isPresent() ? Map.of(KEY, "") : Map.of();
    }

    @Override
    public FinishedCall<String> write(List<BatchItem> items) {
      return thing.delete();
    }

    @Override
    public Outcome turnedAway(FinishedCall<?> finished) {
      return thing.mayNotDelete(finished);
    }
  }
}
