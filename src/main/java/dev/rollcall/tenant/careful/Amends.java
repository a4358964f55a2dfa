package dev.rollcall.tenant.careful;

import static dev.rollcall.tenant.Experience.Trust.HARMFUL;
import static dev.rollcall.tenant.Experience.Trust.UNTRIED;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.RepeatableChanges.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes good what a request took from others, and has them spared from then on. */
final class Amends {

  private final Experience experience;
  private final SparingWrites writes;
  private final Looks looks;

  Amends(Experience experience, SparingWrites writes, Looks looks) {
    this.experience = experience;
    this.writes = writes;
    this.looks = looks;
  }

  /** Gives back what others lost, and has them spared from then on. */
  Map<BatchItem, Outcome> make(BeforeAndAfter seen, Way way, Looks.Look look) {
    Written written = look.written();
    SharedList list = seen.list();
    looks.forget(list);
    BeforeAndAfter now = seen;
    try {
      for (Way sparing : sparing(seen, way)) {
        remember(list, sparing, way.equals(sparing) ? HARMFUL : UNTRIED, seen.harm());
        giveBack(list, now.harmed(), sparing);
        now = new BeforeAndAfter(list, seen.items(), seen.before(), list.read());
        if (now.harmed().isEmpty()) {
          break;
        }
      }
    } catch (TenantUnavailable | AccessRefused e) {
      return SparingWrites.failed(
              written, seen.harm() + "; whether it was restored could not be read")
          .outcomes();
    }
    if (!now.harmed().isEmpty()) {
      remember(list, way, HARMFUL, now.harm());
      return SparingWrites.failed(written, now.harm() + " and could not be restored").outcomes();
    }
    look.strike();
    Map<BatchItem, Outcome> outcomes = new HashMap<>(written.outcomes());
    now.missing().forEach(outcomes::remove);
    return outcomes;
  }

  /** Ways that may spare others; what took from them need not have understood what was asked. */
  private static List<Way> sparing(BeforeAndAfter seen, Way way) {
    SharedList list = seen.list();
    return list.canBeNamedWhole()
        ? way.in(Way.Manner.WHOLE).andOthers(list.forms(InOneWay.items(seen.harmed())))
        : List.of(way.in(Way.Manner.GIVING_BACK));
  }

  private void giveBack(SharedList list, Map<String, String> lost, Way sparing) {
    if (sparing.manner() == Way.Manner.WHOLE) {
      writes.write(list, InOneWay.items(lost), sparing);
    } else {
      writes.notGivenBack(list.givingBack(lost));
    }
  }

  /** Whether one request could not give back to all others what another one takes. */
  boolean isTooLong(SharedList list, Way way) {
    return way.manner() == Way.Manner.NAMED
        && list.canBeNamedWhole()
        && list.most() < Integer.MAX_VALUE
        && looks.total(list) >= list.most();
  }

  /** Asks on a smaller list for what is so already, and looks whether others lose by it. */
  boolean harmsSmaller(SharedList list, Way way) {
    return list.smaller().map(smaller -> harms(smaller, way)).orElse(false);
  }

  private boolean harms(SharedList smaller, Way way) {
    try {
      return InOneWay.items(new TreeMap<>(smaller.read())).stream()
          .findFirst()
          .filter(asItIs -> harms(smaller, asItIs, way))
          .isPresent();
    } catch (TenantUnavailable | AccessRefused e) {
      // It tells nothing; whoever asks next meets the same trouble and says so.
      return false;
    }
  }

  private boolean harms(SharedList smaller, BatchItem asItIs, Way way) {
    Looks.Look look = looks.at(smaller, List.of(asItIs), way);
    Optional<BeforeAndAfter> harm = look.seen().filter(seen -> !seen.harmed().isEmpty());
    harm.ifPresentOrElse(seen -> make(seen, way, look), look::strike);
    return harm.isPresent();
  }

  private void remember(SharedList list, Way way, Trust trust, String detail) {
    experience.remember(list.kind(), new Lesson(way.text(), trust, detail));
  }
}
