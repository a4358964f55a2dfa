package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Encodings;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String TOKEN = "wrk/7f31=Qx+zz%9&<k\"y\\n'8 d";

  private final Secrets secrets = Secrets.of(List.of(TOKEN, "tulip", "s3cret7\n", "k", "ab"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wrk/7f31=Qx+zz%9&<k\"y\\n'8 d",
        "wrk\\/7f31\\u003dQx+zz%9&<k\\\"y\\\\n'8 d",
        "wrk\\/7f31\\u003DQx\\u002Bzz\\x259\\x26\\u{3c}k\\\"y\\\\n\\'8 d",
        "wrk\\0577f31\\075Qx+zz%9&<k\"y\\\\n'8 d",
        "wrk%2f7f31%3dQx%2bzz%259%26%3ck%22y%5cn%278+d",
        "wrk%2F7f31%3DQx%2Bzz%259%26%3Ck%22y%5Cn%278%20d",
        "wrk%252F7f31%253DQx%252Bzz%25259%2526%253Ck%2522y%255Cn%25278%2520d",
        "wrk/7f31=Qx+zz%9&amp;&lt;k&quot;y\\n&#39;8 d",
        "wrk&sol;7f31&equals;Qx&plus;zz&percnt;9&amp;amp;&lt;k&quot;y&bsol;n&apos;8&nbsp;d",
        "wrk&#x2f;7f31&#X3D;Qx&#0000043zz&#37;9&#38&#60k&#0034;y&#92;n&#39;8&#32;d",
        "WRK/7F31=QX+ZZ%9&<K\"Y\\N'8 D",
        "wrk/7f31=Qx+\n    zz%9&<k\"y\\n'8 d",
        "=77=72=6b=2F=37=66=33=31=3D=51=78=2B=7A=7A=25=39=26=3C=6B=22=79=5C=6E=27=38=20=64",
        "wrk/7f31=3DQx+=\r\nzz%9&<k\"=\ny\\n'8=20=\nd",
        "\uFF57rk\uFF0F7f31=Qx\uFF0Bzz%9&<k\"y\\n'8 d"
      })
  void hidesHoweverItIsEscaped(String written) {
    assertThat(secrets.hide("no '" + written + "' here")).matches("no '\\*{3}(amp;)?'? here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user:"})
  void hidesBase64WhereverItBegins(String before) {
    byte[] octets = (before + TOKEN + ", and more").getBytes(StandardCharsets.UTF_8);
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      String whole = encoder.encodeToString(octets);
      String wrapped = whole.replaceAll("(.{13})", "$1\\\\n");

      assertThat(secrets.hide("Basic " + whole)).doesNotContain(whole.substring(8, 20));
      assertThat(secrets.hide(whole.replace("+", "%2B").replace("/", "%2f")).length())
          .isLessThan(30);
      assertThat(secrets.hide(wrapped).length()).isLessThan(30);
    }
  }

  @Test
  void hidesDigitsOfOctets() {
    String hex = Encodings.hex(TOKEN);

    assertThat(secrets.hide("0x" + hex + "!")).isEqualTo("0x***!");
    assertThat(secrets.hide(hex.toUpperCase(java.util.Locale.ROOT))).isEqualTo("***");
    assertThat(secrets.hide(hex.replaceAll("(..)(?=.)", "$1:"))).isEqualTo("***");
  }

  @Test
  void hidesListsOfNumbers() {
    byte[] octets = TOKEN.getBytes(StandardCharsets.UTF_8);
    for (String way : List.of("%d, ", "%d ", "%d,", "%03d;\n", "[%d]", "%d-", "%03o ", "%d|")) {
      assertHidesEach(secrets, octets, way);
    }
    for (String way :
        List.of(
            "0x%02x, ",
            "0X%02X",
            "0x%02x;",
            "%02x.",
            "%02X_",
            "%02x|",
            "%02x/",
            "%02X ",
            "(%02x)",
            "%02xh, ",
            "U+%04X ",
            "\\\\x%02x",
            "=%02X",
            "'%02x',")) {
      assertHidesEach(secrets, octets, way);
    }
  }

  private static void assertHidesEach(Secrets secrets, byte[] octets, String way) {
    StringBuilder list = new StringBuilder();
    for (byte octet : octets) {
      list.append(way.formatted(octet & 0xFF));
    }
    assertThat(secrets.hide("no (" + list + ") is one"))
        .as(list.toString())
        .matches("(?s)no \\([0\\D]{0,5}\\*{3}\\D{0,4}\\) is one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S\u00EBcr\u00E9t-d'\u00C9l\u00E8ve",
        "\u0416\u043E\u043F\u0430-\u65E5\u672C",
        "p\u00E0ss"
      })
  void hidesLettersBeyondAsciiHoweverTheyAreSpelt(String secret) {
    Secrets own = Secrets.of(List.of(secret));
    byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
    StringBuilder signed = new StringBuilder();
    for (byte octet : octets) {
      signed.append(octet).append(", ");
    }
    String latin = new String(octets, StandardCharsets.ISO_8859_1);
    for (String spelt :
        List.of(
            secret,
            Normalizer.normalize(secret, Normalizer.Form.NFD),
            latin,
            new String(octets, Charset.forName("windows-1252")),
            new String(latin.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252")),
            Encodings.json(Normalizer.normalize(secret, Normalizer.Form.NFD)),
            Encodings.json(latin),
            URLEncoder.encode(latin, StandardCharsets.UTF_8),
            URLEncoder.encode(secret, StandardCharsets.UTF_8).replace('%', '='))) {
      assertThat(own.hide("no (" + spelt + ") is one")).isEqualTo("no (***) is one");
    }
    if (octets.length > 6) {
      assertThat(own.hide("no [" + signed + "] is one")).matches("no \\[-?\\*{3}, ] is one");
    }
    assertThat(Secrets.of(List.of(latin, "x")).hide(latin)).isEqualTo("***");
  }

  @ParameterizedTest
  @CsvSource({
    "at wrk/7f31,             at ***",
    "cut '…f31=Qx+zz%9&<',    cut '…***'",
    "only wrk/7f3 is left,    only wrk/7f3 is left",
    "the word tulip stands,   the word *** stands",
    "tulips and tulip2,       tulips and tulip2",
    "xxs3cret7xx,             xx***xx",
    "{\"p\":\"t\\u0075lip\"}, {\"p\":\"***\"}",
    "ab or abc or k,          *** or abc or k"
  })
  void hidesPartsAndShortOnesWithinLimits(String text, String hidden) {
    assertThat(secrets.hide(text)).isEqualTo(hidden);
  }

  @Test
  void hidesALineOfManyLines() {
    Secrets key =
        Secrets.of(List.of("-----BEGIN KEY-----\nMIIEvQIBADAN\nBgkqhk\n-----END KEY-----"));

    assertThat(key.hide("bad line:MIIEvQIBADAN, (Bgkqhk)")).isEqualTo("bad line:***, (***)");
  }

  @ParameterizedTest
  @CsvSource({
    "Finance,                        Finance",
    "wrk/7f31=Qx,                    wrk/7f31=Qx",
    "'group wrk/7f31=Qx+zz%9&<k',    group ***",
    "'a s3cret7 and a tulip',        a s3cret7 and a tulip"
  })
  void aNameBecomesNoOtherByChance(String name, String hidden) {
    assertThat(secrets.hideInName(name)).isEqualTo(hidden);
  }

  @Test
  void textWithoutASecretIsItself() {
    String text = "{\"message\":\"role \\u0022Operator\\u0022 not found: 100% of &amp; %41\"}";

    assertThat(secrets.hide(text)).isSameAs(text);
    assertThat(Secrets.none().hide(TOKEN)).isSameAs(TOKEN);
    assertThat(Secrets.of(List.of(" ", "x"))).isSameAs(Secrets.none());
  }

  @Test
  void bothKnowWhatEachKnows() {
    Secrets both = Secrets.of(List.of("orchid-garden")).and(Secrets.of(List.of("violet-meadow")));

    assertThat(both.hide("orchid-garden, violet-meadow")).isEqualTo("***, ***");
    assertThat(both).hasToString("***");
  }

  @Test
  void whatTakesLongToReadIsReadAllTheSame() {
    String nested = "%25".repeat(3000) + "\\\\u0026#37;".repeat(500) + "QUFB".repeat(2000);

    assertThat(secrets.hide(nested + TOKEN)).endsWith("***").startsWith("%25%25");
  }
}
