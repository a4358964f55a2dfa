package dev.rollcall.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rewrites what version 4 of the schema kept of operations and invitations, in which there was one
 * vendor and each kind of right had operations of its own. What is rewritten already stays as it
 * is, so that a migration that was cut off can be begun again.
 */
final class GeneralRights {

  /** The vendor that there was, and the kinds of its resources. */
  private static final Properties FORMER = former();

  private static final String ENVIRONMENT = FORMER.getProperty("environment");
  private static final String GROUP = FORMER.getProperty("group");
  private static final String PROJECT = FORMER.getProperty("project");

  /** What operations were called, and are called now. */
  private static final String[][] KINDS = {
    {"create-group", "define"},
    {"invite", "join"},
    {"set-environment-role", "set"},
    {"add-to-group", "set"},
    {"remove-from-group", "set"},
    {"set-project-role", "set"},
    {"withdraw-from-group", "withdraw"}
  };

  private GeneralRights() {}

  private static Properties former() {
    Properties former = new Properties();
    try (InputStream text =
        GeneralRights.class
            .getClassLoader()
            .getResourceAsStream("db/migration/V5__general_rights.properties")) {
      former.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException("a part of the program cannot be read", e);
    }
    return former;
  }

  /** Rewrites all rows. */
  static void rewrite(RepositorySession session) throws SQLException {
    texts(session, "operations", "run, seq", GeneralRights::operation);
    for (String[] kind : KINDS) {
      session.update("UPDATE operations SET kind = ? WHERE kind = ?", kind[1], kind[0]);
    }
    texts(session, "plans", "run", GeneralRights::head);
    if (session.hasColumn("invitations", "roles")) {
      session.batch(
          "UPDATE invitations SET rights = ? WHERE id = ?",
          session.list(
              row -> new Object[] {invited(row).toString(), row.getLong("id")},
              "SELECT id, roles, member_of FROM invitations"));
    }
    for (String kind : List.of("group", "project")) {
      session.update(
          "UPDATE mentioned SET kind = ? WHERE kind = ?", FORMER.getProperty(kind), kind);
    }
    session.update("ALTER TABLE invitations DROP COLUMN IF EXISTS roles");
    session.update("ALTER TABLE invitations DROP COLUMN IF EXISTS member_of");
  }

  /** Changes a column of contents; {@code key} is the primary key, one column or two. */
  private static void texts(
      RepositorySession session, String table, String key, UnaryOperator<String> change)
      throws SQLException {
    List<String> keys = List.of(key.split(", "));
    List<Object[]> changed = new ArrayList<>();
    session.each(
        row -> {
          String text = row.getString("content");
          List<Object> values = new ArrayList<>(List.of(change.apply(text)));
          if (!values.contains(text)) {
            for (String each : keys) {
              values.add(row.getObject(each));
            }
            changed.add(values.toArray());
          }
        },
        "SELECT " + key + ", content FROM " + table);
    session.batch(
        "UPDATE %s SET content = ? WHERE %s = ?".formatted(table, String.join(" = ? AND ", keys)),
        changed);
  }

  /** The rights of an invitation whose row is still as version 4 kept it. */
  static ArrayNode invited(ResultSet row) throws SQLException {
    ArrayNode rights = roles(PlanCodec.parse(row.getString("roles")));
    groups(row.getString("member_of")).forEach(group -> rights.add(resource(GROUP, group)));
    return rights;
  }

  private static List<String> groups(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
  }

  private static String head(String text) {
    JsonNode json = PlanCodec.parse(text);
    return json instanceof ObjectNode head && text(head, "format_version").startsWith("1.")
        ? head.put("format_version", PlanCodec.FORMAT)
            .put("vendor", FORMER.getProperty("vendor"))
            .toString()
        : text;
  }

