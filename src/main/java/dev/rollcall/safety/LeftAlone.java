package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Plan;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who is left alone by a plan because of a problem: a rejected row, a contradiction, an unknown
 * name, a list that could not be read whole. A run that leaves more people alone than is allowed is
 * not done, whatever became of its operations.
 *
 * @param people their addresses, sorted
 * @param rows rejected rows that do not say whose they are: each may be somebody's
 * @param unread lists of the workspace that could not be read whole
 * @param allowed how many may be left alone in a run that is done
 */
public record LeftAlone(List<String> people, int rows, int unread, int allowed) {

  /** Nobody, and nobody may be. */
  public static final LeftAlone NOBODY = new LeftAlone(List.of(), 0, 0, 0);

  /** The findings that say of a person that something is not done because of a problem. */
  private static final Set<Finding.Kind> KINDS =
      EnumSet.of(Finding.Kind.PERSON_HELD, Finding.Kind.INCOMPLETE_KNOWLEDGE);

  /** Copies. */
  public LeftAlone {
    people = List.copyOf(people);
  }

  /**
   * Counts.
   *
   * @param known who is on either side; other subjects of findings are no people
   * @param rows rejected rows that do not say whose they are
   * @param allowed how many may be left alone
   */
  public static LeftAlone by(Plan plan, Predicate<Email> known, int rows, int allowed) {
    Predicate<String> isPerson = subject -> known.test(new Email(subject));
    List<Finding> findings =
        plan.findings().stream().filter(finding -> KINDS.contains(finding.kind())).toList();
    List<String> people = subjects(findings).stream().filter(isPerson).toList();
    int unread =
        (int)
            findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.INCOMPLETE_KNOWLEDGE)
                .filter(finding -> !isPerson.test(finding.subject()))
                .count();
    return new LeftAlone(people, rows, unread, allowed);
  }

  private static List<String> subjects(Collection<Finding> findings) {
    return findings.stream().map(Finding::subject).distinct().sorted().toList();
  }

  /** How many; a row without a readable address counts as somebody. */
  public int count() {
    return people.size() + rows;
  }

  /** Whether the run is not done because of them. */
  public boolean isTooMuch() {
    return count() > allowed || (unread > 0 && allowed == 0);
  }

  /** {@code 4 people were left alone because of a problem}; empty where nobody was. */
  public Optional<String> words() {
    if (count() > 0) {
      return Optional.of(
          SafetyTexts.counted(count(), "person was", "people were")
              + " left alone because of a problem");
    }
    return unread > 0
        ? Optional.of(SafetyTexts.counted(unread, "list", "lists") + " could not be read whole")
        : Optional.empty();
  }

  /**
   * Why no run goes on with so many; empty where one does. One is always allowed unless the share
   * is 0, but never all. Rows without an address end a run with 3 like all others that may be
   * somebody's, but are no sign of a spoiled file: many have a staff without mailboxes.
   *
   * @param share of the people looked at, e.g. 0.05
   * @param considered how many those are
   * @param withoutAddress how many of the rows have no address at all
   */
  public Optional<Problem> refusal(double share, int considered, int withoutAddress) {
    int alone = share <= 0 ? count() : count() - withoutAddress;
    int all = Math.max(considered, alone);
    long may = share <= 0 ? 0 : Math.max(1, (long) Math.floor(share * all + 1e-9));
    if (alone <= may && (alone < all || alone <= allowed)) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            "",
            "%s of %s people would be left alone because of a problem, more than safety.bad-rows (%s) allows; nothing was written"
                .formatted(
                    SafetyTexts.number(alone), SafetyTexts.number(all), SafetyTexts.percent(share)),
            "mend what is named above, or raise safety.bad-rows"));
  }
}
