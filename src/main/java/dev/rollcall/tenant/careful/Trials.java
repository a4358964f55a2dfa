package dev.rollcall.tenant.careful;

import static dev.rollcall.tenant.Experience.Trust.HARMFUL;
import static dev.rollcall.tenant.Experience.Trust.MANY_WORK;
import static dev.rollcall.tenant.Experience.Trust.ONE_BY_ONE;
import static dev.rollcall.tenant.Experience.Trust.ONE_WORKED;
import static dev.rollcall.tenant.Experience.Trust.UNTRIED;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.http.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends batched requests that the API may not honour, and tries them small: the first one of a kind
 * carries one item, and what others hold on its list must stay as it was; the first with many items
 * is read back. What is not understood in one form is tried in the next; where a request takes what
 * it does not name, that is given back, and from then on spared.
 */
final class Trials {

  /** With these a server says that it does not understand, or misses something. */
  private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 404, 405, 411, 413, 414, 415, 422);

  /** Where trying in vain went on, every wrong item would be sent in every form. */
  private static final int MOST_IN_VAIN = 3;

  private final Experience experience;
  private final Turns turns;
  private final SparingWrites writes;
  private final Looks looks;
  private final Amends amends;
  private final Map<BatchKind, Integer> inVain = new ConcurrentHashMap<>();

  /**
   * Trials of which the experience learns.
   *
   * @param turns whose trials are alone
   */
  Trials(Answers answers, Experience experience, Waiting waiting, Turns turns) {
    this.experience = experience;
    this.turns = turns;
    this.writes =
        new SparingWrites(
            new RepeatableChanges(answers, waiting), answers, experience, turns, this::send);
    this.looks = new Looks(writes, new RecentHoldings(waiting.clock()));
    this.amends = new Amends(experience, writes, looks);
  }

  /** Sends the items in as few requests as the kind can be trusted with. */
  Map<BatchItem, Outcome> send(SharedList list, List<BatchItem> items) {
    Map<BatchItem, Outcome> outcomes = new HashMap<>();
    List<BatchItem> left = items;
    while (isToBeTried(list, left)) {
      List<BatchItem> now = left;
      // One at a time, so that lanes side by side do not both take the first step.
      Optional<Map<BatchItem, Outcome>> tried = turns.alone(() -> tried(list, now));
      outcomes.putAll(tried.orElseGet(() -> SparingWrites.stopped(now).outcomes()));
      left = left.stream().filter(item -> !outcomes.containsKey(item)).toList();
    }
    if (!left.isEmpty()) {
      outcomes.putAll(settled(list, left));
    }
    return outcomes;
  }

  private boolean isToBeTried(SharedList list, List<BatchItem> items) {
    Trust trust = trust(list);
    return !items.isEmpty() && trust == UNTRIED || trust == ONE_WORKED && items.size() > 1;
  }

  private Map<BatchItem, Outcome> tried(SharedList list, List<BatchItem> items) {
    if (!isToBeTried(list, items)) {
      return Map.of();
    }
    return trust(list) == UNTRIED
        ? first(list, items.get(0), way(list).andOthers(list.forms(items.subList(0, 1))))
        : many(list, items);
  }

  /** One item, in one form after the other until one is understood. */
  private Map<BatchItem, Outcome> first(SharedList list, BatchItem item, List<Way> ways) {
    List<Map<BatchItem, Outcome>> said = new ArrayList<>();
    if (inVain.containsKey(list.kind())) {
      // Where requests do not do what they say, nobody knows what has become of this list since.
      looks.forget(list);
    }
    for (Way way : hasHope(list) ? ways : ways.subList(0, 1)) {
      if (amends.isTooLong(list, way) && amends.harmsSmaller(list, way)) {
        return Map.of();
      }
      Map<BatchItem, Outcome> outcomes = judged(looks.at(list, List.of(item), way), way);
      if (outcomes.isEmpty() || isUnderstood(outcomes)) {
        inVain.remove(list.kind());
        return outcomes;
      }
      said.add(outcomes);
      if (list.astray().isPresent()) {
        break;
      }
    }
    inVain.merge(list.kind(), 1, Integer::sum);
    return said.stream().filter(Trials::isIgnored).findFirst().orElseGet(() -> said.get(0));
  }

  private boolean hasHope(SharedList list) {
    return inVain.getOrDefault(list.kind(), 0) < MOST_IN_VAIN;
  }

  private static boolean isIgnored(Map<BatchItem, Outcome> outcomes) {
    return outcomes.values().stream().anyMatch(Outcome.Ignored.class::isInstance);
  }

  private static boolean isUnderstood(Map<BatchItem, Outcome> outcomes) {
    return !outcomes.values().stream()
        .allMatch(
            outcome ->
                outcome instanceof Outcome.Ignored
                    || outcome instanceof Outcome.Refused refused
                        && NOT_UNDERSTOOD.contains(refused.status()));
  }

  private Map<BatchItem, Outcome> many(SharedList list, List<BatchItem> items) {
    Way way = way(list);
    return judged(looks.at(list, items, way), way);
  }

  private Map<BatchItem, Outcome> settled(SharedList list, List<BatchItem> items) {
    looks.forget(list);
    Trust trust = trust(list);
    if (trust == HARMFUL) {
      return RepeatableChanges.all(items, stopped(list.kind())).outcomes();
    }
    Map<BatchItem, Outcome> outcomes = new HashMap<>();
    for (List<BatchItem> some : trust == MANY_WORK ? List.of(items) : singly(items)) {
      outcomes.putAll(writes.write(list, some, way(list)).outcomes());
    }
    List<Way> others = way(list).andOthers(list.forms(items));
    return isUnderstood(outcomes) || others.size() == 1 || !hasHope(list)
        ? outcomes
        : afresh(list, items, others).orElse(outcomes);
  }

  private static List<List<BatchItem>> singly(List<BatchItem> items) {
    return items.stream().map(List::of).toList();
  }

  /** What was understood once is not understood any more; empty where no other form is. */
  private Optional<Map<BatchItem, Outcome>> afresh(
      SharedList list, List<BatchItem> items, List<Way> ways) {
    Optional<Map<BatchItem, Outcome>> tried =
        turns.alone(() -> first(list, items.get(0), ways.subList(1, ways.size())));
    if (tried.isEmpty() || !isUnderstood(tried.get())) {
      return Optional.empty();
    }
    Map<BatchItem, Outcome> outcomes = new HashMap<>(tried.get());
    outcomes.putAll(
        send(list, items.stream().filter(item -> !outcomes.containsKey(item)).toList()));
    return Optional.of(outcomes);
  }

  private static Outcome stopped(BatchKind kind) {
    return new Outcome.Refused(
        0,
        "requests of the kind "
            + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + " were found to change what they do not name; the kind is stopped");
  }

  /** The giving back of what an earlier process took. */
  Restitution restitution() {
    return new Restitution(writes.debts(), writes);
  }

  /** What became of each; of what is missing, it is still to be found out. */
  private Map<BatchItem, Outcome> judged(Looks.Look look, Way way) {
    if (look.seen().isEmpty()) {
      return look.written().outcomes();
    }
    BeforeAndAfter seen = look.seen().get();
    if (!seen.harmed().isEmpty()) {
      return amends.make(seen, way, look);
    }
    look.strike();
    looks.remember(look);
    Map<BatchItem, Outcome> judged = new HashMap<>(look.written().outcomes());
    // Where they were refused together and sent one by one, nothing was learnt about many.
    if (look.written().together()
        && judged.values().stream().allMatch(Outcome.Applied.class::isInstance)) {
      judged.putAll(learnt(seen, way));
    }
    return judged;
  }

  /** Remembers what a request that was accepted tells about its kind; what it ignored goes on. */
  private Map<BatchItem, Outcome> learnt(BeforeAndAfter seen, Way way) {
    List<BatchItem> missing = seen.missing();
    return seen.items().size() > 1 ? learntOfMany(seen, missing, way) : learntOfOne(seen, way);
  }

  private Map<BatchItem, Outcome> learntOfMany(
      BeforeAndAfter seen, List<BatchItem> missing, Way way) {
    int all = seen.items().size();
    Map<BatchItem, Outcome> judged = new HashMap<>();
    if (missing.isEmpty()) {
      remember(seen.list(), way, MANY_WORK, "all of " + all + " items took effect");
    } else {
      remember(seen.list(), way, ONE_BY_ONE, missing.size() + " of " + all + " items were ignored");
      looks.forget(seen.list());
      missing.forEach(
          item -> judged.putAll(writes.write(seen.list(), List.of(item), way).outcomes()));
    }
    return judged;
  }

  private Map<BatchItem, Outcome> learntOfOne(BeforeAndAfter seen, Way way) {
    if (seen.missing().isEmpty()) {
      if (seen.hasOthers()) {
        remember(seen.list(), way, ONE_WORKED, "one item did no harm to others");
      } else if (!way.equals(way(seen.list()))) {
        remember(seen.list(), way, UNTRIED, "one item took effect");
      }
      return Map.of();
    }
    String instead = seen.list().astray().map(other -> ": what it shows is of " + other).orElse("");
    Outcome ignored =
        new Outcome.Ignored("answered that all is well, but nothing changed there" + instead);
    return RepeatableChanges.all(seen.missing(), ignored).outcomes();
  }

  /** That something was accepted and did not show: what is known of its kind is tried again. */
  void doubt(BatchKind kind, String why) {
    Lesson lesson = experience.lesson(kind);
    if (lesson.trust() != HARMFUL) {
      experience.remember(kind, new Lesson(lesson.way(), UNTRIED, why));
    }
  }

  private void remember(SharedList list, Way way, Trust trust, String detail) {
    experience.remember(list.kind(), new Lesson(way.text(), trust, detail));
  }

  private Way way(SharedList list) {
    return Way.of(experience.lesson(list.kind()));
  }

  private Trust trust(SharedList list) {
    return experience.of(list.kind());
  }
}