  /** An operation as it is written now. */
  static String operation(String text) {
    ObjectNode old = (ObjectNode) PlanCodec.parse(text);
    ObjectNode json = PlanCodec.object();
    boolean isOld =
        switch (text(old, "kind")) {
          case "create-group" -> {
            json.put("kind", "define");
            json.set("resource", group(old));
            json.set("after", PlanCodec.object().put("description", text(old, "description")));
            yield true;
          }
          case "invite" -> {
            ArrayNode rights = roles(old.path("roles"));
            old.path("groups").forEach(each -> rights.add(resource(GROUP, each.asString(""))));
            person(json, "join", old).put("name", text(old, "name"));
            json.set("rights", rights);
            json.put("by", "INVITATION");
            yield true;
          }
          case "set-environment-role" -> {
            person(json, "set", old);
            levels(json, old, resource(ENVIRONMENT, text(old, "environment")));
            yield true;
          }
          case "set-project-role" -> {
            json.put("kind", "set");
            if (old.has("email")) {
              json.set("email", old.path("email"));
            } else {
              json.set("group", group(old));
            }
            levels(json, old, project(old));
            yield true;
          }
          case "add-to-group" -> {
            person(json, "set", old).set("after", group(old));
            yield true;
          }
          case "remove-from-group" -> {
            person(json, "set", old).set("before", group(old));
            yield true;
          }
          case "withdraw-from-group" -> {
            person(json, "withdraw", old).set("right", group(old));
            json.put("invitation", text(old, "invitation"));
            yield true;
          }
          case "suspend" -> {
            person(json, "suspend", old).set("before", roles(old.path("before")));
            json.put("by", "WITHOUT_RIGHTS");
            yield !old.has("by");
          }
          case "reinstate" -> {
            person(json, "reinstate", old).set("rights", roles(old.path("roles")));
            json.put("by", "WITHOUT_RIGHTS");
            yield !old.has("by");
          }
          case "remove" -> {
            List<JsonNode> before = new ArrayList<>();
            old.path("before").forEach(before::add);
            ArrayNode rights = person(json, "remove", old).putArray("before");
            before.forEach(each -> rights.add(entitlement(each)));
            yield before.stream().noneMatch(each -> each.has("kind"));
          }
          default -> false;
        };
    if (!isOld) {
      return text;
    }
    if (old.has("note")) {
      json.set("note", old.path("note"));
    }
    return json.toString();
  }

  private static ObjectNode person(ObjectNode json, String kind, ObjectNode old) {
    json.put("kind", kind);
    json.set("email", old.path("email"));
    return json;
  }

  private static void levels(ObjectNode json, ObjectNode old, ObjectNode resource) {
    for (String side : List.of("before", "after")) {
      if (old.has(side)) {
        json.set(side, resource.deepCopy().put("level", old.path(side).asString("")));
      }
    }
  }

  private static ObjectNode entitlement(JsonNode old) {
    if (old.has("kind")) {
      return (ObjectNode) old;
    }
    if (old.has("project")) {
      return project(old).put("level", text(old, "role"));
    }
    return old.has("group")
        ? group(old)
        : resource(ENVIRONMENT, text(old, "environment")).put("level", text(old, "role"));
  }

  private static ArrayNode roles(JsonNode byEnvironment) {
    ArrayNode rights = PlanCodec.array();
    byEnvironment
        .properties()
        .forEach(
            role ->
                rights.add(
                    resource(ENVIRONMENT, role.getKey())
                        .put("level", role.getValue().asString(""))));
    return rights;
  }

  private static ObjectNode project(JsonNode old) {
    ObjectNode json = PlanCodec.object().put("kind", PROJECT);
    json.putArray("path").add(text(old, "environment")).add(text(old, "project"));
    return json;
  }

  private static ObjectNode group(JsonNode old) {
    return resource(GROUP, text(old, "group"));
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  private static ObjectNode resource(String kind, String name) {
    ObjectNode json = PlanCodec.object().put("kind", kind);
    json.putArray("path").add(name);
    return json;
  }
}
