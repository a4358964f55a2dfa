package dev.rollcall.source;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the words in a status column mean. A list left empty stands for the usual words; a word in
 * neither list means nothing, and is a problem.
 */
public record StatusWords(List<String> left, List<String> active) {

  /** No words of one's own: the usual ones. */
  public static final StatusWords USUAL = new StatusWords(List.of(), List.of());

  private static final List<String> USUALLY_ACTIVE =
      List.of(
          "Active",
          "Enabled",
          "Employed",
          "Current",
          "Working",
          "Probation",
          "On leave",
          "Leave",
          "Leave of absence",
          "Parental leave",
          "Maternity leave",
          "Sabbatical");
  private static final List<String> USUALLY_LEFT =
      List.of(
          "Left",
          "Terminated",
          "Inactive",
          "Disabled",
          "Deactivated",
          "Suspended",
          "Deprovisioned",
          "Former",
          "Resigned",
          "Retired",
          "Dismissed",
          "Separated",
          "Offboarded",
          "Departed",
          "Deceased",
          "Ended");
  private static final Set<String> YES = Set.of("true", "yes", "y", "1");
  private static final Set<String> NO = Set.of("false", "no", "n", "0");
  private static final Set<String> YES_OR_NO_HEADERS =
      Set.of("active", "isactive", "enabled", "isenabled", "accountenabled");

  /** Copies. */
  public StatusWords {
    left = List.copyOf(left);
    active = List.copyOf(active);
  }

  /** Whether the job file gives words of its own. */
  boolean areGiven() {
    return !left.isEmpty() || !active.isEmpty();
  }

  /** The words that are said to mean both. */
  List<String> contradictory() {
    Set<String> folded = active.stream().map(Cells::fold).collect(toUnmodifiableSet());
    return left.stream().filter(word -> folded.contains(Cells.fold(word))).toList();
  }

  /** What a word means, whatever its case, blanks and punctuation. */
  Optional<Status> meaning(String word, String header) {
    String folded = Cells.fold(word);
    if (contains(left, folded)) {
      return Optional.of(Status.LEFT);
    }
    if (contains(active, folded)) {
      return Optional.of(Status.ACTIVE);
    }
    return usualMeaning(folded, header);
  }

  private Optional<Status> usualMeaning(String folded, String header) {
    if (left.isEmpty() && contains(USUALLY_LEFT, folded)) {
      return Optional.of(Status.LEFT);
    }
    if (active.isEmpty() && contains(USUALLY_ACTIVE, folded)) {
      return Optional.of(Status.ACTIVE);
    }
    return areGiven() ? Optional.empty() : yesOrNo(folded, header);
  }

  /** Only under a header like "Active": a yes under "Terminated" would mean the opposite. */
  private static Optional<Status> yesOrNo(String folded, String header) {
    if (!YES_OR_NO_HEADERS.contains(Cells.fold(header))) {
      return Optional.empty();
    }
    if (YES.contains(folded)) {
      return Optional.of(Status.ACTIVE);
    }
    return NO.contains(folded) ? Optional.of(Status.LEFT) : Optional.empty();
  }

  /** What a word under this header usually means; empty where nobody can tell. */
  public static Optional<Status> usually(String word, String header) {
    return USUAL.meaning(word, header);
  }

  /** All words that would be understood. */
  List<String> known() {
    List<String> known = new ArrayList<>(active.isEmpty() ? USUALLY_ACTIVE : active);
    known.addAll(left.isEmpty() ? USUALLY_LEFT : left);
    return known;
  }

  private static boolean contains(List<String> words, String folded) {
    return stream(words).anyMatch(folded::equals);
  }

  private static Stream<String> stream(List<String> words) {
    return words.stream().map(Cells::fold);
  }
}
