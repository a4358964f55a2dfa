package dev.rollcall.journal;

import dev.rollcall.model.Email;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanBasis;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.safety.Allowances;
import dev.rollcall.security.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saved plans as JSON and back. Reading believes nothing: whatever a planner would not have written
 * is {@link PlanCodec.Unreadable}, a field that is not known included, with what there is to say
 * after the file's name.
 */
final class PlanFileCodec {

  /** The version of a plan file; the plan in it has one of its own. */
  static final String FORMAT = "4.0";

  private static final String VERSION = "format_version";
  private static final String STANDING = "standing";

  /** Only in plans of a review: whoever does not know it takes none of those. */
  private static final String DECIDED = "decided";

  private static final Set<String> FIELDS =
      Set.of(
          VERSION,
          "digest",
          "applyable",
          "inputs",
          "overridden",
          DECIDED,
          "limits",
          "held",
          "deferred",
          "grounds",
          "facts",
          "plan");
  private static final Set<String> LIMITS = Set.of("allow", "only", "leave_out");
  private static final List<String> KINDS = List.of("invites", "changes", "removals");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

  /** The same on every system: a seal counts line ends too. */
  private static final ObjectWriter LAYOUT =
      JSON.writer()
          .with(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private PlanFileCodec() {}

  /** JSON as it stands in a file, with nothing in it that a terminal would not show. */
  static String text(ObjectNode json) {
    StringWriter text = new StringWriter();
    try (JsonWriter harmless = new JsonWriter(text)) {
      harmless.write(LAYOUT.writeValueAsString(json));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return text.toString();
  }

  /** The JSON of a file that claims to be a plan. */
  static ObjectNode parse(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode json
          && json.has("plan")
          && (json.has(Seal.CHECKSUM) || json.has(Seal.SEAL))) {
        return json;
      }
    } catch (JacksonException e) {
      throw new PlanCodec.Unreadable("is no plan: it is not JSON");
    }
    throw new PlanCodec.Unreadable("is no plan; `rollcall plan JOB --out PLAN.json` makes one");
  }

  static void checkFormat(ObjectNode json) {
    String found = json.path(VERSION).asString("");
    if (!found.equals(FORMAT)) {
      throw new PlanCodec.Unreadable(
          (found.matches("[0-9.]{1,20}")
                  ? "has format version " + found + ", and this Rollcall reads " + FORMAT
                  : "has no format version that this Rollcall reads")
              + "; make a new plan");
    }
  }

  /** All of it but the seal. */
  static ObjectNode write(PlanFile file) {
    ObjectNode json = JSON.createObjectNode();
    json.put(VERSION, FORMAT);
    json.put("digest", file.plan().digest());
    json.put("applyable", file.made().applyable());
    json.put("inputs", file.made().inputs());
    json.put("overridden", file.made().overridden());
    if (file.made().decided()) {
      json.put(DECIDED, true);
    }
    write(json.putObject("limits"), file.limits());
    write(json.putObject("held"), file.held());
    write(json.putObject("deferred"), file.deferred());
    ObjectNode grounds = json.putObject("grounds").put("asked", file.grounds().asked());
    file.grounds().standing().forEach(grounds.putObject(STANDING)::put);
    json.set("facts", JSON.readTree(file.facts()));
    json.set("plan", PlanCodec.write(file.plan()));
    return json;
  }

  private static void write(ObjectNode json, PlanLimits limits) {
    ObjectNode allow = json.putObject("allow");
    new TreeMap<>(limits.allowances().byRule()).forEach(allow::put);
    limits.only().forEach(json.putArray("only")::add);
    ArrayNode leaveOut = json.putArray("leave_out");
    List<Boolean> on =
        List.of(
            limits.switches().invites(), limits.switches().changes(), limits.switches().removals());
    for (int i = 0; i < KINDS.size(); i++) {
      if (!on.get(i)) {
        leaveOut.add(KINDS.get(i));
      }
    }
  }

  private static void write(ObjectNode json, Map<Integer, String> texts) {
    texts.forEach((sequence, text) -> json.put(String.valueOf(sequence), text));
  }

