package dev.rollcall.journal;

import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class PlanFileTest {

  @TempDir Path folder;

  @Provide
  Arbitrary<Plan> plans() {
    return RandomPlans.plans();
  }

  @Provide
  Arbitrary<Operation> operations() {
    return RandomPlans.operations();
  }

  @Property(tries = 100)
  void readsEveryPlanAsItWasWritten(@ForAll("plans") Plan plan) throws IOException {
    Path own = Files.createTempFile("plan", ".json");
    PlanFile written = file(plan);

    written.write(own);
    PlanFile read = PlanFile.read(own);
    Files.delete(own);

    assertThat(read).isEqualTo(written);
    assertThat(read.plan().digest()).isEqualTo(plan.digest());
  }

  @Property(tries = 200)
  void readsEveryOperationAsItWasWritten(@ForAll("operations") Operation operation) {
    String text = OperationCodec.write(operation).toString();

    assertThat(OperationCodec.read(PlanCodec.parse(text))).isEqualTo(operation);
  }

  @Test
  void refusesAPlanThatWasAltered() throws IOException {
    Path file = written();
    Files.writeString(file, Files.readString(file).replace("ana@example.com", "eve@example.com"));

    refused(file, "was altered");
  }

  @Test
  void refusesAPlanWhoseHeldPartsWereFreed() throws IOException {
    Path file = written();
    String text = Files.readString(file);
    String freed = text.replace("\"1\" : \"invites\"", "");
    assertThat(freed).isNotEqualTo(text);
    Files.writeString(file, freed);

    refused(file, "was altered");
  }

  @Test
  void mayBeLaidOutAnew() throws IOException {
    Path file = written();
    Files.writeString(file, PlanCodec.parse(Files.readString(file)).toString());

    assertThat(PlanFile.read(file)).isEqualTo(file(somePlan()));
  }

  @Test
  void refusesWhatIsNoPlan() throws IOException {
    for (String text : List.of("", "not json", "[]", "{}", "{\"plan\": {}}", "\"checksum\"")) {
      refused(Files.writeString(folder.resolve("other.json"), text), "is no plan");
    }
    refused(folder.resolve("missing.json"), "there is no file");
  }

  @Test
  void refusesAnotherVersionThanItsOwn() throws IOException {
    Path file = written();
    ObjectNode json = (ObjectNode) PlanCodec.parse(Files.readString(file));
    json.put("format_version", "9.0");
    json.remove("checksum");
    json.put("checksum", sha256(json.toString()));
    Files.writeString(file, json.toString());

    refused(file, "9.0");
  }

  @Test
  void leavesNothingBesideThePlan() throws IOException {
    Path file = written();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> PlanFile.read(file))
        .isInstanceOf(UnusablePlan.class)
        .hasMessageContaining(why)
        .hasMessageContaining(file.toString());
  }

  private Path written() {
    Path file = folder.resolve("plan.json");
    file(somePlan()).write(file);
    return file;
  }

  private static Plan somePlan() {
    return plan().with(Stage.ADDITIONS, invite("ana")).build();
  }

  private static PlanFile file(Plan plan) {
    return new PlanFile(
        plan,
        new TreeMap<>(Map.of(1, "invites")),
        new TreeMap<>(Map.of(2, "no seat is free")),
        "{}",
        "jobs/nightly.yaml",
        "digest",
        List.of("--allow=removals=5"),
        true);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
