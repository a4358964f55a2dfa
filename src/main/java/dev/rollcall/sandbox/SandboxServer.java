package dev.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way in over HTTP, on the loopback address. */
final class SandboxServer implements AutoCloseable {
  private final ApiEntrance entrance;
  private final Delivery delivery;
  private final ExecutorService threads = Executors.newCachedThreadPool(SandboxServer::thread);
  private final HttpServer server;

  /** Listens at once; 0 takes any free port. */
  SandboxServer(ApiEntrance entrance, Controls controls, Delivery delivery, int port) {
    this.entrance = entrance;
    this.delivery = delivery;
    this.server = bind(port);
    server.createContext("/", this::answer);
    server.createContext("/sandbox", controls);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      ApiEntrance.Answered answered = entrance.answer(read(exchange));
      if (answered.isCut()) {
        delivery.pause(answered.fault().orElseThrow().delay());
      } else {
        delivery.deliver(exchange, answered.answer(), answered.fault());
      }
    } finally {
      exchange.close();
    }
  }

  private static IncomingRequest read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    return IncomingRequest.to(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private static HttpServer bind(int port) {
    // Headers and body go out in two writes; without this each answer waits for the other side.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new SandboxException("cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sandbox");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
