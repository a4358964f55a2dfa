package dev.rollcall.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A workspace of one member that answers well, but for one path, where it does as it likes. Counts
 * what is asked of that.
 */
public final class EndlessServer implements AutoCloseable {

  /** What is written to a connection. */
  public interface Answer {
    /** Writes; the number tells how often this path was asked before, with this. */
    void to(OutputStream out, int number) throws IOException;
  }

  private static final String MEMBER =
      "{\"id\":1,\"email\":\"ana@example.com\",\"name\":\"Ana Silva\",\"grant_type\":\"team\"}";

  private final ServerSocket listening;
  private final String path;
  private final Answer answer;
  private final AtomicInteger asked = new AtomicInteger();

  /** Hostile where a request line contains the path. */
  public EndlessServer(String path, Answer answer) {
    this.path = path;
    this.answer = answer;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** A text on the wire. */
  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A JSON answer of known length. */
  public static void json(OutputStream out, String body) throws IOException {
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.getBytes(StandardCharsets.UTF_8).length, body));
  }

  /** A beginning, and then the same for ever. */
  public static Answer endless(String beginning, String again) {
    return (out, number) -> {
      write(out, beginning);
      while (true) {
        write(out, again);
      }
    };
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** How often the hostile path was asked. */
  public int asked() {
    return asked.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        // It was closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        OutputStream out = new BufferedOutputStream(client.getOutputStream(), 64 * 1024)) {
      for (String line = requestLine(client.getInputStream());
          !line.isEmpty();
          line = requestLine(client.getInputStream())) {
        if (line.contains(path)) {
          answer.to(out, asked.incrementAndGet());
        } else {
          json(out, good(line));
        }
        out.flush();
      }
    } catch (IOException e) {
      // The client had enough.
    }
  }

  private static String good(String line) {
    if (line.contains("/users/me")) {
      return "{\"id\":7,\"name\":\"Acme\",\"email\":\"owner@example.com\",\"company_name\":\"Acme\"}";
    }
    return line.contains("/api/members?") || line.contains("/api/members ")
        ? "{\"total\":1,\"data\":[" + MEMBER + "]}"
        : "{\"total\":0,\"data\":[]}";
  }

  private static String requestLine(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.substring(0, head.indexOf("\r\n"));
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "hostile");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
