package dev.rollcall.source.columns;

import dev.rollcall.model.Status;
import dev.rollcall.source.columns.HeaderMeaning.StatusKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the words in a status column mean. A list left empty stands for the usual words; a word in
 * neither list means nothing, and is a problem.
 */
public record StatusWords(List<String> left, List<String> active) {

  /** No words of one's own: the usual ones. */
  public static final StatusWords USUAL = new StatusWords(List.of(), List.of());

  private static final List<String> USUALLY_ACTIVE =
      List.of(
          ("Active, Enabled, Employed, Current, Working, Probation, On leave, Leave, "
                  + "Leave of absence, Parental leave, Maternity leave, Sabbatical")
              .split(", "));
  private static final List<String> USUALLY_LEFT =
      List.of(
          ("Left, Terminated, Inactive, Disabled, Deactivated, Suspended, Deprovisioned, "
                  + "Former, Resigned, Retired, Dismissed, Separated, Offboarded, Departed, "
                  + "Deceased, Ended")
              .split(", "));
  private static final Set<String> ACTIVE = Lexicon.of("status.here", "word.active");
  private static final Set<String> LEFT = Lexicon.of("status.gone", "word.left");
  private static final Set<String> YES = Lexicon.of("yes");
  private static final Set<String> NO = Lexicon.of("no");

  /** What programs write in short. */
  private static final Map<String, Status> LETTERS =
      Map.of(
          "a",
          Status.ACTIVE,
          "l",
          Status.ACTIVE,
          "t",
          Status.LEFT,
          "i",
          Status.LEFT,
          "d",
          Status.LEFT);

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
  public List<String> contradictory() {
    Set<String> folded = new HashSet<>();
    active.forEach(word -> folded.add(CellText.fold(word)));
    return left.stream().filter(word -> folded.contains(CellText.fold(word))).toList();
  }

  /** What a word means, whatever its case, blanks and punctuation. */
  public Optional<Status> meaning(String word, String header) {
    return given(word).or(() -> usualMeaning(word, header));
  }

  /** What the job file says that it means. */
  public Optional<Status> given(String word) {
    String folded = CellText.fold(word);
    if (contains(left, folded)) {
      return Optional.of(Status.LEFT);
    }
    return contains(active, folded) ? Optional.of(Status.ACTIVE) : Optional.empty();
  }

  private Optional<Status> usualMeaning(String word, String header) {
    Optional<Status> usual = word(word);
    boolean isReplaced =
        usual
            .filter(status -> status == Status.LEFT ? !left.isEmpty() : !active.isEmpty())
            .isPresent();
    if (usual.isPresent()) {
      return isReplaced ? Optional.empty() : usual;
    }
    return areGiven() ? Optional.empty() : answer(word, header);
  }

  /** What a word usually means by itself. */
  static Optional<Status> word(String word) {
    return ofPlain(Lexicon.plain(word));
  }

  /** The same of a word as {@link Lexicon#plain} makes it. */
  static Optional<Status> ofPlain(String plain) {
    if (LEFT.contains(plain)) {
      return Optional.of(Status.LEFT);
    }
    return ACTIVE.contains(plain) ? Optional.of(Status.ACTIVE) : Optional.empty();
  }

  /** Whether a word is such a letter. */
  static boolean isLetter(String word) {
    return LETTERS.containsKey(word.strip().toLowerCase(Locale.ROOT));
  }

  /** A yes under "Terminated" means the opposite of one under "Active". */
  private static Optional<Status> answer(String word, String header) {
    String plain = Lexicon.plain(word);
    StatusKind kind = YesMeaning.of(header);
    if (kind == StatusKind.WORDS && LETTERS.containsKey(plain)) {
      return Optional.of(LETTERS.get(plain));
    }
    if (kind == StatusKind.WORDS && plain.length() == 1 && "01yn".indexOf(plain) < 0) {
      return Optional.empty();
    }
    return kind == StatusKind.UNCLEAR ? Optional.empty() : answered(word, header);
  }

  /** What a yes or no means below that header. */
  public static Optional<Status> answered(String word, String header) {
    String plain = Lexicon.plain(word);
    StatusKind kind = YesMeaning.of(header);
    boolean isYes = YES.contains(plain);
    return isYes || NO.contains(plain)
        ? Optional.of(isYes == (kind != StatusKind.GONE) ? Status.ACTIVE : Status.LEFT)
        : Optional.empty();
  }

  /** What a word under this header usually means; empty where nobody can tell. */
  public static Optional<Status> usually(String word, String header) {
    return USUAL.meaning(word, header);
  }

  /** All words that would be understood. */
  public List<String> known() {
    List<String> known = new ArrayList<>(active.isEmpty() ? USUALLY_ACTIVE : active);
    known.addAll(left.isEmpty() ? USUALLY_LEFT : left);
    return known;
  }

  private static boolean contains(List<String> words, String folded) {
    return words.stream().map(CellText::fold).anyMatch(folded::equals);
  }
}
