package dev.rollcall.source.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML part, in the charset that it says. Java's own parser would decode it as
 * well, but prints a line to the terminal where a byte is no character, and a stack trace where a
 * document type is broken: so it is never shown either.
 */
final class PartText {

  private static final int HEAD = 256;

  /** Before its first element a part has a declaration, and perhaps a comment. */
  private static final int LONGEST_PROLOG = 8_192;

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

  private PartText() {}

  /**
   * Decodes it, past any mark of the byte order.
   *
   * <p>The reader throws an {@link IOException} where bytes are no characters.
   *
   * @param where the part, for messages
   */
  static Reader of(InputStream part, String where) throws IOException {
    PushbackReader text = new PushbackReader(decoded(part), LONGEST_PROLOG);
    char[] start = new char[LONGEST_PROLOG];
    int length = 0;
    for (int more = 0; more >= 0 && length < start.length; length += Math.max(more, 0)) {
      more = text.read(start, length, start.length - length);
    }
    checkProlog(new String(start, 0, length), where);
    text.unread(start, 0, length);
    return text;
  }

  private static Reader decoded(InputStream part) throws IOException {
    PushbackInputStream in = new PushbackInputStream(part, HEAD);
    byte[] head = in.readNBytes(HEAD);
    String start = new String(head, StandardCharsets.ISO_8859_1);
    int mark = start.startsWith("\u00EF\u00BB\u00BF") ? 3 : isWideMarked(start) ? 2 : 0;
    in.unread(head, mark, head.length - mark);
    return new InputStreamReader(
        in,
        charset(start)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** A document type can stand nowhere but before the first element. */
  private static void checkProlog(String start, String where) {
    int at = 0;
    while (at >= 0 && at < start.length()) {
      if (Character.isWhitespace(start.charAt(at))) {
        at++;
      } else if (start.startsWith("<?", at)) {
        at = behind(start, "?>", at + 2);
      } else if (start.startsWith("<!--", at)) {
        at = behind(start, "-->", at + 4);
      } else if (start.startsWith("<!", at)) {
        throw Damaged.tooMuch(where, "it declares a document type, which no workbook does");
      } else {
        return;
      }
    }
    if (start.length() == LONGEST_PROLOG) {
      throw Damaged.tooMuch(where, "it has no element at its start");
    }
  }

  private static int behind(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? at : at + end.length();
  }

  private static boolean isWideMarked(String start) {
    return start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE");
  }

  private static Charset charset(String start) throws IOException {
    if (start.startsWith("\u00FE\u00FF") || start.startsWith("\0<")) {
      return StandardCharsets.UTF_16BE;
    }
    if (start.startsWith("\u00FF\u00FE") || start.startsWith("<\0")) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher declared = DECLARED.matcher(start);
    // What can be read as single bytes so far is not in two bytes each, whatever it says.
    if (!declared.find() || declared.group(1).toUpperCase(Locale.ROOT).contains("UTF-16")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalArgumentException e) {
      throw new IOException("the charset " + declared.group(1) + " is not known", e);
    }
  }
}
