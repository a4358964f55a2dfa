package dev.rollcall.tenant.http;

import dev.rollcall.security.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS over connections to servers, with what Java takes for safe; made when the first server speaks
 * it, as it takes a while.
 */
final class TlsLayer implements TlsSocketStrategy {

  private final Certificates trusted;
  private @Nullable SSLSocketFactory sockets;

  /**
   * With authorities of a company's own.
   *
   * @param trusted beside those that Java trusts
   */
  TlsLayer(Certificates trusted) {
    this.trusted = trusted;
  }

  @Override
  public SSLSocket upgrade(
      Socket connected, String host, int port, @Nullable Object ignored, HttpContext context) {
    try {
      // Closes what is below it, and never waits for the other side to say goodbye.
      HandshakeSocket below = new HandshakeSocket(connected);
      SSLSocket secured = (SSLSocket) sockets().createSocket(below, host, port, true);
      SSLParameters demands = secured.getSSLParameters();
      demands.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(demands);
      secured.startHandshake();
      below.hasShakenHands();
      return secured;
    } catch (IOException e) {
      // What was reached is the server: no other address of it is tried, which would say less.
      throw new UncheckedIOException(e);
    }
  }

  private synchronized SSLSocketFactory sockets() {
    if (sockets == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new ServerTrust(trusted)}, null);
        sockets = context.getSocketFactory();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java has no TLS", e);
      }
    }
    return sockets;
  }
}
