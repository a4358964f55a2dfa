package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a plan-key, only who has it can write a plan that is applied. */
class SealedPlanTest {

  private static final String KEY = "a-key-of-twenty-four-and";
  private static final int EVERY = 89;

  @TempDir Path folder;
  private Workbench bench;
  private Path plan;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.joined("flo@example.com,Flo Ray,active,Member,,Finance,");
    bench.write("key", KEY).with("plan-key: ${file:key}");
    plan = folder.resolve("plan.json");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aSealedPlanIsAppliedAndHoldsNothingOfItsKey() throws IOException {
    planned();

    assertThat(Files.readString(plan)).contains("\"seal\"").doesNotContain(KEY, "checksum");
    assertThat(apply().code()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void oneByteIsEnoughToBreakTheSeal() throws IOException {
    planned();
    byte[] whole = Files.readAllBytes(plan);
    for (int at = 0; at < whole.length; at += EVERY) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(plan, changed);

      refused(apply(), "plan.json");
    }
  }

  @Test
  void aForgerWithoutTheKeyHasNoSealToGive() throws IOException {
    planned();
    Forgery.of(plan, forged -> forged.json().remove("seal"));

    refused(apply(), "is not sealed");
  }

  @Test
  void anotherKeyOrNoneIsToldApart() throws IOException {
    planned();
    bench.write("key", KEY + "!");
    refused(apply(), "another plan-key");

    bench.with("");
    refused(apply(), "has no plan-key");
  }

  @Test
  void aShortOrMissingKeyIsAProblemOfTheJobFile() {
    bench.write("key", "fifteen-letters");
    Ran isShort = bench.run("plan");
    assertThat(isShort.code()).as(isShort.toString()).isEqualTo(5);
    assertThat(isShort.complaints()).hasSize(1);
    assertThat(isShort.err())
        .contains("plan-key has fewer than 16 characters")
        .doesNotContain("fifteen-letters");

    bench.with("plan-key: ${file:nowhere}");
    assertThat(bench.run("plan").code()).isEqualTo(5);
    assertThat(bench.run("roster").code()).isZero();
  }

  @Test
  void aKeyOnACommandLineIsRefused() {
    Ran ran = bench.run("plan", "--set", "plan-key=written-where-all-can-see");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("plan-key").doesNotContain("written-where-all-can-see");
  }

  private void planned() {
    Ran ran = bench.run("plan", "--out", plan.toString());
    assertThat(ran.code()).as(ran.toString()).isZero();
    bench.forget();
  }

  private Ran apply() {
    return Shell.run("apply", plan.toString(), bench.job.toString());
  }

  private void refused(Ran ran, String why) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(7);
    assertThat(ran.complaints()).as(ran.toString()).hasSize(1);
    assertThat(ran.err()).contains(why).doesNotContain(KEY);
    assertThat(bench.requests()).isEmpty();
  }
}
