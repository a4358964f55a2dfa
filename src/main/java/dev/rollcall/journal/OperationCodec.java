package dev.rollcall.journal;

import static dev.rollcall.journal.PlanCodec.required;
import static dev.rollcall.journal.PlanCodec.text;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Environment;
import dev.rollcall.plan.Operation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Operations as JSON and back. Equal operations give equal texts. */
public final class OperationCodec {

  private static final String CREATE_GROUP = "create-group";
  private static final String INVITE = "invite";
  private static final String SET_ENVIRONMENT_ROLE = "set-environment-role";
  private static final String ADD_TO_GROUP = "add-to-group";
  private static final String REMOVE_FROM_GROUP = "remove-from-group";
  private static final String SET_PROJECT_ROLE = "set-project-role";
  private static final String SUSPEND = "suspend";
  private static final String REINSTATE = "reinstate";
  private static final String WITHDRAW_FROM_GROUP = "withdraw-from-group";
  private static final String REMOVE = "remove";

  private static final Map<String, Function<JsonNode, Operation>> READINGS =
      Map.ofEntries(
          Map.entry(
              CREATE_GROUP,
              json -> new Operation.CreateGroup(text(json, "group"), text(json, "description"))),
          Map.entry(
              INVITE,
              json ->
                  new Operation.Invite(
                      email(json),
                      text(json, "name"),
                      roles(json, "roles"),
                      new TreeSet<>(
                          PlanCodec.list(required(json, "groups"), JsonNode::stringValue)))),
          Map.entry(
              SET_ENVIRONMENT_ROLE,
              json ->
                  new Operation.SetEnvironmentRole(
                      email(json),
                      environment(json),
                      optional(json, "before"),
                      optional(json, "after"))),
          Map.entry(
              ADD_TO_GROUP, json -> new Operation.AddToGroup(email(json), text(json, "group"))),
          Map.entry(
              REMOVE_FROM_GROUP,
              json -> new Operation.RemoveFromGroup(email(json), text(json, "group"))),
          Map.entry(
              SET_PROJECT_ROLE,
              json ->
                  new Operation.SetProjectRole(
                      assignee(json),
                      text(json, "project"),
                      environment(json),
                      optional(json, "before"),
                      optional(json, "after"))),
          Map.entry(SUSPEND, json -> new Operation.Suspend(email(json), roles(json, "before"))),
          Map.entry(REINSTATE, json -> new Operation.Reinstate(email(json), roles(json, "roles"))),
          Map.entry(
              WITHDRAW_FROM_GROUP,
              json ->
                  new Operation.WithdrawFromGroup(
                      email(json), text(json, "group"), required(json, "invitation").longValue())),
          Map.entry(
              REMOVE,
              json ->
                  new Operation.Remove(
                      email(json),
                      PlanCodec.list(required(json, "before"), OperationCodec::readEntitlement))));

  private OperationCodec() {}

  /** An operation as one JSON object whose {@code kind} comes first. */
  public static ObjectNode write(Operation operation) {
    return operation.accept(new Writing());
  }

  /** An operation from what {@link #write} made of it. */
  public static Operation read(JsonNode json) {
    String kind = text(json, "kind");
    Function<JsonNode, Operation> reading = READINGS.get(kind);
    if (reading == null) {
      throw new PlanCodec.Unreadable("\"" + kind + "\" is no kind of operation");
    }
    return reading.apply(json);
  }

  /** The word for an operation's kind, as it stands in JSON. */
  public static String kind(Operation operation) {
    return write(operation).path("kind").stringValue();
  }

  static String write(Map<Environment, String> roles) {
    return rolesInto(PlanCodec.object(), roles).toString();
  }

  static SortedMap<Environment, String> readRoles(JsonNode json) {
    SortedMap<Environment, String> roles = new TreeMap<>();
    json.properties()
        .forEach(role -> roles.put(new Environment(role.getKey()), role.getValue().stringValue()));
    return roles;
  }

  private static Email email(JsonNode json) {
    return new Email(text(json, "email"));
  }

  private static Environment environment(JsonNode json) {
    return new Environment(text(json, "environment"));
  }

  private static Optional<String> optional(JsonNode json, String field) {
    return json.has(field) ? Optional.of(text(json, field)) : Optional.empty();
  }

  private static SortedMap<Environment, String> roles(JsonNode json, String field) {
    return readRoles(required(json, field));
  }

