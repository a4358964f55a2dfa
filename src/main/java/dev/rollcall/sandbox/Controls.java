package dev.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.rollcall.security.FailureText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The sandbox's own endpoints under /sandbox: no token, no quota, no faults. */
final class Controls implements HttpHandler {
  private final StandIn standIn;
  private final Delivery delivery;

  Controls(StandIn standIn, Delivery delivery) {
    this.standIn = standIn;
    this.delivery = delivery;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    try (exchange) {
      delivery.deliver(exchange, answer(what, body), Optional.empty());
    }
  }

  private Answer answer(String what, String body) {
    try {
      return what.startsWith("GET ") ? look(what) : change(what, body);
    } catch (SandboxException | JacksonException | DateTimeException e) {
      return Answer.json(400, SandboxJson.object("message", FailureText.of(e)));
    }
  }

  private Answer look(String what) {
    return switch (what) {
      case "GET /sandbox/state" -> Answer.json(Map.of()).withText(standIn.stateJson());
      case "GET /sandbox/comparable-state" ->
          Answer.json(SandboxJson.object("state", standIn.comparableState().lines().toList()));
      case "GET /sandbox/journal" ->
          Answer.json(Map.of()).withText(SandboxJson.write(standIn.requests()));
      case "GET /sandbox/counts" -> Answer.json(standIn.counts());
      case "GET /sandbox/mails" ->
          Answer.json(Map.of()).withText(SandboxJson.write(standIn.mails()));
      case "GET /sandbox/clock" -> now();
      default -> unknown();
    };
  }

  private Answer change(String what, String body) {
    switch (what) {
      case "POST /sandbox/accept" -> accept(object(body));
      case "POST /sandbox/clock" ->
          standIn.advance(Duration.parse(object(body).path("advance").asString("")));
      case "POST /sandbox/behaviour" -> standIn.behave(switches(object(body)));
      case "POST /sandbox/faults" ->
          FaultReader.read(tree(body)).forEach(standIn::failWhereThereIs);
      case "DELETE /sandbox/faults" -> standIn.clearFaults();
      default -> {
        return unknown();
      }
    }
    return now();
  }

  /** One address, or everybody where none is given. */
  private void accept(JsonNode body) {
    if (body.has("email")) {
      standIn.accept(body.path("email").asString(""));
    } else {
      standIn.acceptAll();
    }
  }

  private Answer now() {
    return Answer.json(SandboxJson.object("now", standIn.now().toString()));
  }

  private static Answer unknown() {
    List<String> known =
        List.of(
            "POST /sandbox/accept {\"email\":\"…\"} or {}",
            "POST /sandbox/clock {\"advance\":\"PT21M\"}",
            "POST /sandbox/behaviour {\"already-member\":\"400\"}",
            "POST /sandbox/faults, DELETE /sandbox/faults",
            "GET /sandbox/state, comparable-state, journal, counts, mails, clock");
    return Answer.json(404, SandboxJson.object("message", "Not found", "known", known));
  }

  private static Map<String, String> switches(JsonNode body) {
    Map<String, String> byKey = new LinkedHashMap<>();
    body.properties().forEach(each -> byKey.put(each.getKey(), each.getValue().asString("")));
    return byKey;
  }

  private static JsonNode object(String body) {
    JsonNode node = tree(body.isBlank() ? "{}" : body);
    if (!node.isObject()) {
      throw new SandboxException("the body should be a JSON object");
    }
    return node;
  }

  private static JsonNode tree(String body) {
    return SandboxJson.mapper().readTree(body);
  }
}
