package dev.rollcall.tenant.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does with each request what a test says, byte by byte, and keeps all that it really saw. */
final class CountingServer implements AutoCloseable {

  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  /** What is done once the head of a request was read. */
  @FunctionalInterface
  interface Script {
    /** Answers; the connection stays open where this is so. */
    boolean answer(Socket socket, String head) throws IOException;
  }

  private final ServerSocket listening;
  private final Script script;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Thread accepting;

  CountingServer(Script script) {
    this("127.0.0.1", script);
  }

  CountingServer(String address, Script script) {
    this.script = script;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getByName(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.accepting = start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The heads of all requests, in the order in which they came. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        start(() -> serve(socket));
      } catch (IOException e) {
        // It was closed.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      boolean open = true;
      while (open) {
        String head = head(socket.getInputStream());
        heads.add(head);
        open = script.answer(socket, head);
      }
    } catch (IOException e) {
      // The other side, or the test, went away.
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

  /** Reads what a head announces. */
  static String body(Socket socket, String head) throws IOException {
    int length =
        head.lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
            .sum();
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work, "counting server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** From then on nobody is let in: whoever waits for the next would take one more, once closed. */
  @Override
  public void close() {
    try {
      listening.close();
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
