package dev.rollcall.sandbox;

import dev.rollcall.security.FailureText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a seed, one person after the other, and says what is wrong with it in the seed's own terms.
 * It knows every field by name: to find out about records takes longer than to read a company.
 */
final class SeedReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final List<String> KNOWN =
      List.of(
          "workspace",
          "model",
          "clock",
          "quota-per-minute",
          "behaviour",
          "environments",
          "tokens",
          "environment-roles",
          "project-roles",
          "roles",
          "groups",
          "members",
          "invitations",
          "audit-log",
          "managed-users");

  private Seed.Workspace workspace = Seed.Workspace.STANDARD;
  private String model = RoleModel.RBAC.key();
  private Optional<Instant> clock = Optional.empty();
  private Optional<Integer> quotaPerMinute = Optional.empty();
  private Map<String, String> behaviour = Map.of();
  private List<Seed.Role> environmentRoles = List.of();
  private List<Seed.Role> projectRoles = List.of();
  private final List<Seed.Environment> environments = new ArrayList<>();
  private final List<Seed.Token> tokens = new ArrayList<>();
  private final List<Seed.LegacyRole> roles = new ArrayList<>();
  private final List<Seed.Group> groups = new ArrayList<>();
  private final List<Seed.Member> members = new ArrayList<>();
  private final List<Seed.Invitation> invitations = new ArrayList<>();
  private final List<Seed.LogEntry> auditLog = new ArrayList<>();
  private final List<Seed.Customer> customers = new ArrayList<>();

  private SeedReader() {}

  static Seed read(Path file) {
    if (!Files.isReadable(file)) {
      throw new SandboxException(file + ": there is no such seed file");
    }
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), file)) {
      return read(json);
    } catch (SeedNode.Complaint e) {
      throw new SandboxException(file + ": " + FailureText.of(e), e);
    } catch (StreamReadException e) {
      throw new SandboxException(
          file + ": (line " + line(e) + "): this is no JSON: " + firstWords(e.getOriginalMessage()),
          e);
    } catch (JacksonException e) {
      throw new SandboxException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /** One that stands in the code. */
  static Seed read(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return read(json);
    }
  }

  private static Seed read(JsonParser json) {
    SeedReader reader = new SeedReader();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new SeedNode.Complaint("this should be an object: { … }");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_NULL || !KNOWN.contains(name)) {
        reader.part(name, json);
      }
    }
    if (json.nextToken() != null) {
      throw new SeedNode.Complaint("there is more behind the end of the object");
    }
    return reader.made();
  }

  private void part(String name, JsonParser json) {
    switch (name) {
      case "environments" -> each(json, name, SeedReader::environment, environments);
      case "tokens" -> each(json, name, SeedReader::token, tokens);
      case "roles" -> each(json, name, SeedReader::legacyRole, roles);
      case "groups" -> each(json, name, SeedReader::group, groups);
      case "members" -> each(json, name, SeedReader::member, members);
      case "invitations" -> each(json, name, SeedReader::invitation, invitations);
      case "audit-log" -> each(json, name, SeedReader::logEntry, auditLog);
      case "managed-users" -> each(json, name, SeedReader::customer, customers);
      default -> part(name, SeedNode.read(json, name));
    }
  }

  private void part(String name, SeedNode node) {
    node.mustBeAmong(name, KNOWN);
    switch (name) {
      case "workspace" -> workspace = workspace(node);
      case "model" -> model = node.oneOf(RoleModel.keys());
      case "clock" -> clock = Optional.of(node.time());
      case "quota-per-minute" -> quotaPerMinute = Optional.of(node.count());
      case "behaviour" -> behaviour = node.textByName();
      case "environment-roles" -> environmentRoles = node.list(SeedReader::role);
      default -> projectRoles = node.list(SeedReader::role);
    }
  }

  private static <T> void each(
      JsonParser json, String name, Function<SeedNode, T> understanding, List<T> all) {
    SeedNode.each(json, name, node -> all.add(understanding.apply(node)));
  }

  private Seed made() {
    return new Seed(
        workspace,
        model,
        clock,
        quotaPerMinute,
        behaviour,
        environments,
        tokens,
        environmentRoles,
        projectRoles,
        roles,
        groups,
        members,
        invitations,
        auditLog,
        customers);
  }

  /** A workspace with the ids by which its partner calls it. */
  private static Seed.Customer customer(SeedNode node) {
    List<String> known = new ArrayList<>(KNOWN);
    known.removeAll(List.of("managed-users", "tokens", "clock", "quota-per-minute", "behaviour"));
    known.add("ids");
    SeedReader reader = new SeedReader();
    Map<String, List<String>> ids = new LinkedHashMap<>();
    node.fields(known.toArray(String[]::new))
        .forEach(
            (name, part) -> {
              if (name.equals("ids")) {
                ids.putAll(part.textsByName());
              } else {
                reader.whole(name, part);
              }
            });
    if (ids.values().stream().anyMatch(List::isEmpty) || ids.isEmpty()) {
      throw node.wrong("needs ids for its environments: { \"dev\": [\"3812\"] }");
    }
    return new Seed.Customer(ids, reader.made());
  }

  private void whole(String name, SeedNode node) {
    switch (name) {
      case "environments" -> environments.addAll(node.list(SeedReader::environment));
      case "roles" -> roles.addAll(node.list(SeedReader::legacyRole));
      case "groups" -> groups.addAll(node.list(SeedReader::group));
      case "members" -> members.addAll(node.list(SeedReader::member));
      case "invitations" -> invitations.addAll(node.list(SeedReader::invitation));
      case "audit-log" -> auditLog.addAll(node.list(SeedReader::logEntry));
      default -> part(name, node);
    }
  }

  private static Seed.Workspace workspace(SeedNode node) {
    SeedFields fields = SeedFields.of(node, "id", "name", "owner", "owner-name");
    Seed.Workspace standard = Seed.Workspace.STANDARD;
    return new Seed.Workspace(
        fields.of("id").map(SeedNode::number),
        fields.text("name", standard.name()),
        fields.text("owner", standard.owner()),
        fields.text("owner-name", standard.ownerName()));
  }

  private static Seed.Environment environment(SeedNode node) {
    SeedFields fields = SeedFields.of(node, "type", "token", "projects");
    String type = fields.text("type", "");
    return new Seed.Environment(
        type, fields.text("token", "sandbox-" + type), fields.texts("projects"));
  }

  private static Seed.Token token(SeedNode node) {
    SeedFields fields = SeedFields.of(node, "token", "environment", "projects", "privileges");
    return new Seed.Token(
        fields.text("token", ""),
        fields.text("environment", ""),
        fields.of("projects").map(SeedNode::texts),
        fields.of("privileges").map(SeedNode::texts));
  }

  /** A role that is nothing but its name can be written as that. */
  private static Seed.Role role(SeedNode node) {
    if (node.held() instanceof String name) {
      return Seed.Role.named(name);
    }
    SeedFields fields = SeedFields.of(node, "name", "type", "config");
    return new Seed.Role(
        fields.text("name", ""),
        fields.of("type").map(type -> type.oneOf(NewRoles.TYPES)).orElse(NewRoles.TYPES.get(0)),
        fields.of("config").map(SeedNode::config).orElse(Map.of()));
  }

  /** Likewise. */
  private static Seed.LegacyRole legacyRole(SeedNode node) {
    if (node.held() instanceof String name) {
      return new Seed.LegacyRole(name, List.of(), Map.of());
    }
    SeedFields fields = SeedFields.of(node, "name", "projects", "privileges");
    return new Seed.LegacyRole(
        fields.text("name", ""),
        fields.texts("projects"),
        fields.of("privileges").map(SeedNode::textsByName).orElse(Map.of()));
  }

  private static Seed.Group group(SeedNode node) {
    SeedFields fields = SeedFields.of(node, "name", "description", "members", "projects");
    return new Seed.Group(
        fields.text("name", ""),
        fields.text("description", ""),
        fields.texts("members"),
        fields.textByName("projects"));
  }

  private static Seed.Member member(SeedNode node) {
    SeedFields fields =
        SeedFields.of(
            node, "email", "name", "roles", "groups", "projects", "grant-type", "created");
    String email = fields.text("email", "");
    return new Seed.Member(
        email,
        fields.text("name", email),
        fields.textByName("roles"),
        fields.texts("groups"),
        fields.textByName("projects"),
        fields.text("grant-type", "team"),
        fields.of("created").map(SeedNode::time));
  }

  private static Seed.Invitation invitation(SeedNode node) {
    SeedFields fields = SeedFields.of(node, "email", "name", "roles", "groups", "sent");
    String email = fields.text("email", "");
    return new Seed.Invitation(
        email,
        fields.text("name", email),
        fields.textByName("roles"),
        fields.texts("groups"),
        fields.of("sent").map(SeedNode::time));
  }

  private static Seed.LogEntry logEntry(SeedNode node) {
    SeedFields fields = SeedFields.of(node, "time", "event", "resource", "email", "name");
    String email = fields.text("email", "");
    return new Seed.LogEntry(
        fields.of("time").map(SeedNode::time),
        fields.text("event", ""),
        fields.text("resource", ""),
        email,
        fields.text("name", email));
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  /** Without what the parser expected, in its own terms. */
  private static String firstWords(String text) {
    return text.lines().findFirst().orElse("").replaceFirst(": was expecting.*", "");
  }

  /** The fields of one object that may have these. */
  private record SeedFields(Map<String, SeedNode> fields) {

    static SeedFields of(SeedNode node, String... known) {
      return new SeedFields(node.fields(known));
    }

    Optional<SeedNode> of(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    String text(String name, String standard) {
      return of(name).map(SeedNode::text).orElse(standard);
    }

    List<String> texts(String name) {
      return of(name).map(SeedNode::texts).orElse(List.of());
    }

    Map<String, String> textByName(String name) {
      return of(name).map(SeedNode::textByName).orElse(Map.of());
    }
  }
}
