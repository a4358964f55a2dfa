package dev.rollcall.tenant.careful;

import static dev.rollcall.tenant.Experience.Trust.HARMFUL;
import static dev.rollcall.tenant.Experience.Trust.MANY_WORK;
import static dev.rollcall.tenant.Experience.Trust.ONE_BY_ONE;
import static dev.rollcall.tenant.Experience.Trust.ONE_WORKED;
import static dev.rollcall.tenant.Experience.Trust.UNTRIED;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends batched requests that the API may not honour, and tries them small: the first one of a kind
 * carries one item, and what others hold on its list must stay as it was; the first with many items
 * is read back.
 */
final class Trials {

  private final Answers answers;
  private final Experience experience;
  private final RepeatableChanges changes;
  private final RecentHoldings recent;
  private final Waiting waiting;
  private final Map<BatchKind, Turns> turns = new ConcurrentHashMap<>();

  /** Trials of which the experience learns. */
  Trials(Answers answers, Experience experience, Waiting waiting) {
    this.answers = answers;
    this.experience = experience;
    this.waiting = waiting;
    this.changes = new RepeatableChanges(answers, waiting);
    this.recent = new RecentHoldings(waiting.clock());
  }

  /** Sends the items in as few requests as the kind can be trusted with. */
  Map<BatchItem, Outcome> send(SharedList list, List<BatchItem> items) {
    if (trust(list) == UNTRIED || trust(list) == ONE_WORKED) {
      // One at a time, so that lanes side by side do not both take the first step.
      return turns
          .computeIfAbsent(list.kind(), kind -> new Turns(waiting))
          .alone(() -> carefully(list, items))
          .orElseGet(() -> stopped(items));
    }
    return settled(list, items);
  }

  private static Map<BatchItem, Outcome> stopped(List<BatchItem> items) {
    return RepeatableChanges.all(
            items, new Outcome.NotSent("not sent: stopped while waiting for its turn", false))
        .outcomes();
  }

  private Map<BatchItem, Outcome> carefully(SharedList list, List<BatchItem> items) {
    Trust trust = trust(list);
    if (trust == UNTRIED) {
      Map<BatchItem, Outcome> outcomes = new HashMap<>(watched(list, items.subList(0, 1)));
      if (items.size() > 1) {
        outcomes.putAll(carefully(list, items.subList(1, items.size())));
      }
      return outcomes;
    }
    return trust == ONE_WORKED && items.size() > 1 ? watched(list, items) : settled(list, items);
  }

  private Map<BatchItem, Outcome> settled(SharedList list, List<BatchItem> items) {
    Trust trust = trust(list);
    recent.forget(list);
    if (trust == HARMFUL) {
      return RepeatableChanges.all(items, stopped(list.kind())).outcomes();
    }
    if (trust == MANY_WORK) {
      return changes.write(list, items).outcomes();
    }
    Map<BatchItem, Outcome> outcomes = new HashMap<>();
    items.forEach(item -> outcomes.putAll(changes.write(list, List.of(item)).outcomes()));
    return outcomes;
  }

  private static Outcome stopped(BatchKind kind) {
    return new Outcome.Refused(
        0,
        "requests of the kind "
            + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + " were found to change what they do not name; the kind is stopped");
  }

  /** Looks before and after, and lets nobody else change the list meanwhile. */
  private Map<BatchItem, Outcome> watched(SharedList list, List<BatchItem> items) {
    return list.undisturbed(() -> lookedAt(list, items)).orElseGet(() -> stopped(items));
  }

