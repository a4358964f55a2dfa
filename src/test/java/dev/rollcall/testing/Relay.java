package dev.rollcall.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Stands between a client and a server on this machine: takes TLS off, or opens tunnels as a proxy
 * does. Counts who comes.
 */
public final class Relay implements AutoCloseable {

  /** What is done with a connection before its bytes are passed on. */
  private interface Greeting {
    /** The port to go on to; empty where the connection ends here. */
    Optional<Integer> greet(Socket client) throws IOException;
  }

  private final ServerSocket listening;
  private final Greeting greeting;
  private final IntSupplier choice;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private Relay(ServerSocket listening, Greeting greeting) {
    this(listening, greeting, () -> 0);
  }

  private Relay(ServerSocket listening, Greeting greeting, IntSupplier choice) {
    this.choice = choice;
    this.listening = listening;
    this.greeting = greeting;
    start(this::accept);
  }

  /** A server with a certificate, before one that has none. */
  public static Relay tls(SSLContext certificate, int port) {
    try {
      return new Relay(
          certificate.getServerSocketFactory().createServerSocket(0, 50, here()),
          client -> Optional.of(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, for those alone who show a certificate of their own. */
  public static Relay mutualTls(SSLContext certificate, String version) {
    try {
      SSLServerSocket socket =
          (SSLServerSocket) certificate.getServerSocketFactory().createServerSocket(0, 50, here());
      socket.setNeedClientAuth(true);
      socket.setEnabledProtocols(new String[] {version});
      return new Relay(
          socket,
          client -> {
            client.getInputStream().read();
            return Optional.empty();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers the first bytes that come with these, whatever they are, and hangs up. */
  public static Relay answering(byte[] answer) {
    try {
      return new Relay(
          new ServerSocket(0, 50, here()),
          client -> {
            client.getInputStream().read(new byte[8192]);
            client.getOutputStream().write(answer);
            client.shutdownOutput();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return Optional.empty();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leads to whatever is chosen at the time; who was led elsewhere before is cut off. */
  public static Relay choosing(IntSupplier port) {
    try {
      return new Relay(
          new ServerSocket(0, 50, here()), client -> Optional.of(port.getAsInt()), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A proxy that leads to one port, whatever it is asked for.
   *
   * @param header what {@code Proxy-Authorization} must say; empty where anybody may ask
   * @param status what it answers those who may
   */
  public static Relay proxy(int port, String header, int status) {
    try {
      List<Relay> self = new CopyOnWriteArrayList<>();
      Relay relay =
          new Relay(
              new ServerSocket(0, 50, here()),
              client -> {
                String head = head(client.getInputStream());
                self.get(0).heads.add(head);
                boolean may =
                    header.isEmpty() || head.contains("\r\nProxy-Authorization: " + header);
                int answer = may ? status : 407;
                String more = may ? "" : "Proxy-Authenticate: Basic realm=\"acme\"\r\n";
                String length = answer == 200 ? "" : "Content-Length: 0\r\n";
                client
                    .getOutputStream()
                    .write(
                        ("HTTP/1.1 " + answer + " Said\r\n" + more + length + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                return answer == 200 ? Optional.of(port) : Optional.empty();
              });
      self.add(relay);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** How many connections were made to it. */
  public int connections() {
    return connections.get();
  }

  /** What a proxy was asked, with all headers. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        connections.incrementAndGet();
        start(() -> serve(client));
      } catch (IOException e) {
        // It was closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Optional<Integer> port = greeting.greet(client);
      if (port.isPresent()) {
        try (Socket server = new Socket(here(), port.get())) {
          start(() -> pass(client, server));
          pass(server, client);
        }
      }
    } catch (IOException e) {
      // The client, the server or the test went away.
    }
  }

  private void pass(Socket from, Socket to) {
    int chosen = choice.getAsInt();
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[8192];
      for (int read = in.read(some);
          read >= 0 && (choice.getAsInt() == chosen || from.getPort() == chosen);
          read = in.read(some)) {
        out.write(some, 0, read);
        out.flush();
      }
      to.close();
    } catch (IOException e) {
      // One of them went away.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("gone");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static InetAddress here() {
    return InetAddress.getLoopbackAddress();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
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
