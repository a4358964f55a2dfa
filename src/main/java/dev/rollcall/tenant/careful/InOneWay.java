package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.RepeatableChanges.Written;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list as something that is changed in one way: with whatever spares those who are not named. */
final class InOneWay implements Changeable {

  private final SparingWrites writes;
  private final SharedList list;
  private final Way way;
  private final Map<BatchItem, Outcome> impossible = new HashMap<>();
  private Optional<String> lost = Optional.empty();

  InOneWay(SparingWrites writes, SharedList list, Way way) {
    this.writes = writes;
    this.list = list;
    this.way = way;
  }

  /** What it came to in the end. */
  Written outcome(Written written) {
    if (!impossible.isEmpty()) {
      Map<BatchItem, Outcome> outcomes = new HashMap<>(written.outcomes());
      outcomes.putAll(impossible);
      return new Written(outcomes, false);
    }
    return lost.map(text -> SparingWrites.failed(written, text)).orElse(written);
  }

  @Override
  public Map<String, String> read() {
    return list.read();
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    if (way.manner() == Way.Manner.NAMED) {
      return list.write(items, way.form());
    }
    Map<String, String> before;
    try {
      before = list.read();
    } catch (TenantUnavailable | AccessRefused e) {
      return new FinishedCall<>(new CallOutcome.NotSent<>("not read before: " + e.getMessage()), 0);
    }
    return way.manner() == Way.Manner.WHOLE ? whole(items, before) : givingBack(items, before);
  }

  private FinishedCall<String> whole(List<BatchItem> items, Map<String, String> before) {
    Map<String, String> rightful = new BeforeAndAfter(list, items, before, before).rightful();
    if (rightful.size() > list.most()) {
      return apart(
          items,
          "not sent: each request replaces the list of %s, which has %d rows; one request carries %d"
              .formatted(list.label(), before.size(), list.most()));
    }
    return list.write(items(rightful), way.form());
  }

  /** What can be changed without naming the whole list is; the others stay as they are. */
  private FinishedCall<String> apart(List<BatchItem> items, String why) {
    FinishedCall<String> last = new FinishedCall<>(new CallOutcome.NotSent<>(why), 0);
    for (BatchItem item : items) {
      Optional<FinishedCall<String>> made = list.writeApart(item);
      if (made.isEmpty()) {
        impossible.put(item, new Outcome.Refused(0, why));
      } else if (made.get().last() instanceof CallOutcome.Accepted) {
        last = made.get();
      } else {
        return made.get();
      }
    }
    return last;
  }

  private FinishedCall<String> givingBack(List<BatchItem> items, Map<String, String> before) {
    Debts.Note note =
        writes.debts().note(Map.of(list, new BeforeAndAfter(list, items, before, before).others()));
    FinishedCall<String> finished = list.write(items, way.form());
    if (finished.last() instanceof CallOutcome.Accepted || finished.last().isLost()) {
      lost = lost(items, before);
      lost.ifPresent(text -> writes.stop(list, text));
    }
    if (lost.isEmpty()) {
      note.strike();
    }
    return finished;
  }

  private Optional<String> lost(List<BatchItem> items, Map<String, String> before) {
    try {
      Map<String, String> harmed = new BeforeAndAfter(list, items, before, list.read()).harmed();
      return harmed.isEmpty() ? Optional.empty() : writes.notGivenBack(list.givingBack(harmed));
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.of(
          list.label() + ": whether others lost anything could not be read: " + e.getMessage());
    }
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return list.turnedAway(finished);
  }

  /** As items that ask for all of it. */
  static List<BatchItem> items(Map<String, String> held) {
    return held.entrySet().stream()
        .map(each -> new BatchItem(0, each.getKey(), Optional.of(each.getValue())))
        .toList();
  }
}
