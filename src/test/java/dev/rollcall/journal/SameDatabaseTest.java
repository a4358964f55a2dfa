package dev.rollcall.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameDatabaseTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db/rollcall, jdbc:postgresql://db:5432/rollcall?user=a&password=b, true",
    "jdbc:postgresql://DB/rollcall, jdbc:postgresql://db/rollcall?user=me&password=secret, true",
    "jdbc:postgresql:rollcall, jdbc:postgresql://localhost/rollcall, true",
    "jdbc:postgresql://db/rollcall, jdbc:postgresql://db/other, false",
    "jdbc:postgresql://db/rollcall, jdbc:postgresql://elsewhere/rollcall, false",
    "jdbc:postgresql://db/rollcall, jdbc:postgresql://db:5433/rollcall, false",
    "jdbc:h2:mem:one;DB_CLOSE_DELAY=-1, jdbc:h2:mem:one, true",
    "jdbc:h2:mem:one, jdbc:h2:mem:two, false",
    "jdbc:h2:mem:one, jdbc:postgresql://db/one, false",
    "jdbc:h2:file:/a/runs, jdbc:h2:/a/b/../runs, true",
    "jdbc:h2:file:/a/runs, jdbc:h2:file:/a/others, false"
  })
  void tellsByWhereItIsAndNotByWhoLogsIn(String one, String other, boolean same) {
    assertThat(SameDatabase.is(RepositorySettings.of(one), RepositorySettings.of(other)))
        .isEqualTo(same);
  }

  @Test
  void aLinkLeadsToTheSameFile() throws IOException {
    Path file = Files.createFile(folder.resolve("runs.mv.db"));
    Files.createSymbolicLink(folder.resolve("link.mv.db"), file);

    assertThat(
            SameDatabase.is(
                RepositorySettings.of("jdbc:h2:file:" + folder.resolve("runs").toAbsolutePath()),
                RepositorySettings.of("jdbc:h2:file:" + folder.resolve("link").toAbsolutePath())))
        .isTrue();
  }
}