  /** The plan file behind JSON whose seal was right and is taken off. */
  static PlanFile read(ObjectNode json) {
    try {
      onlyThese(json, FIELDS);
      PlanFile file =
          new PlanFile(
              PlanCodec.readPlan(PlanCodec.required(json, "plan")),
              readLimits(object(json, "limits")),
              texts(object(json, "held")),
              texts(object(json, "deferred")),
              readGrounds(object(json, "grounds")),
              new PlanFile.PlanInputs(
                  PlanCodec.text(json, "inputs"),
                  flag(json, "overridden"),
                  flag(json, "applyable"),
                  json.has(DECIDED) && flag(json, DECIDED)),
              PlanCodec.required(json, "facts").toString());
      check(file, PlanCodec.text(json, "digest"));
      return file;
    } catch (PlanCodec.Unreadable e) {
      throw new PlanCodec.Unreadable("is no plan that can be read: " + e.getMessage());
    } catch (RuntimeException e) {
      // Whatever the parts of a plan refuse to be made of.
      throw new PlanCodec.Unreadable("is no plan that can be read: no planner has written it");
    }
  }

  private static PlanLimits readLimits(JsonNode json) {
    onlyThese(json, LIMITS);
    Map<String, Integer> allow = new TreeMap<>();
    JsonNode allowed = object(json, "allow");
    allowed.properties().forEach(rule -> allow.put(rule.getKey(), number(allowed, rule.getKey())));
    List<String> only = strings(json, "only");
    List<String> left = strings(json, "leave_out");
    require(KINDS.containsAll(left), "\"leave_out\" names what there is not");
    return new PlanLimits(
        new Allowances(allow),
        only,
        new OperationSwitches(
            !left.contains(KINDS.get(0)),
            !left.contains(KINDS.get(1)),
            !left.contains(KINDS.get(2))));
  }

  private static int number(JsonNode json, String field) {
    int number = PlanCodec.number(json, field);
    require(number >= 0, "a limit is below zero");
    return number;
  }

  private static PlanBasis readGrounds(JsonNode json) {
    SortedMap<String, String> standing = new TreeMap<>();
    object(json, STANDING)
        .properties()
        .forEach(each -> standing.put(each.getKey(), each.getValue().stringValue()));
    return new PlanBasis(PlanCodec.text(json, "asked"), standing);
  }

  private static SortedMap<Integer, String> texts(JsonNode json) {
    SortedMap<Integer, String> texts = new TreeMap<>();
    json.properties()
        .forEach(each -> texts.put(Integer.valueOf(each.getKey()), each.getValue().stringValue()));
    return texts;
  }

  private static JsonNode object(JsonNode json, String field) {
    JsonNode value = PlanCodec.required(json, field);
    require(value.isObject(), "\"" + field + "\" has not the right shape");
    return value;
  }

  private static List<String> strings(JsonNode json, String field) {
    JsonNode value = PlanCodec.required(json, field);
    require(value.isArray(), "\"" + field + "\" is no list");
    return PlanCodec.list(value, JsonNode::stringValue);
  }

  private static boolean flag(JsonNode json, String field) {
    JsonNode value = PlanCodec.required(json, field);
    require(value.isBoolean(), "\"" + field + "\" is neither true nor false");
    return value.booleanValue();
  }

  /** A setting in a plan file would be an attempt to have it obeyed. */
  private static void onlyThese(JsonNode json, Set<String> known) {
    json.propertyNames()
        .forEach(name -> require(known.contains(name), "it holds what no plan does"));
  }

  private static void check(PlanFile file, String digest) {
    Plan plan = file.plan();
    require(plan.digest().equals(digest), "its digest is that of other operations");
    Set<String> seen = new HashSet<>();
    int place = 0;
    for (PlannedOperation planned : plan.operations()) {
      place++;
      require(planned.sequence() == place, "its operations are not numbered from 1");
      require(seen.add(PlanDigest.key(planned.operation())), "an operation stands in it twice");
      checkAssignee(file, planned);
    }
    require(areIn(plan, file.held()), "\"held\" names no operation");
    require(areIn(plan, file.deferred()), "\"deferred\" names no operation");
    file.held()
        .values()
        .forEach(rule -> require(rule.matches("[a-z-]{1,40}"), "no rule is called so"));
  }

  private static void checkAssignee(PlanFile file, PlannedOperation planned) {
    String key = PlanBasis.key(planned.operation().assignee());
    require(
        file.grounds().standing().containsKey(key),
        "it does not say on what an operation was planned");
    if (planned.operation().assignee() instanceof dev.rollcall.model.Assignee.Person person) {
      String address = person.email().address();
      require(
          Email.parse(address).address().equals(address), "it holds an address in another form");
    }
  }

  private static boolean areIn(Plan plan, SortedMap<Integer, String> texts) {
    return texts.isEmpty() || texts.firstKey() >= 1 && texts.lastKey() <= plan.operations().size();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new PlanCodec.Unreadable(otherwise);
    }
  }
}
