package dev.rollcall.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Given;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rosters in an H2 file. */
class H2SourceTest extends JdbcSourceTest {

  @TempDir static Path folder;

  private static WritableDatabase database;

  @BeforeAll
  static void create() {
    database = new WritableDatabase("jdbc:h2:file:" + folder.resolve("people"), "\"");
    database.execute("CREATE TABLE anything (a INT)");
  }

  @Override
  WritableDatabase database() {
    return database;
  }

  @Override
  String bytes() {
    return "X'00ff'";
  }

  @Test
  void writesEveryTypeAsPeopleDo() {
    assertThat(
            cells(
                "SELECT TRUE AS a, DATE '2024-02-29' AS b, TIMESTAMP '2024-02-29 08:00:00' AS c,"
                    + " TIMESTAMP WITH TIME ZONE '2024-02-29 08:00:00+02:00' AS d,"
                    + " ARRAY['Finance', 'Ops'] AS e,"
                    + " CAST('c0ffee00-0000-4000-8000-000000000001' AS UUID) AS f,"
                    + " CAST('long' AS CLOB) AS g, CAST(1E3 AS DECFLOAT) AS h"))
        .containsExactly(
            "TRUE",
            "2024-02-29",
            "2024-02-29T08:00:00",
            "2024-02-29T08:00:00+02:00",
            "Finance; Ops",
            "c0ffee00-0000-4000-8000-000000000001",
            "long",
            "1000");
  }

  @Test
  void makesNoDatabaseThatIsNotThere() {
    Login nowhere = Given.login("jdbc:h2:file:" + folder.resolve("peopel"));

    assertThat(refusal(WritableDatabase.asking("SELECT 1 AS a", nowhere)))
        .contains("there is no such database");
    assertThat(folder.resolve("peopel.mv.db")).doesNotExist();
  }
}
