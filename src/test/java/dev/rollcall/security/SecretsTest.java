package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
    String hex = dev.rollcall.testing.Encodings.hex(TOKEN);

    assertThat(secrets.hide("0x" + hex + "!")).isEqualTo("0x***!");
    assertThat(secrets.hide(hex.toUpperCase(java.util.Locale.ROOT))).isEqualTo("***");
    assertThat(secrets.hide(hex.replaceAll("(..)(?=.)", "$1:"))).isEqualTo("***");
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
