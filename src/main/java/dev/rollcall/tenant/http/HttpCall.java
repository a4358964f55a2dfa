package dev.rollcall.tenant.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One HTTP request to be made.
 *
 * @param headers further ones, by their names; they say otherwise where they name one that is sent
 *     anyway, but for the credential
 */
public record HttpCall(
    String method,
    URI uri,
    Optional<Body> body,
    Credential credential,
    Map<String, String> headers) {

  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * What is sent along.
   *
   * @param type of the content, without its character set, which is UTF-8
   */
  public record Body(String text, String type) {

    /** One in JSON. */
    public static Body json(String text) {
      return new Body(text, "application/json");
    }
  }

  /** Copies. */
  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /**
   * One that sends JSON, or nothing.
   *
   * @param json the body; empty where there is none
   */
  public HttpCall(String method, URI uri, Optional<String> json, Credential credential) {
    this(method, uri, json.map(Body::json), credential, Map.of());
  }

  /** A form that is filled in and sent, such as asks for a token. */
  static HttpCall form(URI uri, Map<String, String> fields, Credential credential) {
    String text =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new HttpCall("POST", uri, Optional.of(new Body(text, FORM)), credential, Map.of());
  }

  /** The same by another credential. */
  HttpCall by(Credential other) {
    return new HttpCall(method, uri, body, other, headers);
  }

  /** The same with one more header. */
  public HttpCall with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpCall(method, uri, body, credential, more);
  }

  /** Whether it changes nothing: asking for a token does not. */
  boolean isReading() {
    return method.equals("GET") || body.filter(sent -> sent.type().equals(FORM)).isPresent();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** For logs: method and path; neither query nor body, for they name people. */
  @Override
  public String toString() {
    return method + " " + uri.getPath();
  }
}
