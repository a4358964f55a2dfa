package dev.rollcall.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a sandbox as a client of the real API would. */
final class Client {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Sandbox sandbox;
  private final String token;

  Client(Sandbox sandbox, String token) {
    this.sandbox = sandbox;
    this.token = token;
  }

  /** An answer with its body as JSON; a missing node where it is not. */
  record Reply(int status, String body, Map<String, List<String>> headers) {
    JsonNode json() {
      return MAPPER.readTree(body);
    }

    JsonNode at(String pointer) {
      return json().at(pointer);
    }

    String message() {
      return at("/message").asString("");
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  Client as(String otherToken) {
    return new Client(sandbox, otherToken);
  }

  Reply get(String path) {
    return call("GET", path, "");
  }

  Reply delete(String path) {
    return call("DELETE", path, "");
  }

  Reply post(String path, String body) {
    return call("POST", path, body);
  }

  Reply put(String path, String body) {
    return call("PUT", path, body);
  }

  Reply invite(String email) {
    return post("/api/member_invitations", invitation(email, "Member", ""));
  }

  static String invitation(String email, String role, String groupId) {
    return """
        {"name": "Somebody New", "email": "%s",
         "env_roles": [{"environment_type": "dev", "name": "%s", "role_type": "environment"}],
         "user_group_ids": [%s]}
        """
        .formatted(email, role, groupId.isEmpty() ? "" : "\"" + groupId + "\"");
  }

  static String roles(String environment, String role) {
    return """
        {"env_roles": [{"environment_type": "%s", "name": "%s", "role_type": "environment"}]}
        """
        .formatted(environment, role);
  }

  /** The id of the first row of a list whose field has this value. */
  String id(String listPath, String field, String value) {
    JsonNode list = get(listPath).json();
    for (JsonNode row : list.isArray() ? list : list.path("data")) {
      if (row.path(field).asString("").equals(value)) {
        return row.path("id").asString();
      }
    }
    throw new AssertionError("no " + value + " in " + listPath);
  }

  Reply call(String method, String path, String body) {
    try {
      return exchange(method, path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply exchange(String method, String path, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response.headers().map());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
