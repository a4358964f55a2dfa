package dev.rollcall.tenant.workato;

import static dev.rollcall.tenant.Experience.Trust.HARMFUL;
import static dev.rollcall.tenant.Experience.Trust.MANY_WORK;
import static dev.rollcall.tenant.Experience.Trust.ONE_BY_ONE;
import static dev.rollcall.tenant.Experience.Trust.ONE_WORKED;
import static dev.rollcall.tenant.Experience.Trust.UNTRIED;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries small what the API may not honour: the first request of a kind carries one item, and what
 * others hold on its target must stay as it was; the first with many items is read back.
 */
final class Trials {

  private final Tools tools;
  private final Writing writing;
  private final LastLooks lastLooks;
  private final Map<BatchKind, Object> locks = new ConcurrentHashMap<>();

  Trials(Tools tools) {
    this.tools = tools;
    this.writing = new Writing(tools);
    this.lastLooks = new LastLooks(tools.waiting().clock());
  }

  /** Sends the items in as few requests as the kind can be trusted with. */
  Map<Item, Outcome> send(SharedTarget target, List<Item> items) {
    if (trust(target) == UNTRIED || trust(target) == ONE_WORKED) {
      // One at a time, so that lanes side by side do not both take the first step.
      synchronized (locks.computeIfAbsent(target.kind(), kind -> new Object())) {
        return carefully(target, items);
      }
    }
    return settled(target, items);
  }

  private Map<Item, Outcome> carefully(SharedTarget target, List<Item> items) {
    Trust trust = trust(target);
    if (trust == UNTRIED) {
      Map<Item, Outcome> outcomes = new HashMap<>(watched(target, items.subList(0, 1)));
      if (items.size() > 1) {
        outcomes.putAll(carefully(target, items.subList(1, items.size())));
      }
      return outcomes;
    }
    return trust == ONE_WORKED && items.size() > 1
        ? watched(target, items)
        : settled(target, items);
  }

  private Map<Item, Outcome> settled(SharedTarget target, List<Item> items) {
    Trust trust = trust(target);
    Map<Item, Outcome> outcomes = new HashMap<>();
    lastLooks.forget(target);
    if (trust == HARMFUL) {
      items.forEach(item -> outcomes.put(item, stopped(target.kind())));
    } else if (trust == MANY_WORK) {
      outcomes.putAll(writing.write(target, items).outcomes());
    } else {
      items.forEach(item -> outcomes.putAll(writing.write(target, List.of(item)).outcomes()));
    }
    return outcomes;
  }

  private static Outcome stopped(BatchKind kind) {
    return new Outcome.Refused(
        0,
        "requests of the kind "
            + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + " were found to change what they do not name; the kind is stopped");
  }

  /** Looks before and after. */
  private Map<Item, Outcome> watched(SharedTarget target, List<Item> items) {
    Held before;
    try {
      before = lastLooks.of(target).orElseGet(target::held);
    } catch (TenantUnavailable | AccessRefused e) {
      return unread(items, e);
    }
    lastLooks.forget(target);
    Writing.Written written = writing.write(target, items);
    Map<Item, Outcome> outcomes = written.outcomes();
    if (outcomes.values().stream().noneMatch(Outcome.Applied.class::isInstance)) {
      return outcomes;
    }
    try {
      Held after = after(target, items, before, written);
      Watched seen = new Watched(target, items, before.by(), after.by());
      if (seen.harmed().isEmpty()) {
        lastLooks.remember(target, after);
      }
      return judged(seen, written);
    } catch (TenantUnavailable | AccessRefused e) {
      // Nothing was learnt: the next one is tried small again.
      return outcomes;
    }
  }

