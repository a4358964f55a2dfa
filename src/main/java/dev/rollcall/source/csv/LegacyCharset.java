package dev.rollcall.source.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The legacy charset of a text that is no UTF-8, as its letters beyond ASCII tell it.
 *
 * <table>
 * <caption>How it is decided, the first line that holds</caption>
 * <tr><th>the bytes beyond ASCII</th><th>charset</th></tr>
 * <tr><td>mostly stand apart from ASCII letters, and juniversalchardet knows an alphabet in which
 *     that is so</td><td>what it says</td></tr>
 * <tr><td>within words, all are letters on old Macs, and some are none in Windows, or capital ones
 *     behind small ones: é is Ž, ü is Ÿ</td><td>Mac Roman</td></tr>
 * <tr><td>within words, one is a letter in windows-1250 and a mere sign in windows-1252: ł is ³, ą
 *     is ¹, ż is ¿, Ł is £</td><td>windows-1250</td></tr>
 * <tr><td>as windows-1252 they would mix what no western language mixes: ø with ì (Czech ř and ě)
 *     or ø with è and without å and æ, or õ with û (Hungarian ő and ű)</td><td>windows-1250</td></tr>
 * <tr><td>anything else</td><td>windows-1252</td></tr>
 * </table>
 *
 * <p>juniversalchardet has no model of windows-1250, so that part is our own; it is right about
 * alphabets other than the Latin one. Whatever is chosen, a remark says so.
 */
final class LegacyCharset {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CENTRAL = Charset.forName("windows-1250");

  private static final Charset MAC = Charset.forName("x-MacRoman");

  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  /** Letters in windows-1250, signs or nothing in windows-1252: Ą Ł Ż ą ł ż Ľ ľ, Ť Ź ť. */
  private static final String ONLY_CENTRAL = "\u00A5\u00A3\u00AF\u00B9\u00B3\u00BF\u00BC\u00BE";

  private static final String NOWHERE_WESTERN = "\u008D\u008F\u009D";

  /** On a Mac á à â ä å ç é è ê ü, which in Windows no small letter stands before. */
  private static final String ONLY_MAC =
      "\u0087\u0088\u0089\u008A\u008C\u008D\u008E\u008F\u0090\u009F";

  /** Letters with accents that stand within names of western languages. */
  private static final String ON_MACS = "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßœÄÅÆÇÉÑÖØÜÁÀÂÊËÈÍÎÏÌÓÔÒÚÛÙ";

  private final Path path;
  private final int[] counts = new int[256];
  private final int[] withinWords = new int[256];
  private final int[] behindSmall = new int[256];

  private LegacyCharset(Path path) {
    this.path = path;
  }

  /** Reads the whole file once. */
  static LegacyCharset of(Path path) throws IOException {
    LegacyCharset letters = new LegacyCharset(path);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      letters.count(in);
    }
    return letters;
  }

  private void count(InputStream in) throws IOException {
    int before = ' ';
    int here = in.read();
    while (here >= 0) {
      int next = in.read();
      if (here >= 0x80) {
        counts[here]++;
        withinWords[here] += isAsciiLetter(before) || isAsciiLetter(next) ? 1 : 0;
        behindSmall[here] += before >= 'a' && before <= 'z' ? 1 : 0;
      }
      before = here;
      here = next;
    }
  }

  private static boolean isAsciiLetter(int c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  /**
   * What they tell.
   *
   * @param line the first that is no UTF-8
   */
  Encoding encoding(int line) throws IOException {
    Optional<Charset> alphabet = isLatin() ? Optional.empty() : detected();
    if (alphabet.isPresent()) {
      return chosen(alphabet.get(), line, "as the letters look to a detector", "windows-1252");
    }
    if (isMac()) {
      return chosen(MAC, line, "and its letters are those of old Macs", "windows-1252");
    }
    return isCentral()
        ? chosen(CENTRAL, line, "and its letters are those of Central Europe", "windows-1252")
        : chosen(WESTERN, line, "and nothing speaks for another charset", "windows-1250");
  }

  private static Encoding chosen(Charset charset, int line, String why, String other) {
    return new Encoding(
        charset,
        0,
        List.of(
            "read as %s, for line %d is no UTF-8 %s; say charset: (perhaps %s) if names look wrong"
                .formatted(charset, line, why, other)));
  }

  /** Accents stand between plain letters; letters of another alphabet stand among themselves. */
  private boolean isLatin() {
    return 3L * total(withinWords) >= total(counts);
  }

  private static long total(int[] counts) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }

  private Optional<Charset> detected() throws IOException {
    String name = UniversalDetector.detectCharset(path);
    if (name == null || name.equals("US-ASCII") || !Charset.isSupported(name)) {
      return Optional.empty();
    }
    Charset charset = likelier(Charset.forName(name));
    boolean readable = TextScan.of(path, new Encoding(charset, 0, List.of())).isClean();
    return readable && !charset.equals(WESTERN) ? Optional.of(charset) : Optional.empty();
  }

  /**
   * The detector often takes Windows' Cyrillic for that of old Macs, which differs in few bytes.
   */
  private Charset likelier(Charset charset) {
    return charset.name().equals("x-MacCyrillic") && letters(CYRILLIC) >= letters(charset)
        ? CYRILLIC
        : charset;
  }

  /** How many of the bytes would be letters. */
  private long letters(Charset charset) {
    long letters = 0;
    for (int b = 0x80; b < counts.length; b++) {
      String text = new String(new byte[] {(byte) b}, charset);
      letters += Character.isLetter(text.codePointAt(0)) ? counts[b] : 0;
    }
    return letters;
  }

  /**
   * Whether there are letters of old Macs that are none in Windows, or capital ones behind small
   * ones, and nothing that is no letter on a Mac. Quotes and dashes of Windows prove nothing.
   */
  private boolean isMac() {
    boolean shows = ONLY_MAC.chars().anyMatch(letter -> behindSmall[letter] > 0);
    for (int b = 0x80; b < withinWords.length && shows; b++) {
      char letter = new String(new byte[] {(byte) b}, MAC).charAt(0);
      shows = withinWords[b] == 0 || ON_MACS.indexOf(letter) >= 0;
    }
    return shows;
  }

  private boolean isCentral() {
    boolean signs =
        (ONLY_CENTRAL + NOWHERE_WESTERN).chars().anyMatch(letter -> withinWords[letter] > 0);
    boolean northern = has(0xE5) || has(0xE6) || has(0xC5) || has(0xC6);
    boolean czech = has(0xF8) && !northern && (has(0xEC) || has(0xE8));
    boolean hungarian = has(0xF5) && has(0xFB);
    return signs || czech || hungarian;
  }

  private boolean has(int letter) {
    return withinWords[letter] > 0;
  }
}
