package dev.rollcall.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates that somebody decided to trust. They are public: nothing here is secret. */
public record Certificates(List<X509Certificate> all) {

  /** More than the certificates of every authority there is. */
  private static final int LARGEST = 4 * 1024 * 1024;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");
  private static final Pattern BEGINNING = Pattern.compile("-----BEGIN ([A-Z0-9 ]*)-----");

  /** Copies. */
  public Certificates {
    all = List.copyOf(all);
  }

  /** None. */
  public static Certificates none() {
    return new Certificates(List.of());
  }

  /**
   * Those of a PEM file; text between them is left alone.
   *
   * @throws SmallFile.Unfit where it holds none, or something else; says what, to follow the file's
   *     name
   */
  public static Certificates inPem(Path file) throws IOException {
    String text = new String(SmallFile.read(file, LARGEST), StandardCharsets.ISO_8859_1);
    List<X509Certificate> found = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      found.add(certificate(blocks.group(1), found.size() + 1));
    }
    refuseOthers(text, found.size());
    return new Certificates(found);
  }

  private static X509Certificate certificate(String base64, int number) throws IOException {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new SmallFile.Unfit("holds a certificate that cannot be read, number " + number);
    }
  }

  private static void refuseOthers(String text, int found) throws IOException {
    int begun = 0;
    Matcher beginnings = BEGINNING.matcher(text);
    while (beginnings.find()) {
      if (beginnings.group(1).endsWith("PRIVATE KEY")) {
        throw new SmallFile.Unfit("holds a private key");
      }
      begun += beginnings.group(1).equals("CERTIFICATE") ? 1 : 0;
    }
    if (begun == 0) {
      throw new SmallFile.Unfit(text.isBlank() ? "is empty" : "holds no certificate in PEM");
    }
    if (begun != found) {
      throw new SmallFile.Unfit("holds a certificate that is cut off");
    }
  }

  /** As a key store with nothing else in it. */
  public KeyStore keyStore(String type) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    int number = 0;
    for (X509Certificate each : all) {
      store.setCertificateEntry("ca" + number++, each);
    }
    return store;
  }
}
