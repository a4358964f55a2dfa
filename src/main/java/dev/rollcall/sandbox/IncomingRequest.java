package dev.rollcall.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands in a request, read whole, however it came.
 *
 * @param rawPath as it came
 * @param rawQuery blank for none
 * @param headers by their names in lower case
 * @param body blank for none
 */
public record IncomingRequest(
    String method, String rawPath, String rawQuery, Map<String, String> headers, String body) {

  /** Copies, names in lower case. */
  public IncomingRequest {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /** One to this address, with its query. */
  public static IncomingRequest to(
      String method, URI url, Map<String, String> headers, String body) {
    return new IncomingRequest(
        method, url.getRawPath(), Optional.ofNullable(url.getRawQuery()).orElse(""), headers, body);
  }

  /** The path with its escapes undone. */
  public String path() {
    return decoded(rawPath);
  }

  /** A path with its escapes undone; a plus is one there. */
  static String decoded(String rawPath) {
    return ApiCall.decode(rawPath.replace("+", "%2B"));
  }

  /** The same request at another place. */
  IncomingRequest at(String otherRawPath) {
    return new IncomingRequest(method, otherRawPath, rawQuery, headers, body);
  }

  /** The value of a header, by its name in lower case; blank where it is missing. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** What the request shows of who makes it; blank for nothing. */
  public String authorization() {
    return header("authorization");
  }

  /** The query with its escapes undone. */
  public String query() {
    return ApiCall.decode(rawQuery);
  }

  /** Its parameters, each with all its values in order. */
  public Map<String, List<String>> parameters() {
    return ApiCall.parse(rawQuery);
  }

  ApiCall call(Optional<StoredRow.Token> caller, Optional<Route> route) {
    return new ApiCall(
        caller, route.flatMap(each -> each.match(path())).orElse(Map.of()), parameters(), body);
  }
}
