package dev.rollcall.security;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens and passwords of a job, kept so that words from outside can be rid of them before they
 * become a message. It cannot be printed.
 *
 * <p>A text is read in all the usual ways before it is searched: escaped as JSON, addresses or HTML
 * do, several times over, as base64 at whatever place it begins, as hexadecimal digits, broken into
 * lines. Whatever of the original says {@value #RUN} or more characters of a secret in a row, in
 * any case, becomes stars. Secrets shorter than that are sought as a whole, those shorter than
 * {@value #SHORTEST} only where they stand as a word. A single character is no secret. Encryption,
 * compression and codes of one's own are not seen through.
 */
public final class Secrets {

  private static final String STARS = "***";

  /** So many characters in a row may not be seen. */
  private static final int RUN = 8;

  /** Shorter ones stand in too many words. */
  private static final int SHORTEST = 6;

  /** In names no less than this is hidden, for a name says what a thing is. */
  private static final int RUN_IN_NAMES = 16;

  private static final int SHORTEST_IN_NAMES = 12;

  /** How many layers of escapes a secret itself may look like. */
  private static final int LAYERS = 6;

  private static final Secrets NONE = new Secrets(Set.of());

  private final Set<String> values;
  private final ShortSecrets words;
  private final Grams grams;
  private final Grams inNames;

  private Secrets(Set<String> values) {
    this.values = values;
    List<String> brief = new ArrayList<>();
    List<FoldedText> folded = new ArrayList<>();
    for (String value : values) {
      if (value.length() < SHORTEST) {
        brief.add(value);
      }
      folded.addAll(folded(value));
    }
    this.words = ShortSecrets.of(brief);
    this.grams = Grams.of(folded, RUN, SHORTEST);
    this.inNames = Grams.of(folded, RUN_IN_NAMES, SHORTEST_IN_NAMES);
  }

  /** No secret is known. */
  public static Secrets none() {
    return NONE;
  }

  /** These, without blanks around them. */
  public static Secrets of(Collection<String> values) {
    Set<String> kept = new LinkedHashSet<>();
    for (String value : values) {
      String bare = value.strip();
      if (bare.length() > 1) {
        kept.add(bare);
      }
    }
    return kept.isEmpty() ? NONE : new Secrets(kept);
  }

  /** These and those. */
  public Secrets and(Secrets others) {
    List<String> all = new ArrayList<>(values);
    all.addAll(others.values);
    return of(all);
  }

  /** The text with stars in place of every secret, and of what could be a part of one. */
  public String hide(String text) {
    if (values.isEmpty() || text.isEmpty()) {
      return text;
    }
    BitSet covered = new BitSet(text.length());
    Decodings.each(
        text,
        reading -> {
          cover(reading.view(), grams, covered);
          words.cover(reading, covered);
        });
    return starred(text, covered);
  }

  /**
   * The same for what names something that is not ours: a name must not become another by chance,
   * so only secrets of {@value #SHORTEST_IN_NAMES} characters or more, or {@value #RUN_IN_NAMES} in
   * a row of longer ones, are hidden.
   */
  public String hideInName(String name) {
    if (values.isEmpty() || name.length() < SHORTEST_IN_NAMES) {
      return name;
    }
    BitSet covered = new BitSet(name.length());
    if (Decodings.hasSeveral(name)) {
      Decodings.each(name, reading -> cover(reading.view(), inNames, covered));
    } else {
      cover(DecodedText.of(name), inNames, covered);
    }
    return starred(name, covered);
  }

  private static void cover(DecodedText view, Grams parts, BitSet covered) {
    FoldedText folded = FoldedText.of(view.text(), FoldedText.Blanks.KEPT);
    parts.cover(view, folded, covered);
    if (folded.hasBlanks()) {
      parts.cover(view, FoldedText.of(view.text(), FoldedText.Blanks.DROPPED), covered);
    }
  }

  private static String starred(String text, BitSet covered) {
    if (covered.isEmpty()) {
      return text;
    }
    StringBuilder starred = new StringBuilder(text.length());
    int end = 0;
    for (int start = covered.nextSetBit(0); start >= 0; start = covered.nextSetBit(end)) {
      starred.append(text, end, start).append(STARS);
      end = covered.nextClearBit(start);
    }
    return starred.append(text, end, text.length()).toString();
  }

  /** A secret in each form that decoding may come upon, its lines one by one too. */
  private static List<FoldedText> folded(String secret) {
    Set<String> forms = new LinkedHashSet<>(List.of(secret));
    secret.lines().map(String::strip).filter(line -> line.length() >= SHORTEST).forEach(forms::add);
    String form = secret;
    for (int layer = 0; layer < LAYERS; layer++) {
      form = Escapes.off(form);
      forms.add(form);
    }
    List<FoldedText> folded = new ArrayList<>();
    for (String each : forms) {
      folded.add(FoldedText.of(each, FoldedText.Blanks.KEPT));
      folded.add(FoldedText.of(each, FoldedText.Blanks.DROPPED));
    }
    return folded;
  }

  @Override
  public String toString() {
    return STARS;
  }
}