  /**
   * What is held now. What one item does to others is looked at row by row; once that is known to
   * be nothing, the number of rows tells by one request that many took, and where it does not, all
   * are read.
   */
  private static Held after(
      SharedTarget target, List<Item> items, Held before, Writing.Written written) {
    boolean tellsByNumber =
        items.size() > 1
            && written.together()
            && !before.hasOtherwise(items)
            && written.outcomes().values().stream().allMatch(Outcome.Applied.class::isInstance);
    Held expected = before.after(items);
    return tellsByNumber && target.total().equals(OptionalInt.of(expected.total()))
        ? expected
        : target.held();
  }

  /** What it is about could not be read before, so nothing was sent. */
  private Map<Item, Outcome> unread(List<Item> items, RuntimeException why) {
    Outcome notSent =
        tools
            .access()
            .closed()
            .orElseGet(() -> new Outcome.NotSent("not sent: " + why.getMessage(), false));
    Map<Item, Outcome> outcomes = new HashMap<>();
    items.forEach(item -> outcomes.put(item, notSent));
    return outcomes;
  }

  private Map<Item, Outcome> judged(Watched seen, Writing.Written written) {
    Map<Item, Outcome> judged = new HashMap<>(written.outcomes());
    Map<String, String> harmed = seen.harmed();
    if (!harmed.isEmpty()) {
      remember(seen.target(), HARMFUL, harm(seen, harmed));
      seen.target().restore(seen.rightful());
      Optional<String> lost = lost(seen);
      lost.ifPresent(
          text ->
              seen.items().forEach(item -> judged.put(item, new Outcome.Failed(1, false, text))));
      return judged;
    }
    // Where they were refused together and sent one by one, nothing was learnt about many.
    if (written.together()
        && judged.values().stream().allMatch(Outcome.Applied.class::isInstance)) {
      judged.putAll(learnt(seen));
    }
    return judged;
  }

  /** Remembers what a request that was accepted tells about its kind; what it ignored goes on. */
  private Map<Item, Outcome> learnt(Watched seen) {
    Map<Item, Outcome> judged = new HashMap<>();
    List<Item> missing = seen.missing();
    if (seen.items().size() > 1) {
      if (missing.isEmpty()) {
        remember(seen.target(), MANY_WORK, "all of " + seen.items().size() + " items took effect");
      } else {
        remember(
            seen.target(),
            ONE_BY_ONE,
            missing.size() + " of " + seen.items().size() + " items were ignored");
        lastLooks.forget(seen.target());
        missing.forEach(
            item -> judged.putAll(writing.write(seen.target(), List.of(item)).outcomes()));
      }
    } else if (missing.isEmpty()) {
      if (seen.hasOthers()) {
        remember(seen.target(), ONE_WORKED, "one item did no harm to others");
      }
    } else {
      String instead =
          seen.target().astray().map(other -> ": what it shows is of " + other).orElse("");
      Outcome ignored =
          new Outcome.Failed(
              1, false, "answered that all is well, but nothing changed there" + instead);
      missing.forEach(item -> judged.put(item, ignored));
    }
    return judged;
  }

  /** What others held and could not be given back; empty where all is as it should be. */
  private Optional<String> lost(Watched seen) {
    Map<String, String> now;
    try {
      now = seen.target().read();
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.of(harm(seen, seen.harmed()) + "; whether it was restored could not be read");
    }
    Watched restored = new Watched(seen.target(), seen.items(), seen.before(), now);
    if (!restored.harmed().isEmpty()) {
      return Optional.of(harm(restored, restored.harmed()) + " and could not be restored");
    }
    return restored.missing().isEmpty()
        ? Optional.empty()
        : Optional.of("was undone while restoring what others held");
  }

  private static String harm(Watched seen, Map<String, String> harmed) {
    return "%s: %d others lost what they held (%s)"
        .formatted(
            seen.target().label(),
            harmed.size(),
            String.join(
                ", ",
                harmed.keySet().stream().map(seen.target()::label).sorted().limit(10).toList()));
  }

  private void remember(SharedTarget target, Trust trust, String detail) {
    tools.experience().remember(target.kind(), trust, detail);
  }

  private Trust trust(SharedTarget target) {
    return tools.experience().of(target.kind());
  }
}
