package dev.rollcall.tenant.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * A connection for TLS that goes on reading where writing fails during the handshake. A server that
 * refuses somebody says why and hangs up at once, while this side may still be writing: that its
 * writing failed would then be all that is known.
 */
final class HandshakeSocket extends Socket {

  private final Socket connected;
  private volatile boolean isShakingHands = true;

  /** Over this connection, whose handshake is to come. */
  HandshakeSocket(Socket connected) {
    this.connected = connected;
  }

  /** From now on, what cannot be written fails. */
  void hasShakenHands() {
    isShakingHands = false;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(connected.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        try {
          out.write(bytes, from, count);
        } catch (SocketException e) {
          if (!isShakingHands) {
            throw e;
          }
        }
      }
    };
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return connected.getInputStream();
  }

  @Override
  public void close() throws IOException {
    connected.close();
  }

  @Override
  public boolean isClosed() {
    return connected.isClosed();
  }

  @Override
  public boolean isConnected() {
    return connected.isConnected();
  }

  @Override
  public boolean isBound() {
    return connected.isBound();
  }

  @Override
  public void shutdownInput() throws IOException {
    connected.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    connected.shutdownOutput();
  }

  @Override
  public boolean isInputShutdown() {
    return connected.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return connected.isOutputShutdown();
  }

  @Override
  public InetAddress getInetAddress() {
    return connected.getInetAddress();
  }

  @Override
  public int getPort() {
    return connected.getPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return connected.getRemoteSocketAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return connected.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return connected.getLocalPort();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return connected.getLocalSocketAddress();
  }

  @Override
  public void setSoTimeout(int milliseconds) throws SocketException {
    connected.setSoTimeout(milliseconds);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return connected.getSoTimeout();
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    connected.setSoLinger(on, seconds);
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    connected.setTcpNoDelay(on);
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    connected.setKeepAlive(on);
  }
}
