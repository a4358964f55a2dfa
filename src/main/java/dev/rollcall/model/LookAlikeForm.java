package dev.rollcall.model;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What an address looks like: letters of other alphabets that cannot be told from Latin ones are
 * replaced by these. Two addresses of one skeleton deceive the eye.
 */
final class LookAlikeForm {

  private static final String LIKE_LATIN =
      // Cyrillic
      "аaвbсcԁdеeһhіiјjкkӏlмmнhоoрpԛqгrѕsтtџuѵvѡwԝwхxуyүyзzьb"
          // Greek
          + "αaβbεeηnιiκkνvοoρpσoτtυuχxγyωw"
          // Armenian and rare Latin
          + "օoսuոnհhցgզqԛqıiɩiɑaɡgʏyſsꞵbꮯcᴄcᴏoᴠvᴡwᴢzℓl";

  private LookAlikeForm() {}

  /** The skeleton of a canonical address; the address itself where nothing in it deceives. */
  static String of(String address) {
    if (isAscii(address) && !address.contains("xn--")) {
      return address;
    }
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1);
    boolean plainDomain = !domain.contains("xn--");
    if (plainDomain && isAscii(address)) {
      return address;
    }
    String shown = plainDomain ? domain : IDN.toUnicode(domain);
    return look(address.substring(0, at)) + "@" + look(shown);
  }

  private static boolean isAscii(String text) {
    // Any other letter takes more than one byte; seen at once, and not letter by letter.
    return text.getBytes(StandardCharsets.UTF_8).length == text.length();
  }

  private static String look(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder look = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int pair = c < 0x80 ? -1 : evenIndexOf(c);
      look.append(pair < 0 ? c : LIKE_LATIN.charAt(pair + 1));
    }
    return look.toString();
  }

  private static int evenIndexOf(char c) {
    int index = LIKE_LATIN.indexOf(c);
    return index % 2 == 0 ? index : -1;
  }
}
