package dev.rollcall.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What goes back to the client: a text, or a stream where the answer may be large. */
public record Answer(
    int status, Map<String, String> headers, String text, Optional<Streamed> streamed) {
  private static final String JSON = "application/json; charset=utf-8";

  /** Writes a large answer piece by piece. */
  public interface Streamed {

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** All is well, with a body of maps, lists, texts, numbers and truths. */
  public static Answer json(Object body) {
    return json(200, body);
  }

  /** The same with a status. */
  public static Answer json(int status, Object body) {
    return new Answer(status, type(JSON), AnswerJson.text(body), Optional.empty());
  }

  static Answer data(Object data) {
    return json(SandboxJson.object("data", data));
  }

  /** All is well, and this is written. */
  public static Answer stream(Streamed streamed) {
    return new Answer(200, type(JSON), "", Optional.of(streamed));
  }

  /** A status alone. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), "", Optional.empty());
  }

  /** A web page, as gateways answer with. */
  public static Answer html(int status, String title) {
    String page =
        "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>";
    return new Answer(status, type("text/html"), page, Optional.empty());
  }

  /** What the vendor answers to an error of this status, gateways included. */
  public static Answer error(int status) {
    return switch (status) {
      case 400 -> json(status, SandboxJson.object("message", "Bad request"));
      case 401 -> json(status, SandboxJson.object("message", "Unauthorized"));
      case 403 -> json(status, SandboxJson.object("message", "Forbidden"));
      case 404 -> json(status, SandboxJson.object("message", "Not found"));
      case 429 -> json(status, SandboxJson.object("message", "Too many requests"));
      case 500 ->
          json(
              status,
              SandboxJson.object("message", "Server error", "id", new UUID(status, 1).toString()));
      case 502 -> html(status, "502 Bad Gateway");
      case 503 -> html(status, "503 Service Temporarily Unavailable");
      case 504 -> html(status, "504 Gateway Time-out");
      default -> json(status, SandboxJson.object("message", "Status " + status));
    };
  }

  /** The answer to calls whose body is undocumented, as a switch has it. */
  static Answer undocumented(String position) {
    return switch (position) {
      case "204" -> empty(204);
      case "200-empty" -> empty(200);
      default -> json(SandboxJson.object("result", "ok"));
    };
  }

  /** The same with another text. */
  public Answer withText(String changed) {
    return new Answer(status, headers, changed, Optional.empty());
  }

  /** The same with more headers, or others of the same names. */
  public Answer withHeaders(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, text, streamed);
  }

  /** The same without a header. */
  public Answer withoutHeader(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Answer(status, fewer, text, streamed);
  }

  /** The whole body, for faults that cut or slow it. */
  byte[] bytes() throws IOException {
    if (streamed.isEmpty()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    streamed.get().writeTo(all);
    return all.toByteArray();
  }

  private static Map<String, String> type(String type) {
    return Map.of("Content-Type", type);
  }
}
