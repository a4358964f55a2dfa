package dev.rollcall.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
  static void rewrite(Connection connection) throws SQLException {
    texts(connection, "operations", "run, seq", "content", GeneralRights::operation);
    kinds(connection);
    texts(connection, "plans", "run", "content", GeneralRights::head);
    invitations(connection);
    try (Statement statement = connection.createStatement()) {
      for (String kind : List.of("group", "project")) {
        statement.execute(
            "UPDATE mentioned SET kind = '%s' WHERE kind = '%s'"
                .formatted(FORMER.getProperty(kind), kind));
      }
      statement.execute("ALTER TABLE invitations DROP COLUMN IF EXISTS roles");
      statement.execute("ALTER TABLE invitations DROP COLUMN IF EXISTS member_of");
    }
  }

  /** Changes a column of texts; {@code key} is the primary key, one column or two. */
  private static void texts(
      Connection connection, String table, String key, String column, UnaryOperator<String> change)
      throws SQLException {
    String where = String.join(" = ? AND ", key.split(", ")) + " = ?";
    int keys = key.split(", ").length;
    try (Statement select = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE " + table + " SET " + column + " = ? WHERE " + where);
        ResultSet rows = select.executeQuery("SELECT " + key + ", " + column + " FROM " + table)) {
      while (rows.next()) {
        String text = rows.getString(keys + 1);
        String changed = change.apply(text);
        if (!changed.equals(text)) {
          update.setString(1, changed);
          for (int i = 1; i <= keys; i++) {
            update.setObject(i + 1, rows.getObject(i));
          }
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }

  private static void kinds(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String[] kind :
          new String[][] {
            {"create-group", "define"},
            {"invite", "join"},
            {"set-environment-role", "set"},
            {"add-to-group", "set"},
            {"remove-from-group", "set"},
            {"set-project-role", "set"},
            {"withdraw-from-group", "withdraw"}
          }) {
        statement.addBatch(
            "UPDATE operations SET kind = '" + kind[1] + "' WHERE kind = '" + kind[0] + "'");
      }
      statement.executeBatch();
    }
  }

  private static void invitations(Connection connection) throws SQLException {
    if (!hasRoles(connection)) {
      return;
    }
    try (Statement select = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement("UPDATE invitations SET rights = ? WHERE id = ?");
        ResultSet rows = select.executeQuery("SELECT id, roles, member_of FROM invitations")) {
      while (rows.next()) {
        update.setString(1, invited(rows).toString());
        update.setLong(2, rows.getLong("id"));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** The rights of an invitation whose row is still as version 4 kept it. */
  static ArrayNode invited(ResultSet row) throws SQLException {
    ArrayNode rights = roles(PlanCodec.parse(row.getString("roles")));
    groups(row.getString("member_of")).forEach(group -> rights.add(resource(GROUP, group)));
    return rights;
  }

  private static boolean hasRoles(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM invitations WHERE 1 = 0")) {
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        if (none.getMetaData().getColumnName(i).equalsIgnoreCase("roles")) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<String> groups(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
  }

  private static String head(String text) {
    JsonNode json = PlanCodec.parse(text);
    return json instanceof ObjectNode head
            && head.path("format_version").asString("").startsWith("1.")
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
        switch (old.path("kind").asString("")) {
          case "create-group" -> {
            json.put("kind", "define");
            json.set("resource", resource(GROUP, old.path("group").asString("")));
            json.set(
                "after",
                PlanCodec.object().put("description", old.path("description").asString("")));
            yield true;
          }
          case "invite" -> {
            ArrayNode rights = roles(old.path("roles"));
            old.path("groups").forEach(each -> rights.add(resource(GROUP, each.asString(""))));
            person(json, "join", old).put("name", old.path("name").asString(""));
            json.set("rights", rights);
            json.put("by", "INVITATION");
            yield true;
          }
          case "set-environment-role" -> {
            person(json, "set", old);
            levels(json, old, resource(ENVIRONMENT, old.path("environment").asString("")));
            yield true;
          }
          case "set-project-role" -> {
            json.put("kind", "set");
            if (old.has("email")) {
              json.set("email", old.path("email"));
            } else {
              json.set("group", resource(GROUP, old.path("group").asString("")));
            }
            levels(json, old, project(old));
            yield true;
          }
          case "add-to-group" -> {
            person(json, "set", old).set("after", resource(GROUP, old.path("group").asString("")));
            yield true;
          }
          case "remove-from-group" -> {
            person(json, "set", old).set("before", resource(GROUP, old.path("group").asString("")));
            yield true;
          }
          case "withdraw-from-group" -> {
            person(json, "withdraw", old)
                .set("right", resource(GROUP, old.path("group").asString("")));
            json.put("invitation", old.path("invitation").asString(""));
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
      return project(old).put("level", old.path("role").asString(""));
    }
    return old.has("group")
        ? resource(GROUP, old.path("group").asString(""))
        : resource(ENVIRONMENT, old.path("environment").asString(""))
            .put("level", old.path("role").asString(""));
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
    json.putArray("path")
        .add(old.path("environment").asString(""))
        .add(old.path("project").asString(""));
    return json;
  }

  private static ObjectNode resource(String kind, String name) {
    ObjectNode json = PlanCodec.object().put("kind", kind);
    json.putArray("path").add(name);
    return json;
  }
}
