package dev.rollcall.sandbox.scim;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the stand-in answers. */
public record ScimReply(int status, Map<String, String> headers, String body) {

  /** Copies. */
  public ScimReply {
    headers = Map.copyOf(headers);
  }

  static ScimReply nothing(int status) {
    return new ScimReply(status, Map.of(), "");
  }

  static ScimReply page(int status) {
    return new ScimReply(
        status,
        Map.of("Content-Type", "text/html"),
        "<html><head><title>" + status + "</title></head><body><h1>" + status + "</h1></body>");
  }

  ScimReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ScimReply(status, more, body);
  }
}
