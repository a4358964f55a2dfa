package dev.rollcall.source.columns;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.source.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses in cells: every one in a row whose cells have moved, for it may be about any of
 * them; and the one within what programs of mail and directories write around it.
 */
public final class Addresses {

  private static final int LONGEST = 400;
  private static final int LONGEST_NONE = 40;
  private static final Set<String> NONE = Lexicon.of("address.none");

  /** {@code Jane Doe <jane@example.com>}, {@code <jane@example.com>}. */
  private static final Pattern ANGLED = Pattern.compile("[^<>@]*<([^<>]*)>");

  private static final Pattern NAMED = Pattern.compile("([^<>@]*)<[^<>]*>.*");

  /** {@code Jane Doe (jane@example.com)}. */
  private static final Pattern BRACKETED = Pattern.compile("[^()@]*\\(([^()]*)\\)");

  /** {@code [jane@example.com](mailto:jane@example.com)}. */
  private static final Pattern LINKED = Pattern.compile("\\[([^\\[\\]]*)]\\(mailto:([^()]*)\\)");

  private static final Pattern QUOTED = Pattern.compile("['`´]([^'`´]*)['`´]");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)(?:mailto|smtp|email|e-mail):\\s*(.*)");
  private static final Pattern SUBJECT = Pattern.compile("\\?(?:subject|body|cc)=.*");
  private static final Pattern AROUND = Pattern.compile("^[\\s\"“”„‘’«»]+|[\\s\"“”„‘’«»;,.]+$");

  private Addresses() {}

  /** Whether a cell says that there is no address, rather than holding one that cannot be read. */
  public static boolean isNone(String cell) {
    if (cell.indexOf('@') >= 0) {
      return false;
    }
    String text = CellText.oneLine(cell);
    return text.isEmpty()
        || text.length() <= LONGEST_NONE
            && (text.codePoints().noneMatch(Character::isLetterOrDigit)
                || text.equals("0")
                || NONE.contains(Lexicon.plain(text)));
  }

  /** The readable addresses of a row that is flawed or as wide as no other; else none. */
  public static List<Email> in(Reject reject) {
    List<Email> found = new ArrayList<>();
    if (reject.row().flaws().isEmpty() && reject.row().cells().size() == reject.header().size()) {
      return found;
    }
    for (String cell : reject.row().cells()) {
      read(cell).ifPresent(found::add);
    }
    return found;
  }

  /** Whether a cell holds an address and nothing else. */
  public static boolean isReadable(String cell) {
    return read(cell).isPresent();
  }

  /** Whether a cell holds an address, be it with something around it. */
  public static boolean looksLikeOne(String cell) {
    return in(cell).isPresent();
  }

  /** The address that a cell holds, be it with something around it. */
  public static Optional<Email> in(String cell) {
    return read(cell).or(() -> undressed(cell));
  }

  /**
   * The address that a cell holds, be it with something around it.
   *
   * @throws MalformedEmail where it holds none, or several
   */
  public static Email parse(String cell) {
    try {
      return Email.parse(cell);
    } catch (MalformedEmail e) {
      return undressed(cell).orElseThrow(() -> e);
    }
  }

  /** Whether a domain can stand in it; {@code Close@prod} has none. */
  private static boolean mayHoldOne(String cell) {
    int at = cell.indexOf('@');
    if (at < 0 || cell.length() > LONGEST) {
      return false;
    }
    for (int i = at + 1; i < cell.length(); i++) {
      // Dots of other scripts are taken for dots as well.
      if (cell.charAt(i) == '.' || cell.charAt(i) > '~') {
        return true;
      }
    }
    return false;
  }

  private static Optional<Email> read(String cell) {
    if (!mayHoldOne(cell)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Email.parse(cell));
    } catch (MalformedEmail e) {
      return Optional.empty();
    }
  }

  /**
   * The address within a text that is none itself; empty where there is none, or where it is not
   * certain which.
   */
  public static Optional<Email> undressed(String cell) {
    if (!mayHoldOne(cell)) {
      return Optional.empty();
    }
    String text = cell;
    String before;
    do {
      before = text;
      text = unwrapped(AROUND.matcher(text).replaceAll(""));
    } while (!text.equals(before));
    return text.equals(cell) ? Optional.empty() : read(text);
  }

  /** What stands before an address in angle brackets; empty where nothing does. */
  public static String beside(String cell) {
    Matcher named = NAMED.matcher(cell.strip());
    return cell.length() <= LONGEST && named.matches()
        ? CellText.oneLine(AROUND.matcher(named.group(1)).replaceAll(""))
        : "";
  }

  private static String unwrapped(String text) {
    Matcher linked = LINKED.matcher(text);
    if (linked.matches() && linked.group(1).strip().equalsIgnoreCase(linked.group(2).strip())) {
      return linked.group(1);
    }
    for (Pattern pattern : new Pattern[] {ANGLED, BRACKETED, QUOTED, SCHEME}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return SUBJECT.matcher(matcher.group(1)).replaceAll("");
      }
    }
    return text;
  }
}
