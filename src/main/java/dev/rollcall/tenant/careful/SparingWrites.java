package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.RepeatableChanges.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Writes to lists so that nobody else loses anything: in the way that is known to spare them, and
 * with a look at what their holders may lose elsewhere until that is known.
 */
final class SparingWrites {

  private static final int MOST_GIVEN = 100;

  /** Gives something back, by whatever requests that takes. */
  interface Giving extends BiFunction<SharedList, List<BatchItem>, Map<BatchItem, Outcome>> {}

  private final RepeatableChanges changes;
  private final Answers answers;
  private final Experience experience;
  private final Turns turns;
  private final Giving giving;
  private final Debts debts;

  SparingWrites(
      RepeatableChanges changes,
      Answers answers,
      Experience experience,
      Turns turns,
      Giving giving) {
    this.changes = changes;
    this.answers = answers;
    this.experience = experience;
    this.turns = turns;
    this.giving = giving;
    this.debts = new Debts(experience);
  }

  /** What is noted before it may be taken. */
  Debts debts() {
    return debts;
  }

  /** Sends the items in one request, and says of each what became of it. */
  Written write(SharedList list, List<BatchItem> items, Way way) {
    List<Companion> watched = list.companions().stream().filter(this::isToBeWatched).toList();
    boolean harmless = watched.isEmpty() && way.manner() == Way.Manner.NAMED;
    return (harmless
            ? turns.together(() -> changes.write(new InOneWay(this, list, way), items))
            : turns.alone(() -> watching(watched, list, items, way)))
        .orElseGet(() -> stopped(items));
  }

  static Written stopped(List<BatchItem> items) {
    return RepeatableChanges.all(
        items, new Outcome.NotSent("not sent: stopped while waiting for its turn", false));
  }

  private boolean isToBeWatched(Companion companion) {
    Trust trust = experience.of(companion.kind());
    return trust != Trust.MANY_WORK && (trust == Trust.HARMFUL || companion.mayBeHeld());
  }

  private Written watching(
      List<Companion> watched, SharedList list, List<BatchItem> items, Way way) {
    Map<Companion, Belongings> before = new LinkedHashMap<>();
    try {
      watched.forEach(companion -> before.put(companion, new Belongings(companion.held())));
    } catch (TenantUnavailable | AccessRefused e) {
      return unread(items, e);
    }
    Debts.Note note = debts.note(held(before.values()));
    InOneWay writing = new InOneWay(this, list, way);
    Written written = writing.outcome(changes.write(writing, items));
    Optional<String> lost = mayHaveHappened(written) ? lost(list, before) : Optional.empty();
    if (lost.isEmpty()) {
      note.strike();
    }
    return lost.map(text -> failed(written, text)).orElse(written);
  }

  private static Map<SharedList, Map<String, String>> held(Collection<Belongings> all) {
    Map<SharedList, Map<String, String>> held = new LinkedHashMap<>();
    all.forEach(
        each ->
            each.items()
                .forEach(
                    (list, items) ->
                        items.forEach(
                            item ->
                                held.computeIfAbsent(list, any -> new HashMap<>())
                                    .put(item.key(), item.wanted().orElse("")))));
    return held;
  }

  private static boolean mayHaveHappened(Written written) {
    return written.outcomes().values().stream()
        .anyMatch(
            outcome ->
                outcome instanceof Outcome.Applied
                    || outcome instanceof Outcome.Failed failed && failed.inDoubt());
  }

  /** What was taken, and could not be given back; empty where all is as it was. */
  private Optional<String> lost(SharedList list, Map<Companion, Belongings> before) {
    Optional<String> lost = Optional.empty();
    for (Map.Entry<Companion, Belongings> each : before.entrySet()) {
      Optional<String> its = lost(list, each.getKey(), each.getValue());
      lost = lost.isPresent() ? lost : its;
    }
    return lost;
  }

  private Optional<String> lost(SharedList list, Companion companion, Belongings before) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      Map<SharedList, List<BatchItem>> gone = before.without(new Belongings(companion.held()));
      experience.remember(companion.kind(), lesson(list, gone));
      Optional<String> lost =
          notGivenBack(gone).map(text -> list.label() + " lost what was held elsewhere: " + text);
      lost.ifPresent(text -> stop(list, text));
      return lost;
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.of(
          "whether " + list.label() + " lost anything by it could not be read: " + e.getMessage());
    }
  }

  /** Nobody else is to lose what cannot be given back. */
  void stop(SharedList list, String why) {
    experience.remember(list.kind(), Trust.HARMFUL, why);
  }

  private static Lesson lesson(SharedList list, Map<SharedList, List<BatchItem>> gone) {
    return gone.isEmpty()
        ? new Lesson("", Trust.MANY_WORK, list.label() + " kept what was held elsewhere")
        : new Lesson(
            "",
            Trust.HARMFUL,
            list.label()
                + " lost what was held elsewhere: "
                + String.join(", ", gone.keySet().stream().map(SharedList::label).toList()));
  }

  /** Gives all of this back; what is left of it, for people. */
  Optional<String> notGivenBack(Map<SharedList, List<BatchItem>> gone) {
    Optional<String> text = Optional.empty();
    for (Map.Entry<SharedList, List<BatchItem>> each : gone.entrySet()) {
      Optional<Outcome> failure =
          given(each.getKey(), each.getValue()).stream()
              .filter(outcome -> !(outcome instanceof Outcome.Applied))
              .filter(outcome -> !(outcome instanceof Outcome.AlreadySo))
              .findFirst();
      text =
          text.or(
              () ->
                  failure.map(
                      why -> each.getKey().label() + " was not given back: " + why.message()));
    }
    return text;
  }

  private List<Outcome> given(SharedList list, List<BatchItem> items) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int from = 0; from < items.size(); from += MOST_GIVEN) {
      List<BatchItem> some = items.subList(from, Math.min(items.size(), from + MOST_GIVEN));
      outcomes.addAll(giving.apply(list, some).values());
    }
    return outcomes;
  }

  /** What it is about could not be read before, so nothing was sent. */
  Written unread(List<BatchItem> items, RuntimeException why) {
    return RepeatableChanges.all(
        items,
        answers
            .closed()
            .orElseGet(() -> new Outcome.NotSent("not sent: " + why.getMessage(), false)));
  }

  /** The same, but that nothing of it counts as done. */
  static Written failed(Written written, String text) {
    Map<BatchItem, Outcome> outcomes = new HashMap<>(written.outcomes());
    outcomes.replaceAll(
        (item, outcome) ->
            outcome instanceof Outcome.Applied ? new Outcome.Failed(1, false, text) : outcome);
    return new Written(outcomes, written.together());
  }
}
