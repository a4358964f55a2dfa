package dev.rollcall.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A server between the product and the stand-in, which passes on what it is asked, except where it
 * is told to do mischief: then it says what it knows, in ways that no HTTP library would allow.
 */
public final class HostileServer implements AutoCloseable {

  private final URI behind;
  private final ServerSocket server;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Mischief mischief = Mischief.PLAIN;
  private volatile Predicate<String> where = request -> false;
  private volatile String said = "";
  private volatile Runnable done = () -> {};

  private HostileServer(URI behind, ServerSocket server) {
    this.behind = behind;
    this.server = server;
  }

  /** In front of another. */
  public static HostileServer before(URI behind) {
    try {
      HostileServer started =
          new HostileServer(behind, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread accepting = new Thread(started::accept, "hostile server");
      accepting.setDaemon(true);
      accepting.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /**
   * From now on it answers some requests like this.
   *
   * @param where which: by method and path, such as {@code GET /api/members}
   */
  public void turn(Mischief to, Predicate<String> where) {
    this.mischief = to;
    this.where = where;
  }

  /** What it says. */
  public HostileServer saying(String words) {
    said = words;
    return this;
  }

  /** Is run each time it has done mischief, before the answer goes out. */
  public HostileServer then(Runnable after) {
    done = after;
    return this;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread answering = new Thread(() -> answer(socket), "hostile answer");
        answering.setDaemon(true);
        answering.start();
      } catch (IOException e) {
        // Closed: over.
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      Asked asked = Asked.read(new BufferedInputStream(socket.getInputStream()));
      socket.getOutputStream().write(answer(asked).getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      // Whatever was not read would make a reset of the end.
      socket.getInputStream().readAllBytes();
    } catch (IOException | InterruptedException e) {
      // The other side has gone: it has heard enough.
    }
  }

  private String answer(Asked asked) throws IOException, InterruptedException {
    boolean hostile = where.test(asked.method() + " " + asked.path());
    if (hostile) {
      done.run();
    }
    if (hostile && mischief != Mischief.NAMES) {
      return mischief.answer(said);
    }
    HttpResponse<String> answer =
        client.send(asked.to(behind), HttpResponse.BodyHandlers.ofString());
    String body = hostile ? Mischief.inNames(answer.body(), said) : answer.body();
    String bytes = new String(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), ISO_8859_1);
    return "HTTP/1.1 "
        + answer.statusCode()
        + " Passed on\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nContent-Length: "
        + bytes.length()
        + "\r\n\r\n"
        + bytes;
  }

  /** One request. */
  private record Asked(String method, String path, Map<String, String> headers, byte[] body) {

    static Asked read(InputStream in) throws IOException {
      String[] first = line(in).split(" ");
      Map<String, String> headers = new LinkedHashMap<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String[] header = line.split(": *", 2);
        headers.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1]);
      }
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      return new Asked(first[0], first[1], headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IOException("the request ends early");
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }

    HttpRequest to(URI behind) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(behind + path))
              .version(HttpClient.Version.HTTP_1_1)
              .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(
          (name, value) -> {
            if (name.equals("authorization") || name.equals("content-type")) {
              request.header(name, value);
            }
          });
      return request.build();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
