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
 * A change of what a group or a role is like, its name included. It is seen before and after: what
 * somebody else has changed meanwhile is left, and what the change takes beside is given back.
 *
 * @param changes how it is sent
 * @param planned what it was when the change was planned
 * @param asked what it is to be
 */
public record DefinitionUpdate(
    RepeatableChanges changes,
    DefinedThing thing,
    DefinedThing.State planned,
    DefinedThing.State asked)
    implements ResolvedOperation.Alone {

  private static final String KEY = "definition";
  private static final String AS_ASKED = "as asked";

  @Override
  public Outcome send() {
    thing.redefining();
    // By either name it is this one, whatever becomes of the change.
    thing.alsoKnownAs(asked.name());
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
      return new Outcome.Refused(0, thing.label() + " is not there any more");
    }
    if (now.get().isSame(asked)) {
      thing.renamed(asked.name());
      return new Outcome.AlreadySo("it was so already");
    }
    if (!isOnTheWay(now.get())) {
      return new Outcome.Refused(
          0, thing.label() + " was changed by somebody else since the plan was made");
    }
    DefinedThing.Kept kept = thing.kept();
    Outcome outcome = written();
    return outcome instanceof Outcome.Applied ? judged(kept) : outcome;
  }

  /** As planned, or as asked, each part by itself: a change may have been done by half. */
  private boolean isOnTheWay(DefinedThing.State now) {
    boolean isKnown = now.name().equals(planned.name()) || now.name().equals(asked.name());
    DefinedThing.State called = new DefinedThing.State(now.name(), planned.definition());
    DefinedThing.State changed = new DefinedThing.State(now.name(), asked.definition());
    return isKnown && (now.isSame(called) || now.isSame(changed));
  }

  private Outcome written() {
    return new ResolvedOperation.Repeatable(
            changes, new Change(), new BatchItem(0, KEY, Optional.of(AS_ASKED)))
        .send();
  }

  /** What was accepted need not have been done, and may have taken something. */
  private Outcome judged(DefinedThing.Kept kept) {
    Optional<String> lost;
    Optional<DefinedThing.State> after;
    try {
      after = thing.read();
      // Lists show it by the name that it has now.
      after.ifPresent(state -> thing.renamed(state.name()));
      lost = kept.restored();
    } catch (TenantUnavailable | AccessRefused e) {
      return new Outcome.Failed(
          1, true, "was accepted, and could not be looked at: " + e.getMessage());
    }
    if (lost.isPresent()) {
      return new Outcome.Failed(1, false, lost.get());
    }
    return after.filter(asked::isSame).isPresent()
        ? new Outcome.Applied()
        : new Outcome.Ignored(
            "answered that all is well, but "
                + after
                    .map(state -> state.differences(asked))
                    .orElse(thing.label() + " is not there any more"));
  }

  @Override
  public Settled settle(Instant sent) {
    boolean isSo = thing.read().filter(asked::isSame).isPresent();
    if (isSo) {
      thing.renamed(asked.name());
    }
    return Settled.by(isSo);
  }

  /** The change as something that can be made again without harm. */
  private final class Change implements Changeable {

    @Override
    public Map<String, String> read() {
      return thing.read().filter(asked::isSame).isPresent()
          ? Map.of(KEY, AS_ASKED)
          : Map.of(KEY, "otherwise");
    }

    @Override
    public FinishedCall<String> write(List<BatchItem> items) {
      return thing.write(asked);
    }

    @Override
    public Outcome turnedAway(FinishedCall<?> finished) {
      return thing.mayNotWrite(finished);
    }
  }
}
