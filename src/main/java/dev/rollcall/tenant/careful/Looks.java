package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.RepeatableChanges.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writing with a look before and after. */
final class Looks {

  /**
   * What a request came to.
   *
   * @param seen the list before and after; empty where nothing was accepted, or nothing could be
   *     read afterwards: then nothing was learnt
   * @param after what was held then
   * @param note of what others held, which is owed to them until it is seen that they hold it
   */
  record Look(
      Written written, Optional<BeforeAndAfter> seen, Holdings after, Optional<Debts.Note> note) {

    /** Nobody lost anything by it, or everybody has it again. */
    void strike() {
      note.ifPresent(Debts.Note::strike);
    }
  }

  private static final Holdings NOTHING = new Holdings(Map.of(), 0);

  private final SparingWrites writes;
  private final RecentHoldings recent;

  Looks(SparingWrites writes, RecentHoldings recent) {
    this.writes = writes;
    this.recent = recent;
  }

  /** Sends the items in one request. */
  Look at(SharedList list, List<BatchItem> items, Way way) {
    Holdings before;
    try {
      before = recent.of(list).orElseGet(list::held);
    } catch (TenantUnavailable | AccessRefused e) {
      return new Look(writes.unread(items, e), Optional.empty(), NOTHING, Optional.empty());
    }
    recent.forget(list);
    Debts.Note note =
        writes
            .debts()
            .note(Map.of(list, new BeforeAndAfter(list, items, before.by(), before.by()).others()));
    Written written = writes.write(list, items, way);
    if (written.outcomes().values().stream().noneMatch(Outcome.Applied.class::isInstance)) {
      if (written.outcomes().values().stream().noneMatch(Looks::isInDoubt)) {
        note.strike();
      }
      return new Look(written, Optional.empty(), NOTHING, Optional.empty());
    }
    try {
      Holdings after = after(list, items, before, written);
      return new Look(
          written,
          Optional.of(new BeforeAndAfter(list, items, before.by(), after.by())),
          after,
          Optional.of(note));
    } catch (TenantUnavailable | AccessRefused e) {
      // Nothing was learnt: the next one is tried small again.
      return new Look(written, Optional.empty(), NOTHING, Optional.empty());
    }
  }

  private static boolean isInDoubt(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed && failed.inDoubt();
  }

  /**
   * What is held now. What one item does to others is looked at row by row; once that is known to
   * be nothing, the number of rows tells by one request that many took, and where it does not, all
   * are read.
   */
  private static Holdings after(
      SharedList list, List<BatchItem> items, Holdings before, Written written) {
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

  /** How many rows a list has, as seen last or read now; none where it cannot be read. */
  int total(SharedList list) {
    try {
      return recent.look(list).total();
    } catch (TenantUnavailable | AccessRefused e) {
      // Whoever asks next meets the same trouble and says so.
      return 0;
    }
  }

  /** The next look at the list finds what this one left. */
  void remember(Look look) {
    look.seen().ifPresent(seen -> recent.remember(seen.list(), look.after()));
  }

  /** The list changes, or has changed. */
  void forget(SharedList list) {
    recent.forget(list);
  }
}