  private static Assignee assignee(JsonNode json) {
    return json.has("email")
        ? new Assignee.Person(email(json))
        : new Assignee.GroupNamed(text(json, "group"));
  }

  private static ObjectNode rolesInto(ObjectNode json, Map<Environment, String> roles) {
    new TreeMap<>(roles).forEach((environment, role) -> json.put(environment.name(), role));
    return json;
  }

  private static Entitlement readEntitlement(JsonNode json) {
    if (json.has("project")) {
      return new Entitlement.ProjectRole(
          text(json, "project"), environment(json), text(json, "role"));
    }
    if (json.has("group")) {
      return new Entitlement.GroupMembership(text(json, "group"));
    }
    return new Entitlement.EnvironmentRole(environment(json), text(json, "role"));
  }

  private static ObjectNode write(Entitlement entitlement) {
    ObjectNode json = PlanCodec.object();
    if (entitlement instanceof Entitlement.GroupMembership membership) {
      return json.put("group", membership.group());
    }
    if (entitlement instanceof Entitlement.ProjectRole role) {
      return json.put("project", role.project())
          .put("environment", role.environment().name())
          .put("role", role.role());
    }
    Entitlement.EnvironmentRole role = (Entitlement.EnvironmentRole) entitlement;
    return json.put("environment", role.environment().name()).put("role", role.role());
  }

  private static final class Writing implements Operation.Visitor<ObjectNode> {

    private static ObjectNode of(String kind) {
      return PlanCodec.object().put("kind", kind);
    }

    private static ObjectNode of(String kind, Email email) {
      return of(kind).put("email", email.address());
    }

    private static ObjectNode change(
        ObjectNode json, Optional<String> before, Optional<String> after) {
      before.ifPresent(role -> json.put("before", role));
      after.ifPresent(role -> json.put("after", role));
      return json;
    }

    @Override
    public ObjectNode createGroup(Operation.CreateGroup operation) {
      return of(CREATE_GROUP)
          .put("group", operation.group())
          .put("description", operation.description());
    }

    @Override
    public ObjectNode invite(Operation.Invite operation) {
      ObjectNode json = of(INVITE, operation.email()).put("name", operation.name());
      rolesInto(json.putObject("roles"), operation.roles());
      addAll(json.putArray("groups"), operation.groups());
      return json;
    }

    @Override
    public ObjectNode setEnvironmentRole(Operation.SetEnvironmentRole operation) {
      return change(
          of(SET_ENVIRONMENT_ROLE, operation.email())
              .put("environment", operation.environment().name()),
          operation.before(),
          operation.after());
    }

    @Override
    public ObjectNode addToGroup(Operation.AddToGroup operation) {
      return of(ADD_TO_GROUP, operation.email()).put("group", operation.group());
    }

    @Override
    public ObjectNode removeFromGroup(Operation.RemoveFromGroup operation) {
      return of(REMOVE_FROM_GROUP, operation.email()).put("group", operation.group());
    }

    @Override
    public ObjectNode setProjectRole(Operation.SetProjectRole operation) {
      boolean person = operation.assignee() instanceof Assignee.Person;
      return change(
          of(SET_PROJECT_ROLE)
              .put(person ? "email" : "group", operation.assignee().label())
              .put("project", operation.project())
              .put("environment", operation.environment().name()),
          operation.before(),
          operation.after());
    }

    @Override
    public ObjectNode suspend(Operation.Suspend operation) {
      ObjectNode json = of(SUSPEND, operation.email());
      rolesInto(json.putObject("before"), operation.before());
      return json;
    }

    @Override
    public ObjectNode reinstate(Operation.Reinstate operation) {
      ObjectNode json = of(REINSTATE, operation.email());
      rolesInto(json.putObject("roles"), operation.roles());
      return json;
    }

    @Override
    public ObjectNode withdrawFromGroup(Operation.WithdrawFromGroup operation) {
      return of(WITHDRAW_FROM_GROUP, operation.email())
          .put("group", operation.group())
          .put("invitation", operation.invitation());
    }

    @Override
    public ObjectNode remove(Operation.Remove operation) {
      ObjectNode json = of(REMOVE, operation.email());
      ArrayNode before = json.putArray("before");
      operation.before().forEach(entitlement -> before.add(write(entitlement)));
      return json;
    }

    private static void addAll(ArrayNode array, Collection<String> texts) {
      texts.forEach(array::add);
    }
  }
}
