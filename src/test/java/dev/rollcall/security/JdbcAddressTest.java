package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address hides, how it is shown, and what it is called. */
class JdbcAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "jdbc:postgresql://ana:hush@db/runs | jdbc:postgresql://***@db/runs",
        "jdbc:postgresql://rollcall:hu/sh@db/runs | jdbc:postgresql://***@db/runs",
        "jdbc:postgresql://rollcall:hu@sh@db:5432/runs | jdbc:postgresql://***@db:5432/runs",
        "jdbc:postgresql://rollcall:hu?sh@db/runs | jdbc:postgresql://***@db/runs",
        "jdbc:postgresql://rollcall:hu?x=sh@db/runs | jdbc:postgresql://***@db/runs",
        "jdbc:postgresql://rollcall:hu sh@db/runs | jdbc:postgresql://***@db/runs",
        "jdbc:postgresql://rollcall:hu%40sh@db/runs | jdbc:postgresql://***@db/runs",
        "jdbc:postgresql://db/runs?user=a@b.c&password=hush | jdbc:postgresql://db/runs?user=a@b.c&password=***",
        "jdbc:postgresql://db/runs?password=hu;sh&ssl=true | jdbc:postgresql://db/runs?password=***&ssl=true",
        "jdbc:postgresql://db/runs?sslpassword=hu%26sh | jdbc:postgresql://db/runs?sslpassword=***",
        "jdbc:postgresql://db/runs?PassWord=hush | jdbc:postgresql://db/runs?PassWord=***",
        "jdbc:postgresql://db:54a/runs?password=hush | jdbc:postgresql://db:54a/runs?password=***",
        "jdbc:mariadb://db/hr?password=hu@sh | jdbc:mariadb://db/hr?password=***",
        "jdbc:mariadb://db/hr?keyStorePassword='hu&user=u | jdbc:mariadb://db/hr?keyStorePassword=***&user=u",
        "jdbc:mysql://a:hush@h1,b:sh2@h2/d | jdbc:mysql://***@h2/d",
        "jdbc:sqlserver://h;user=a@b;password={hu;sh};encrypt=true | jdbc:sqlserver://h;user=a@b;password=***;encrypt=true",
        "jdbc:sqlserver://h;password={hu}};sh};encrypt=true | jdbc:sqlserver://h;password=***;encrypt=true",
        "jdbc:sqlserver://h; Password = {hu;sh} ;encrypt=true | jdbc:sqlserver://h; Password =***;encrypt=true",
        "jdbc:sqlserver://h;AADSecurePrincipalSecret=hush | jdbc:sqlserver://h;AADSecurePrincipalSecret=***",
        "jdbc:h2:file:/a@b/x;USER=u;PASSWORD=hu\\;sh x;CIPHER=AES | jdbc:h2:file:/a@b/x;USER=u;PASSWORD=***;CIPHER=AES",
        "jdbc:oracle:thin:scott/hush@//db:1521/hr | jdbc:oracle:thin:***@//db:1521/hr",
        "jdbc:oracle:thin:scott/^hu@sh^@db:1521:hr | jdbc:oracle:thin:***@db:1521:hr",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h)(PORT=1)))?password=hush | jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h)(PORT=1)))?password=***",
        "jdbc:db2://h:50000/db:user=u;password=hu,sh;ssl=true; | jdbc:db2://h:50000/db:user=u;password=***;ssl=true;",
        "jdbc:other:x;token=hush | jdbc:other:x;token=***",
      })
  void isShownWithoutWhatItHides(String address, String shown) {
    assertThat(JdbcAddress.of(address)).hasToString(shown);
    assertThat(JdbcAddress.shown(address)).isEqualTo(shown);
    assertThat(JdbcAddress.of(address).called())
        .doesNotContain("hu", "sh")
        .startsWith("the database ");
    assertThat(JdbcAddress.of(address).hideIn("no way to " + address + "!"))
        .startsWith("no way to jdbc:")
        .doesNotContain("hu", "sh");
    assertThat(JdbcAddress.of(address).withoutLogin().reveal()).doesNotContain("hu", "sh");
    assertThat(JdbcAddress.holdsWrittenPassword(address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://u:se/cr%40et@db/runs | se/cr%40et,se/cr@et,cr%40et",
        "jdbc:postgresql://db/runs?user=u&password=a%40b+c | a%40b+c,a@b c",
        "jdbc:mariadb://db/runs?user=u&password=a%40b | a%40b",
        "jdbc:sqlserver://h;password={a;}}b} | a;}b",
        "jdbc:h2:file:/x;PASSWORD=file\\;1 user2 | file;1 user2,file;1,user2",
        "jdbc:oracle:thin:scott/tiger@h:1:x | tiger",
        "jdbc:other:x?apiKey=abc | abc",
      })
  void tellsWhatIsSecretInEveryForm(String address, String secrets) {
    assertThat(JdbcAddress.of(address).secrets()).contains(secrets.split(","));
  }

  @Test
  void tellsWhatGetsInApartFromTheAddress() {
    assertThat(
            JdbcAddress.of("jdbc:sqlserver://h;user=a;password={x;y};encrypt=true").loginSettings())
        .isEqualTo(Map.of("user", "a", "password", "x;y"));
    assertThat(
            JdbcAddress.of("jdbc:postgresql://h/d?user=a%2Bb&password=x%26y&ssl=true")
                .loginSettings())
        .isEqualTo(Map.of("user", "a+b", "password", "x&y"));
    assertThat(
            JdbcAddress.of("jdbc:postgresql://h/d?user=a&password=x&ssl=true")
                .withoutLogin()
                .reveal())
        .isEqualTo("jdbc:postgresql://h/d?ssl=true");
    assertThat(JdbcAddress.of("jdbc:h2:mem:x;USER=a;PASSWORD=b;CIPHER=AES").withoutLogin().reveal())
        .isEqualTo("jdbc:h2:mem:x;CIPHER=AES");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/runs?user=u&password=${env:A}",
        "jdbc:postgresql://${env:USER}:${file:/run/pw}@db/runs",
        "jdbc:h2:file:./runs;CIPHER=AES;PASSWORD=${file:/a;b} ${env:X:-y?z=a@b}",
        "jdbc:postgresql://db/runs?user=a@b",
        "jdbc:oracle:thin:@//db/x",
        "jdbc:sqlserver://h;user=a@b;encrypt=true",
      })
  void findsNoPasswordWhereNoneIsWritten(String address) {
    assertThat(JdbcAddress.holdsWrittenPassword(address)).isFalse();
  }

  @Test
  void wordsThatMentionAnAddressAreHiddenToo() {
    assertThat(JdbcAddress.hide("no driver for postgresql://u:hu/sh@db/x?password=hush, sorry"))
        .isEqualTo(
            "no driver for postgresql://***@db/x?password=***, sorry".replace(", sorry", " sorry"));
    assertThat(JdbcAddress.hide("at h;password={a;b};x")).isEqualTo("at h;password=***;x");
    assertThat(JdbcAddress.hide("it is https://example.com/a and nothing else"))
        .isEqualTo("it is https://example.com/a and nothing else");
  }

  @Test
  void aRelativeFileOfH2IsRelativeToTheFolder() {
    Path folder = Path.of("/jobs");

    assertThat(JdbcAddress.of("jdbc:h2:./runs;USER=a").within(folder).reveal())
        .isEqualTo("jdbc:h2:file:/jobs/runs;USER=a");
    assertThat(JdbcAddress.of("jdbc:h2:file:~/runs").within(folder).reveal())
        .isEqualTo("jdbc:h2:file:~/runs");
    for (String same : List.of("jdbc:h2:mem:x", "jdbc:h2:tcp://h/x", "jdbc:postgresql://h/x")) {
      assertThat(JdbcAddress.of(same).within(folder).reveal()).isEqualTo(same);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://u:p/w@db/runs | the database runs at db:5432",
        "jdbc:mariadb://db.example.com:3307/hr?user=x | the database hr at db.example.com:3307",
        "jdbc:sqlserver://sql\\people;databaseName=hr | the database hr at sql\\people",
        "jdbc:sqlserver://;serverName=sql;database=hr | the database hr at sql:1433",
        "jdbc:postgresql://[::1]/hr | the database hr at [::1]:5432",
        "jdbc:postgresql://a:1,b:2/hr | the database hr at a:1,b:2",
        "jdbc:h2:file:/data/people;USER=x | the database h2:file:/data/people",
      })
  void isCalledByNameHostAndPort(String address, String called) {
    assertThat(JdbcAddress.of(address).called()).isEqualTo(called);
  }
}
