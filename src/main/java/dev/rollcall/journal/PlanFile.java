package dev.rollcall.journal;

import static java.util.Objects.requireNonNull;

import dev.rollcall.plan.Plan;
import dev.rollcall.security.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan on its own, to be reviewed and applied later: readable JSON with a checksum, and no secret
 * in it.
 *
 * @param held sequence numbers with the safety rule that holds each
 * @param deferred sequence numbers with why each waits
 * @param report the facts that a report of it tells, as the report wrote them
 * @param jobFile where the job file is
 * @param inputs digest of job file and options: both must be unchanged
 * @param arguments the options it was made with
 * @param applyable false where it was made without what the repository remembers
 */
public record PlanFile(
    Plan plan,
    SortedMap<Integer, String> held,
    SortedMap<Integer, String> deferred,
    String report,
    String jobFile,
    String inputs,
    List<String> arguments,
    boolean applyable) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Checks and copies. */
  public PlanFile {
    requireNonNull(plan, "plan");
    held = new TreeMap<>(held);
    deferred = new TreeMap<>(deferred);
    requireNonNull(report, "report");
    requireNonNull(jobFile, "jobFile");
    requireNonNull(inputs, "inputs");
    arguments = List.copyOf(arguments);
  }

  /**
   * Identifies this one plan: another that does the same, made at another time, has another. Equal
   * for what is written and what is read back.
   */
  public String checksum() {
    return checksum(toJson());
  }

  /** Writes it, in one piece. */
  public void write(Path file) {
    ObjectNode json = toJson();
    json.put("checksum", checksum(json));
    try {
      Path beside =
          OwnerOnly.ALONE.temporaryFile(file.toAbsolutePath().getParent(), "plan", ".tmp");
      Files.writeString(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the plan cannot be written to " + file, e);
    }
  }

  private ObjectNode toJson() {
    ObjectNode json = PlanCodec.object();
    json.put("format_version", PlanCodec.FORMAT);
    json.put("digest", plan.digest());
    json.put("applyable", applyable);
    json.put("job_file", jobFile);
    json.put("inputs", inputs);
    arguments.forEach(json.putArray("arguments")::add);
    write(json.putObject("held"), held);
    write(json.putObject("deferred"), deferred);
    json.put("report", report);
    json.set("plan", PlanCodec.write(plan));
    return json;
  }

  /**
   * Reads one.
   *
   * @throws UnusablePlan where it is none, is of another version, or was altered
   */
  public static PlanFile read(Path file) {
    JsonNode json = parse(file);
    if (!json.isObject() || !json.has("checksum") || !json.has("plan")) {
      throw new UnusablePlan(
          file + " is no plan; `rollcall plan JOB --out " + file + "` makes one");
    }
    ObjectNode object = (ObjectNode) json;
    String said = object.path("checksum").asString("");
    object.remove("checksum");
    if (!said.equals(checksum(object))) {
      throw new UnusablePlan(file + " was altered after it was made; make a new plan");
    }
    try {
      PlanCodec.checkFormat(json);
      return new PlanFile(
          PlanCodec.readPlan(json.path("plan")),
          texts(json.path("held")),
          texts(json.path("deferred")),
          PlanCodec.text(json, "report"),
          PlanCodec.text(json, "job_file"),
          PlanCodec.text(json, "inputs"),
          PlanCodec.list(json.path("arguments"), JsonNode::asString),
          json.path("applyable").asBoolean(false));
    } catch (PlanCodec.Unreadable e) {
      throw new UnusablePlan(file + " cannot be read: " + e.getMessage());
    }
  }

  private static JsonNode parse(Path file) {
    try {
      return PlanCodec.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new UnusablePlan("there is no file " + file);
    } catch (IOException e) {
      throw new UnusablePlan(file + " cannot be read");
    } catch (PlanCodec.Unreadable e) {
      throw new UnusablePlan(file + " is no plan: it is not JSON");
    }
  }

  private static void write(ObjectNode json, Map<Integer, String> texts) {
    texts.forEach((sequence, text) -> json.put(String.valueOf(sequence), text));
  }

  private static SortedMap<Integer, String> texts(JsonNode json) {
    SortedMap<Integer, String> texts = new TreeMap<>();
    json.properties()
        .forEach(each -> texts.put(Integer.valueOf(each.getKey()), each.getValue().asString()));
    return texts;
  }

  private static String checksum(ObjectNode json) {
    try {
      byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
