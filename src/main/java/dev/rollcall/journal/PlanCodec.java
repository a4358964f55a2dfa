package dev.rollcall.journal;

import dev.rollcall.model.Problem;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Vendors;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans as JSON and back, in the journal and in files. Field names and kinds are a format of their
 * own, independent of the names in the code; {@link #FORMAT} changes with it.
 */
public final class PlanCodec {

  /**
   * The format's version: the part before the point changes when what is there does, the part after
   * it when something is added. What was written before an addition can still be read.
   */
  public static final String FORMAT = "2.2";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlanCodec() {}

  /** A plan as one JSON object. */
  public static ObjectNode write(Plan plan) {
    ObjectNode json = writeHead(plan);
    ArrayNode operations = json.putArray("operations");
    plan.operations().forEach(planned -> operations.add(write(planned)));
    return json;
  }

  /** A plan from what {@link #write(Plan)} made of it. */
  public static Plan readPlan(JsonNode json) {
    checkFormat(json);
    return readPlan(json, list(json.path("operations"), PlanCodec::readPlanned));
  }

  /** A plan without its operations. */
  static ObjectNode writeHead(Plan plan) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format_version", FORMAT);
    json.put("vendor", plan.vocabulary().vendor());
    json.put("job", plan.job());
    json.put("workspace", plan.workspace());
    json.put("made_at", plan.madeAt().toString());
    ObjectNode people = json.putObject("people");
    people.put("considered", plan.people().considered());
    people.put("in_scope", plan.people().inScope());
    people.put("entitlements", plan.people().entitlements());
    people.put("foreign", plan.people().foreign());
    people.put("members", plan.people().members());
    people.put("invited", plan.people().invited());
    ArrayNode findings = json.putArray("findings");
    plan.findings().forEach(finding -> findings.add(write(finding)));
    ArrayNode problems = json.putArray("problems");
    plan.problems().forEach(problem -> problems.add(write(problem)));
    return json;
  }

  /** A plan from its head and its operations, of whatever format it says to be. */
  static Plan readPlan(JsonNode head, List<PlannedOperation> operations) {
    JsonNode people = required(head, "people");
    return new Plan(
        vendor(text(head, "vendor")),
        text(head, "job"),
        text(head, "workspace"),
        madeAt(head),
        operations,
        list(head.path("findings"), PlanCodec::readFinding),
        list(head.path("problems"), PlanCodec::readProblem),
        new Plan.People(
            number(people, "considered"),
            number(people, "in_scope"),
            number(people, "entitlements"),
            number(people, "foreign"),
            number(people, "members"),
            number(people, "invited")));
  }

  private static Vocabulary vendor(String name) {
    return Vendors.all().stream()
        .filter(vendor -> vendor.vendor().equals(name))
        .findFirst()
        .orElseThrow(() -> new Unreadable("\"" + name + "\" is no vendor that is known"));
  }

  /** When the plan with this head was made. */
  static Instant madeAt(JsonNode head) {
    return time(head, "made_at");
  }

  static void checkFormat(JsonNode json) {
    String found = format(json);
    if (!isReadable(found)) {
      throw new Unreadable(
          found.isEmpty()
              ? "it does not say its format_version"
              : "its format is version " + found + ", and this Rollcall reads " + FORMAT);
    }
  }

  /** The format that a plan says to be of; empty where it says none. */
  static String format(JsonNode json) {
    return json.path("format_version").asString("");
  }

  /** Whether plans of this format can be carried out. */
  static boolean isReadable(String version) {
    String major = FORMAT.substring(0, FORMAT.indexOf('.') + 1);
    int newest = Integer.parseInt(FORMAT.substring(major.length()));
    return version.startsWith(major)
        && version.substring(major.length()).matches("[0-9]{1,3}")
        && Integer.parseInt(version.substring(major.length())) <= newest;
  }

  /** An operation in its place. */
  public static ObjectNode write(PlannedOperation planned) {
    ObjectNode json = JSON.createObjectNode();
    json.put("sequence", planned.sequence());
    json.put("stage", planned.stage().name());
    json.put("reason", planned.reason().name());
    json.put("origin", planned.origin());
    json.put("rule", planned.rule());
    if (!planned.note().isEmpty()) {
      json.put("note", planned.note());
    }
    json.set("operation", OperationCodec.write(planned.operation()));
    return json;
  }

  private static PlannedOperation readPlanned(JsonNode json) {
    return new PlannedOperation(
        number(json, "sequence"),
        constant(Stage.class, text(json, "stage")),
        OperationCodec.read(required(json, "operation")),
        constant(Reason.class, text(json, "reason")),
        text(json, "origin"),
        text(json, "rule"),
        json.path("note").asString(""));
  }

  /** A finding as JSON. */
  public static ObjectNode write(Finding finding) {
    return JSON.createObjectNode()
        .put("kind", finding.kind().name())
        .put("subject", finding.subject())
        .put("detail", finding.detail())
        .put("origin", finding.origin());
  }

  private static Finding readFinding(JsonNode json) {
    return new Finding(
        constant(Finding.Kind.class, text(json, "kind")),
        text(json, "subject"),
        text(json, "detail"),
        text(json, "origin"));
  }

  /** A problem as JSON. */
  public static ObjectNode write(Problem problem) {
    return JSON.createObjectNode()
        .put("where", problem.where())
        .put("what", problem.what())
        .put("remedy", problem.remedy());
  }

  private static Problem readProblem(JsonNode json) {
    return new Problem(text(json, "where"), text(json, "what"), text(json, "remedy"));
  }

  /** JSON from text. */
  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new Unreadable("it is not JSON: " + e.getOriginalMessage());
    }
  }

  static ArrayNode array() {
    return JSON.createArrayNode();
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** What was to be read is not in our format; the message says why, for people. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
    List<T> list = new ArrayList<>();
    array.forEach(item -> list.add(reading.apply(item)));
    return list;
  }

  static JsonNode required(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new Unreadable("\"" + field + "\" is missing");
    }
    return value;
  }

  static String text(JsonNode json, String field) {
    JsonNode value = required(json, field);
    if (!value.isString()) {
      throw new Unreadable("\"" + field + "\" is no text");
    }
    return value.stringValue();
  }

  static int number(JsonNode json, String field) {
    JsonNode value = required(json, field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new Unreadable("\"" + field + "\" is no whole number");
    }
    return value.intValue();
  }

  static Instant time(JsonNode json, String field) {
    String text = text(json, field);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable("\"" + text + "\" is no time");
    }
  }

  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    try {
      return Enum.valueOf(type, word);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("\"" + word + "\" is not known");
    }
  }
}
