package dev.rollcall.tenant.http;

import dev.rollcall.security.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks the certificates of servers as Java does, with some more authorities, and says in words
 * what does not fit. Java's own are loaded when the first server is checked: it takes a while.
 */
final class ServerTrust extends X509ExtendedTrustManager {

  private final Certificates more;
  private @Nullable X509ExtendedTrustManager checking;

  ServerTrust(Certificates more) {
    this.more = more;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String how, Socket socket)
      throws CertificateException {
    try {
      checking().checkServerTrusted(chain, how, socket);
      // Java lets one pass that is over, where it is itself among those trusted.
      chain[0].checkValidity();
    } catch (CertificateException e) {
      SSLSession session = ((SSLSocket) socket).getHandshakeSession();
      throw new CertificateRejected(
          new CertificateDiagnosis(session.getPeerHost(), session.getPeerPort(), List.of(chain))
              .of(e),
          e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine)
      throws CertificateException {
    checking().checkServerTrusted(chain, how, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String how) throws CertificateException {
    checking().checkServerTrusted(chain, how);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String how, SSLEngine engine)
      throws CertificateException {
    checking().checkClientTrusted(chain, how, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String how, Socket socket)
      throws CertificateException {
    checking().checkClientTrusted(chain, how, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String how) throws CertificateException {
    checking().checkClientTrusted(chain, how);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return checking().getAcceptedIssuers();
  }

  private synchronized X509ExtendedTrustManager checking() {
    if (checking == null) {
      try {
        X509ExtendedTrustManager ofJava = of(null);
        checking = more.all().isEmpty() ? ofJava : of(both(ofJava).keyStore("PKCS12"));
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException("the certificates that Java trusts cannot be read", e);
      }
    }
    return checking;
  }

  private Certificates both(X509ExtendedTrustManager ofJava) {
    return new Certificates(
        Stream.concat(Stream.of(ofJava.getAcceptedIssuers()), more.all().stream()).toList());
  }

  /** Of a store; of Java's own where there is none. */
  private static X509ExtendedTrustManager of(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    List<X509ExtendedTrustManager> found = new ArrayList<>();
    for (TrustManager each : factory.getTrustManagers()) {
      if (each instanceof X509ExtendedTrustManager extended) {
        found.add(extended);
      }
    }
    return found.get(0);
  }
}
