package dev.rollcall.tenant.scim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import de.captaingoldfish.scim.sdk.server.schemas.custom.ETagFeature;
import de.captaingoldfish.scim.sdk.server.schemas.custom.ResourceTypeFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service provider made of SCIM-SDK, over HTTP on the loopback address. */
final class SdkProvider implements ForeignProvider {

  private static final String TOKEN = "sdk-token-of-the-test";

  private final ResourceEndpoint endpoint;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  /**
   * One without anybody.
   *
   * @param filters whether it looks at filters at all
   */
  SdkProvider(boolean filters) {
    ServiceProvider provider =
        ServiceProvider.builder()
            .filterConfig(FilterConfig.builder().supported(true).maxResults(50).build())
            .patchConfig(PatchConfig.builder().supported(true).build())
            .eTagConfig(ETagConfig.builder().supported(true).build())
            .authenticationSchemes(
                List.of(
                    AuthenticationScheme.builder()
                        .name("Bearer")
                        .description("Bearer")
                        .type("oauthbearertoken")
                        .build()))
            .build();
    this.endpoint = new ResourceEndpoint(provider);
    features(
        endpoint.registerEndpoint(new UserEndpointDefinition(new SdkRows.Users(filters))), filters);
    features(
        endpoint.registerEndpoint(new GroupEndpointDefinition(new SdkRows.Groups(filters))),
        filters);
    // Headers and body go out in two writes; without this each answer waits for the other side.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/scim/v2", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private static void features(ResourceType type, boolean filters) {
    type.setFeatures(
        ResourceTypeFeatures.builder()
            .autoFiltering(filters)
            .autoSorting(true)
            .eTagFeature(ETagFeature.builder().enabled(true).build())
            .build());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      Map<String, String> headers = new HashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      ScimResponse response =
          endpoint.handleRequest(
              "http://127.0.0.1:" + port() + exchange.getRequestURI(),
              HttpMethod.valueOf(exchange.getRequestMethod()),
              body.isEmpty() ? null : body,
              headers,
              new Context(null));
      deliver(exchange, response);
    }
  }

  private void deliver(HttpExchange exchange, ScimResponse response) throws IOException {
    response
        .getHttpHeaders()
        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    int status = response.getHttpStatus();
    boolean isEmpty = status == 204 || status == 304;
    byte[] bytes = isEmpty ? new byte[0] : response.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/scim/v2");
  }

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
