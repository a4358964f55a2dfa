package dev.rollcall.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A password of an address is never written into a job file. */
class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/d?user=ana&password=hush, jdbc:postgresql://h/d",
    "jdbc:postgresql://h/d?password=hush&user=ana&ssl=true, jdbc:postgresql://h/d?ssl=true",
    "jdbc:postgresql://ana:hush@h:5432/d, jdbc:postgresql://h:5432/d",
    "jdbc:mariadb://h/d?ssl=true&user=ana&password=hush, jdbc:mariadb://h/d?ssl=true",
    "jdbc:sqlserver://h;user=ana;password=hush;encrypt=true, jdbc:sqlserver://h;encrypt=true",
  })
  void isTakenApart(String address, String url) {
    DatabaseAddress parts = DatabaseAddress.of(address);

    assertThat(parts.url()).isEqualTo(url);
    assertThat(parts.username()).contains("ana");
    assertThat(parts.password()).contains("hush");
    assertThat(String.join("\n", parts.yaml("hr", Optional.empty())))
        .doesNotContain("hush")
        .contains("password: \"${env:HR_PASSWORD}\"", "username: ana", url);
    assertThat(parts.toString()).doesNotContain("hush");
  }

  @Test
  void withoutAUserAsksForOneByVariable() {
    assertThat(
            DatabaseAddress.of("jdbc:postgresql://h/d")
                .yaml("hr-people", Optional.of("select \"a\" from b")))
        .contains("username: \"${env:HR_PEOPLE_USER}\"", "query: \"select \\\"a\\\" from b\"");
  }
}
