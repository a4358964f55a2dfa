package dev.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** A port where somebody waits to be asked. */
final class Deaf implements AutoCloseable {

  private final ServerSocket socket;

  Deaf() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://localhost:" + socket.getLocalPort();
  }

  /** Whether anybody has connected so far; who has is in the queue already. */
  boolean wasAsked() {
    try {
      socket.setSoTimeout(1);
      socket.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
