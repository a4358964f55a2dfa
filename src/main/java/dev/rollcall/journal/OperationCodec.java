package dev.rollcall.journal;

import static dev.rollcall.journal.PlanCodec.list;
import static dev.rollcall.journal.PlanCodec.required;
import static dev.rollcall.journal.PlanCodec.text;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary.Joining;
import dev.rollcall.model.Vocabulary.Suspension;
import dev.rollcall.plan.Operation;
import dev.rollcall.security.FailureText;
import dev.rollcall.tenant.Vendors;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Operations as JSON and back. Equal operations give equal texts. */
public final class OperationCodec {

  private static final Writing WRITING = new Writing();

  private OperationCodec() {}

  /** An operation as one JSON object whose {@code kind} comes first. */
  public static ObjectNode write(Operation operation) {
    return operation.accept(WRITING);
  }

  /** An operation from what {@link #write} made of it. */
  public static Operation read(JsonNode json) {
    String kind = text(json, "kind");
    Operation.Verb verb =
        Arrays.stream(Operation.Verb.values())
            .filter(each -> word(each).equals(kind))
            .findFirst()
            .orElseThrow(
                () -> new PlanCodec.Unreadable("\"" + kind + "\" is no kind of operation"));
    try {
      return read(verb, json);
    } catch (IllegalArgumentException e) {
      throw new PlanCodec.Unreadable(FailureText.of(e));
    }
  }

  private static Operation read(Operation.Verb verb, JsonNode json) {
    return switch (verb) {
      case DEFINE ->
          new Operation.Define(
              readResource(required(json, "resource")),
              optional(json, "was", OperationCodec::readResource),
              optional(json, "before", OperationCodec::readDefinition),
              readDefinition(required(json, "after")));
      case JOIN ->
          new Operation.Join(
              email(json),
              text(json, "name"),
              rights(json, "rights"),
              PlanCodec.constant(Joining.class, text(json, "by")),
              details(json));
      case SET ->
          new Operation.Set(
              assignee(json),
              optional(json, "before", OperationCodec::readEntitlement),
              optional(json, "after", OperationCodec::readEntitlement));
      case PROFILE ->
          new Operation.UpdateProfile(
              email(json),
              readProfile(required(json, "before")),
              readProfile(required(json, "after")));
      case SUSPEND -> new Operation.Suspend(email(json), rights(json, "before"), suspension(json));
      case REINSTATE ->
          new Operation.Reinstate(email(json), rights(json, "rights"), suspension(json));
      case WITHDRAW ->
          new Operation.Withdraw(
              email(json), readEntitlement(required(json, "right")), text(json, "invitation"));
      case REMOVE -> new Operation.Remove(email(json), rights(json, "before"));
      case UNDEFINE ->
          new Operation.Undefine(
              readResource(required(json, "resource")), readDefinition(required(json, "before")));
    };
  }

  /** The word for an operation's kind, as it stands in JSON. */
  public static String kind(Operation operation) {
    return word(operation.verb());
  }

  private static String word(Operation.Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }

  /** Rights as one JSON array. */
  static ArrayNode write(Collection<Entitlement> rights) {
    ArrayNode array = PlanCodec.array();
    rights.forEach(right -> array.add(write(right)));
    return array;
  }

  /** Rights from what {@link #write(Collection)} made of them. */
  static List<Entitlement> readRights(JsonNode array) {
    return list(array, OperationCodec::readEntitlement);
  }

  /** What something is by its kind and path. */
  static ObjectNode write(Resource resource) {
    ObjectNode json = PlanCodec.object().put("kind", resource.kind().id());
    resource.path().forEach(json.putArray("path")::add);
    return json;
  }

  private static ObjectNode write(Entitlement right) {
    ObjectNode json = write(right.on());
    right.level().ifPresent(level -> json.put("level", level));
    return json;
  }

  private static ObjectNode write(Definition definition) {
    ObjectNode json = PlanCodec.object().put("description", definition.description());
    definition.config().ifPresent(config -> json.put("config", config.json()));
    definition.copyOf().ifPresent(other -> json.put("copy_of", other));
    return json;
  }

  /** What {@link #write(Resource)} was made of. */
  static Resource readResource(JsonNode json) {
    String id = text(json, "kind");
    Kind kind =
        Vendors.kind(id)
            .orElseThrow(() -> new PlanCodec.Unreadable("\"" + id + "\" is no kind of resource"));
    return Resource.of(kind, list(required(json, "path"), JsonNode::stringValue));
  }

  private static Entitlement readEntitlement(JsonNode json) {
    return new Entitlement(
        readResource(json),
        json.has("level") ? Optional.of(text(json, "level")) : Optional.empty());
  }

