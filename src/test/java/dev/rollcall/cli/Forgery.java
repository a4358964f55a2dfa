package dev.rollcall.cli;

import dev.rollcall.journal.PlanCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A saved plan in the hands of somebody who knows its format and has no key. */
final class Forgery {

  private final ObjectNode json;

  private Forgery(ObjectNode json) {
    this.json = json;
  }

  /** Changes a plan file so that all in it fits together again. */
  static void of(Path file, Consumer<Forgery> changes) {
    try {
      Forgery forgery = new Forgery((ObjectNode) JsonMapper.shared().readTree(file.toFile()));
      changes.accept(forgery);
      Files.writeString(file, forgery.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    json.remove("checksum");
    int place = 0;
    for (var operation : operations()) {
      place++;
      ((ObjectNode) operation).put("sequence", place);
    }
    if (json.has("digest")) {
      json.put("digest", PlanCodec.readPlan(json.path("plan")).digest());
    }
    json.put("checksum", sha256(json.toString()));
    return json.toString();
  }

  ObjectNode json() {
    return json;
  }

  ObjectNode at(String... path) {
    ObjectNode found = json;
    for (String step : path) {
      found = (ObjectNode) found.path(step);
    }
    return found;
  }

  ArrayNode operations() {
    return (ArrayNode) json.path("plan").path("operations");
  }

  /**
   * Adds an operation about somebody, and what they held when it was planned, as far as is known.
   */
  Forgery add(String stage, String reason, String operation, String standing) {
    ObjectNode what = (ObjectNode) JsonMapper.shared().readTree(operation);
    ObjectNode planned = JsonMapper.shared().createObjectNode();
    planned.put("stage", stage).put("reason", reason).put("origin", "").put("rule", "");
    planned.set("operation", what);
    operations().add(planned);
    ObjectNode all = at("grounds", "standing");
    if (!all.has(what.path("email").asString())) {
      all.put(what.path("email").asString(), standing);
    }
    return this;
  }

  /** What the plan says that somebody held. */
  String standing(String assignee) {
    return at("grounds", "standing").path(assignee).asString();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
