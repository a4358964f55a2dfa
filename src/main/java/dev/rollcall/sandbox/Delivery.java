package dev.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts an answer on the wire, spoiled by a fault where one struck. */
final class Delivery {
  private static final int BUFFER = 1 << 16;
  private static final int DROPS = 20;

  private final CountDownLatch closing;

  /** Waiting ends early once {@code closing} is down. */
  Delivery(CountDownLatch closing) {
    this.closing = closing;
  }

  void deliver(HttpExchange exchange, Answer answer, Optional<InjectedFault> fault)
      throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (fault.isEmpty()) {
      whole(exchange, answer);
      return;
    }
    InjectedFault struck = fault.get();
    switch (struck.effect()) {
      case SLOW -> {
        pause(struck.delay());
        whole(exchange, answer);
      }
      case DRIP -> drip(exchange, answer, struck.delay());
      case TRUNCATED -> half(exchange, answer);
      default -> whole(exchange, answer);
    }
  }

  private static void whole(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.streamed().isPresent()) {
      exchange.sendResponseHeaders(answer.status(), 0);
      try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), BUFFER)) {
        answer.streamed().get().writeTo(out);
      }
      return;
    }
    byte[] bytes = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void drip(HttpExchange exchange, Answer answer, Duration delay) throws IOException {
    byte[] bytes = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    int drop = Math.max(1, (bytes.length + DROPS - 1) / DROPS);
    OutputStream out = exchange.getResponseBody();
    for (int from = 0; from < bytes.length; from += drop) {
      pause(delay.dividedBy(DROPS));
      out.write(bytes, from, Math.min(drop, bytes.length - from));
      out.flush();
    }
    exchange.close();
  }

  /** Promises the whole body and closes after half of it. */
  private static void half(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), Math.max(2, bytes.length));
    exchange.getResponseBody().write(Arrays.copyOf(bytes, bytes.length / 2));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /** Waits; fails where the sandbox closes meanwhile. */
  void pause(Duration delay) throws IOException {
    try {
      if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the sandbox is closing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