  private static Definition readDefinition(JsonNode json) {
    return new Definition(
        text(json, "description"),
        json.has("config") ? Optional.of(ConfigCodec.read(text(json, "config"))) : Optional.empty(),
        json.has("copy_of") ? Optional.of(text(json, "copy_of")) : Optional.empty());
  }

  private static ObjectNode write(Profile profile) {
    ObjectNode json =
        PlanCodec.object().put("given", profile.given()).put("family", profile.family());
    profile.display().ifPresent(shown -> json.put("display", shown));
    return json;
  }

  private static Profile readProfile(JsonNode json) {
    return new Profile(
        text(json, "given"),
        text(json, "family"),
        json.has("display") ? Optional.of(text(json, "display")) : Optional.empty());
  }

  private static List<Entitlement> rights(JsonNode json, String field) {
    return list(required(json, field), OperationCodec::readEntitlement);
  }

  private static SortedMap<String, String> details(JsonNode json) {
    SortedMap<String, String> details = new TreeMap<>();
    if (json.has("details")) {
      required(json, "details")
          .propertyNames()
          .forEach(name -> details.put(name, text(json.get("details"), name)));
    }
    return details;
  }

  private static Suspension suspension(JsonNode json) {
    return PlanCodec.constant(Suspension.class, text(json, "by"));
  }

  private static Email email(JsonNode json) {
    return new Email(text(json, "email"));
  }

  private static <T> Optional<T> optional(
      JsonNode json, String field, Function<JsonNode, T> reading) {
    return json.has(field) ? Optional.of(reading.apply(required(json, field))) : Optional.empty();
  }

  private static Assignee assignee(JsonNode json) {
    return json.has("email")
        ? new Assignee.Person(email(json))
        : new Assignee.GroupNamed(readResource(required(json, "group")));
  }

  private static final class Writing implements Operation.Visitor<ObjectNode> {

    private static ObjectNode of(Operation operation) {
      return PlanCodec.object().put("kind", kind(operation));
    }

    private static ObjectNode of(Operation.OnPerson operation) {
      return of((Operation) operation).put("email", operation.email().address());
    }

    @Override
    public ObjectNode define(Operation.Define operation) {
      ObjectNode json = of(operation);
      json.set("resource", write(operation.resource()));
      operation.was().ifPresent(was -> json.set("was", write(was)));
      operation.before().ifPresent(before -> json.set("before", write(before)));
      json.set("after", write(operation.after()));
      return json;
    }

    @Override
    public ObjectNode undefine(Operation.Undefine operation) {
      ObjectNode json = of(operation);
      json.set("resource", write(operation.resource()));
      json.set("before", write(operation.before()));
      return json;
    }

    @Override
    public ObjectNode join(Operation.Join operation) {
      ObjectNode json = of(operation).put("name", operation.name());
      json.set("rights", write(operation.rights()));
      json.put("by", operation.by().name());
      if (!operation.details().isEmpty()) {
        ObjectNode details = json.putObject("details");
        operation.details().forEach(details::put);
      }
      return json;
    }

    @Override
    public ObjectNode set(Operation.Set operation) {
      ObjectNode json = of(operation);
      Assignee assignee = operation.assignee();
      assignee.person().ifPresent(email -> json.put("email", email.address()));
      assignee.group().ifPresent(group -> json.set("group", write(group)));
      operation.before().ifPresent(right -> json.set("before", write(right)));
      operation.after().ifPresent(right -> json.set("after", write(right)));
      return json;
    }

    @Override
    public ObjectNode profile(Operation.UpdateProfile operation) {
      ObjectNode json = of(operation);
      json.set("before", write(operation.before()));
      json.set("after", write(operation.after()));
      return json;
    }

    @Override
    public ObjectNode suspend(Operation.Suspend operation) {
      ObjectNode json = of(operation);
      json.set("before", write(operation.before()));
      return json.put("by", operation.by().name());
    }

    @Override
    public ObjectNode reinstate(Operation.Reinstate operation) {
      ObjectNode json = of(operation);
      json.set("rights", write(operation.rights()));
      return json.put("by", operation.by().name());
    }

    @Override
    public ObjectNode withdraw(Operation.Withdraw operation) {
      ObjectNode json = of(operation);
      json.set("right", write(operation.right()));
      return json.put("invitation", operation.invitation());
    }

    @Override
    public ObjectNode remove(Operation.Remove operation) {
      ObjectNode json = of(operation);
      json.set("before", write(operation.before()));
      return json;
    }
  }
}
