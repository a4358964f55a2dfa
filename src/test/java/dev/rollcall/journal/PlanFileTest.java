package dev.rollcall.journal;

import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanBasis;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.safety.Allowances;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PlanFileTest {

  @TempDir Path folder;

  @Provide
  Arbitrary<Plan> plans() {
    return RandomPlans.plans().map(PlanFileTest::withoutRepetition);
  }

  /** No planner plans the same twice. */
  private static Plan withoutRepetition(Plan plan) {
    Map<Operation, PlannedOperation> each = new LinkedHashMap<>();
    for (PlannedOperation planned : plan.operations()) {
      each.putIfAbsent(planned.operation(), planned.at(each.size() + 1));
    }
    return plan.with(List.copyOf(each.values()));
  }

  @Provide
  Arbitrary<Operation> operations() {
    return RandomPlans.operations();
  }

  @Property(tries = 100)
  void readsEveryPlanAsItWasWritten(@ForAll("plans") Plan plan) throws IOException {
    Path own = Files.createTempFile("plan", ".json");
    PlanFile written = file(plan);

    Files.writeString(own, written.text(Seal.none()));
    PlanFile read = PlanFile.read(own, Seal.none());
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

    assertThat(PlanFile.read(file, Seal.none())).isEqualTo(file(somePlan()));
  }

  @Test
  void refusesWhatIsNoPlan() throws IOException {
    for (String text : List.of("", "not json", "[]", "{}", "{\"plan\": {}}", "\"checksum\"")) {
      refused(Files.writeString(folder.resolve("other.json"), text), "is no plan");
    }
    refused(folder.resolve("missing.json"), "there is no file");
  }

  @Test
  void refusesWhateverNoPlannerWrites() throws IOException {
    List<Consumer<ObjectNode>> forgeries =
        List.of(
            json -> json.putArray("arguments").add("--set=target.url=http://127.0.0.1:1"),
            json -> json.put("job_file", "/tmp/other.yaml"),
            json -> ((ObjectNode) json.path("limits")).put("set", "x"),
            json -> ((ObjectNode) json.path("limits").path("allow")).put("everything", 1),
            json -> ((ObjectNode) json.path("limits").path("allow")).put("removals", -1),
            json -> ((ObjectNode) json.path("limits")).putArray("only").add(7),
            json -> ((ObjectNode) json.path("held")).put("first", "invites"),
            json -> ((ObjectNode) json.path("held")).put("9", "invites"),
            json -> ((ObjectNode) json.path("held")).put("1", "\u001b[2J"),
            json -> json.put("held", "none"),
            json -> json.remove("held"),
            json -> json.put("applyable", "yes"),
            json -> ((ObjectNode) json.path("grounds")).putObject("standing"),
            json -> operation(json).put("sequence", 2),
            json -> operation(json).put("stage", "ALL"),
            json -> inner(json).put("email", "Ana@Example.com"),
            json -> inner(json).put("email", "nobody"),
            json -> inner(json).remove("rights"),
            json -> inner(json).put("by", "MAGIC"),
            json -> right(json).put("kind", "workato:door"),
            json -> right(json).remove("path"),
            json -> right(json).putArray("path"),
            json -> right(json).putArray("path").add("dev").add("Billing"),
            json -> right(json).putArray("path").add(7),
            json -> right(json).remove("level"),
            json -> right(json).put("level", 7),
            json -> inner(json).put("kind", "format-disk"),
            json -> inner(json).put("kind", "\u001b[2J\nrollcall: all is well"),
            json -> ((ArrayNode) json.path("plan").path("operations")).add("invite"),
            json -> ((ArrayNode) json.path("plan").path("operations")).add(operation(json)),
            json -> json.put("plan", 7));
    for (Consumer<ObjectNode> forgery : forgeries) {
      Path file = written();
      ObjectNode json = (ObjectNode) PlanCodec.parse(Files.readString(file));
      forgery.accept(json);
      json.remove("checksum");
      json.put("checksum", sha256(json.toString()));
      Files.writeString(file, json.toString());

      refused(file, "is no plan that can be read");
    }
  }

  private static ObjectNode operation(ObjectNode json) {
    return (ObjectNode) json.path("plan").path("operations").path(0);
  }

  private static ObjectNode right(ObjectNode json) {
    return (ObjectNode) inner(json).path("rights").path(0);
  }

  private static ObjectNode inner(ObjectNode json) {
    return (ObjectNode) operation(json).path("operation");
  }

  @Test
  void refusesAPlanThatSaysSomethingTwice() throws IOException {
    Path file = written();
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\\{", "{ \"held\": {},"));

    refused(file, "is no plan");
  }

  @Test
  void aSealIsRightForItsKeyAlone() throws IOException {
    Path file = folder.resolve("sealed.json");
    Files.writeString(file, file(somePlan()).text(Seal.with("0123456789abcdef")));

    assertThat(PlanFile.read(file, Seal.with("0123456789abcdef"))).isEqualTo(file(somePlan()));
    refused(file, Seal.with("0123456789abcdeF"), "another plan-key");
    refused(file, Seal.none(), "has no plan-key");
    refused(written(), Seal.with("0123456789abcdef"), "is not sealed");
    assertThat(Files.readString(file)).doesNotContain("0123456789abcdef");
    assertThat(Seal.with("0123456789abcdef").toString()).isEqualTo("***");
  }

  @Test
  void aSealCoversEveryByte() throws IOException {
    Seal seal = Seal.with("0123456789abcdef");
    Path file = folder.resolve("sealed.json");
    Files.writeString(file, file(somePlan()).text(seal));
    byte[] whole = Files.readAllBytes(file);
    int[] flips = {1, 2, 0x20, 0x80};
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) flips[at % flips.length];
      Files.write(file, changed);
      assertThatThrownBy(() -> PlanFile.read(file, seal)).isInstanceOf(UnusablePlan.class);
    }
    for (byte[] changed :
        List.of(
            Arrays.copyOf(whole, whole.length + 1),
            Arrays.copyOf(whole, whole.length - 1),
            new String(whole, StandardCharsets.UTF_8)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8))) {
      Files.write(file, changed);
      assertThatThrownBy(() -> PlanFile.read(file, seal)).isInstanceOf(UnusablePlan.class);
    }
  }

  @Test
  void showsWhatWouldHideAndReadsItAsItWas() throws IOException {
    String note =
        "\u001b[2J \u009b31m \u007f \u202eevil \u200b \u2028 \u2029 \ufeff \uDB40\uDC41 \ud800 é😀";
    Path file = folder.resolve("hidden.json");
    PlanFile written = noted(note);
    for (Seal seal : List.of(Seal.none(), Seal.with("0123456789abcdef"))) {
      Files.writeString(file, written.text(seal));

      assertThat(Files.readString(file))
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]")
          .contains("\\u009B31m", "\\u202Eevil", "\\uDB40\\uDC41", "\\uD800", "é😀");
      assertThat(PlanFile.read(file, seal)).isEqualTo(written);
    }
  }

  private static PlanFile noted(String note) {
    PlanFile plain = file(somePlan());
    return new PlanFile(
        plain.plan(),
        plain.limits(),
        plain.held(),
        new TreeMap<>(Map.of(1, note)),
        plain.grounds(),
        plain.made(),
        "{\"problems\":[]}");
  }

  @Test
  void aCopyThatDoesTheSameIsTheSame() {
    PlanFile one = file(somePlan());
    PlanFile other =
        new PlanFile(
            new Plan(
                WorkatoVocabulary.VOCABULARY,
                one.plan().job(),
                one.plan().workspace(),
                one.plan().madeAt().plusSeconds(60),
                one.plan().operations(),
                List.of(),
                List.of(),
                one.plan().people()),
            new PlanLimits(Allowances.none(), List.of(), OperationSwitches.ALL_ON),
            new TreeMap<>(),
            new TreeMap<>(),
            one.grounds(),
            one.made(),
            "{}");

    assertThat(other.content()).isEqualTo(one.content());
    assertThat(file(plan().with(Stage.ADDITIONS, invite("ben")).build()).content())
        .isNotEqualTo(one.content());
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
  void knowsAPlanOfWhateverVersionAndSealFromAllElse() throws IOException {
    Path older = folder.resolve("older.json");
    Files.writeString(older, Files.readString(written()).replace("\"4.0\"", "\"1.0\""));
    Path sealed = folder.resolve("sealed.json");
    Files.writeString(sealed, file(somePlan()).text(Seal.with("0123456789abcdef")));
    Path other = Files.writeString(folder.resolve("other.json"), "{ \"plan\": 1 }");
    Path text = Files.writeString(folder.resolve("job.yaml"), "name: small\n");

    assertThat(List.of(written(), older, sealed)).allMatch(PlanFile::isOne);
    assertThat(List.of(other, text, folder, folder.resolve("none.json")))
        .noneMatch(PlanFile::isOne);
  }

  private static void refused(Path file, String why) {
    refused(file, Seal.none(), why);
  }

  private static void refused(Path file, Seal seal, String why) {
    assertThatThrownBy(() -> PlanFile.read(file, seal))
        .isInstanceOf(UnusablePlan.class)
        .hasMessageContaining(why)
        .hasMessageNotContainingAny("\n", "\u001b")
        .hasMessageContaining(file.toString());
  }

  private Path written() {
    Path file = folder.resolve("plan.json");
    try {
      return Files.writeString(file, file(somePlan()).text(Seal.none()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plan somePlan() {
    return plan().with(Stage.ADDITIONS, invite("ana")).build();
  }

  private static PlanFile file(Plan plan) {
    Map<String, String> standing =
        plan.operations().stream()
            .collect(
                toMap(
                    planned -> PlanBasis.key(planned.operation().assignee()),
                    planned -> "digest",
                    (one, other) -> one));
    return new PlanFile(
        plan,
        new PlanLimits(
            new Allowances(Map.of("removals", 5)),
            List.of("*@example.com"),
            new OperationSwitches(true, false, true)),
        new TreeMap<>(plan.operations().isEmpty() ? Map.of() : Map.of(1, "invites")),
        new TreeMap<>(plan.operations().isEmpty() ? Map.of() : Map.of(1, "no seat is free")),
        new PlanBasis("digest", new TreeMap<>(standing)),
        new PlanFile.PlanInputs("digest", true, true),
        "{\"problems\":[]}");
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
