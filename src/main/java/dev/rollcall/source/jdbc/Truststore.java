package dev.rollcall.source.jdbc;

import dev.rollcall.security.Certificates;
import dev.rollcall.security.SmallFile;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * Trusted certificates as a key store, for drivers that take no PEM file. Holds nothing secret.
 *
 * @param file goes with the process
 */
record Truststore(Path file) {

  static final String TYPE = "PKCS12";

  /** The format wants one; certificates are public. */
  static final String PASSWORD = "certificates";

  /**
   * Of a PEM file.
   *
   * @throws UnreadableSource where it is none
   */
  static Truststore of(String source, Path pem) {
    try {
      return written(Certificates.inPem(pem).keyStore(TYPE));
    } catch (SmallFile.Unfit e) {
      throw unreadable(source, pem, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw unreadable(source, pem, "cannot be read");
    } catch (GeneralSecurityException e) {
      throw unreadable(source, pem, "holds something else than certificates");
    }
  }

  private static Truststore written(KeyStore store) throws IOException, GeneralSecurityException {
    Path file = Files.createTempFile("rollcall-ca", ".p12");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return new Truststore(file);
  }

  private static UnreadableSource unreadable(String source, Path pem, String what) {
    return new UnreadableSource(
        source, "the file " + pem + " of tls.ca " + what, "it must be a PEM file");
  }
}
