package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workspaces of the older permission model: what they offer, and as a roster. */
class OlderExportTest {

  @TempDir Path folder;

  @Test
  void exportedAndReadAgainNothingIsLeftToDo() throws IOException {
    String job = OlderCompany.copyTo(folder).toString();
    String adopted = folder.resolve("jobs/adopted.yaml").toString();

    Ran exported =
        Shell.run("export", job, "--out=" + folder.resolve("r.xlsx"), "--job-file=" + adopted);
    Ran planned = Shell.run("plan", adopted, "--detailed-exitcode");

    assertThat(exported.code()).as(exported.toString()).isZero();
    assertThat(planned.code()).as(planned.toString()).isZero();
    assertThat(planned.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
  }

  @Test
  void theCatalogHasItsRolesAlone() throws IOException {
    String job = OlderCompany.copyTo(folder).toString();

    Ran ran = Shell.run("catalog", job);

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("environments (3)", "environment roles (3)", "Operator", "rule Finance")
        .doesNotContain("groups", "projects");
  }
}