  private Map<BatchItem, Outcome> lookedAt(SharedList list, List<BatchItem> items) {
    Holdings before;
    try {
      before = recent.of(list).orElseGet(list::held);
    } catch (TenantUnavailable | AccessRefused e) {
      return unread(items, e);
    }
    recent.forget(list);
    RepeatableChanges.Written written = changes.write(list, items);
    Map<BatchItem, Outcome> outcomes = written.outcomes();
    if (outcomes.values().stream().noneMatch(Outcome.Applied.class::isInstance)) {
      return outcomes;
    }
    try {
      Holdings after = after(list, items, before, written);
      BeforeAndAfter seen = new BeforeAndAfter(list, items, before.by(), after.by());
      if (seen.harmed().isEmpty()) {
        recent.remember(list, after);
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
  private static Holdings after(
      SharedList list, List<BatchItem> items, Holdings before, RepeatableChanges.Written written) {
    boolean tellsByNumber =
        items.size() > 1
            && written.together()
            && !before.hasOtherwise(items)
            && written.outcomes().values().stream().allMatch(Outcome.Applied.class::isInstance);
    Holdings expected = before.after(items);
    return tellsByNumber && list.total().equals(OptionalInt.of(expected.total()))
        ? expected
        : list.held();
  }

  /** What it is about could not be read before, so nothing was sent. */
  private Map<BatchItem, Outcome> unread(List<BatchItem> items, RuntimeException why) {
    Outcome notSent =
        answers
            .closed()
            .orElseGet(() -> new Outcome.NotSent("not sent: " + why.getMessage(), false));
    return RepeatableChanges.all(items, notSent).outcomes();
  }

  private Map<BatchItem, Outcome> judged(BeforeAndAfter seen, RepeatableChanges.Written written) {
    Map<BatchItem, Outcome> judged = new HashMap<>(written.outcomes());
    Map<String, String> harmed = seen.harmed();
    if (!harmed.isEmpty()) {
      remember(seen.list(), HARMFUL, harm(seen, harmed));
      seen.list().restore(seen.rightful());
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
  private Map<BatchItem, Outcome> learnt(BeforeAndAfter seen) {
    Map<BatchItem, Outcome> judged = new HashMap<>();
    List<BatchItem> missing = seen.missing();
    if (seen.items().size() > 1) {
      if (missing.isEmpty()) {
        remember(seen.list(), MANY_WORK, "all of " + seen.items().size() + " items took effect");
      } else {
        remember(
            seen.list(),
            ONE_BY_ONE,
            missing.size() + " of " + seen.items().size() + " items were ignored");
        recent.forget(seen.list());
        missing.forEach(
            item -> judged.putAll(changes.write(seen.list(), List.of(item)).outcomes()));
      }
    } else if (missing.isEmpty()) {
      if (seen.hasOthers()) {
        remember(seen.list(), ONE_WORKED, "one item did no harm to others");
      }
    } else {
      String instead =
          seen.list().astray().map(other -> ": what it shows is of " + other).orElse("");
      Outcome ignored =
          new Outcome.Failed(
              1, false, "answered that all is well, but nothing changed there" + instead);
      missing.forEach(item -> judged.put(item, ignored));
    }
    return judged;
  }

  /** What others held and could not be given back; empty where all is as it should be. */
  private Optional<String> lost(BeforeAndAfter seen) {
    Map<String, String> now;
    try {
      now = seen.list().read();
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.of(harm(seen, seen.harmed()) + "; whether it was restored could not be read");
    }
    BeforeAndAfter restored = new BeforeAndAfter(seen.list(), seen.items(), seen.before(), now);
    if (!restored.harmed().isEmpty()) {
      return Optional.of(harm(restored, restored.harmed()) + " and could not be restored");
    }
    return restored.missing().isEmpty()
        ? Optional.empty()
        : Optional.of("was undone while restoring what others held");
  }

  private static String harm(BeforeAndAfter seen, Map<String, String> harmed) {
    return "%s: %d others lost what they held (%s)"
        .formatted(
            seen.list().label(),
            harmed.size(),
            String.join(
                ", ",
                harmed.keySet().stream().map(seen.list()::label).sorted().limit(10).toList()));
  }

  private void remember(SharedList list, Trust trust, String detail) {
    experience.remember(list.kind(), trust, detail);
  }

  private Trust trust(SharedList list) {
    return experience.of(list.kind());
  }
}
