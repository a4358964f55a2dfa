package dev.rollcall.tenant.http;

import java.security.cert.CertificateException;

/** A server's certificate does not fit; the message is for people, and says what to do. */
final class CertificateRejected extends CertificateException {

  private static final long serialVersionUID = 1L;

  CertificateRejected(String message, CertificateException cause) {
    super(message, cause);
  }
}
