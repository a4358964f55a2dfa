package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaverTest {

  @TempDir Path folder;

  @Test
  void losesWhatIsBeyondTheScopeTooWhileOthersKeepIt() {
    try (Workbench bench = new Workbench(folder)) {
      bench.people(
          Workbench.HEADER
              + """
              ana@example.com,Ana Silva,active,Environment admin,Environment admin,,
              eve@example.com,Eve Lund,active,Environment admin,Environment admin,,
              bob@example.com,Bob Roy,left,,,,
              cy@example.com,Cy Moe,active,Member,No access,,
              dee@example.com,Dee Poe,active,Member,No access,,
              """);

      Ran first = bench.run("sync");
      Ran second = bench.run("plan", "--detailed-exitcode");

      assertThat(first.code()).as(first.toString()).isZero();
      assertThat(first.out())
          .contains("suspend, taking dev Member, prod Member")
          .contains("- group Finance")
          .contains("- Billing@dev Builder")
          .doesNotContain("group Ops");
      assertThat(second.code()).as(second.toString()).isZero();
    }
  }
}
