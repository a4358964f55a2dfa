package dev.rollcall.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates made by the JDK's keytool, in a folder; {@link #CA} signs all that say so. */
public final class TestCertificates {

  /** The authority of an invented company. */
  public static final String CA = "ca";

  private static final String PASSWORD = "password";

  private final Path folder;
  private final Path store;

  /** With an authority and nothing else. */
  public TestCertificates(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("keys.p12");
    make(CA, "-ext", "bc:c", "-dname", "CN=Acme Inspection CA");
  }

  /** One that the authority signed. */
  public TestCertificates signed(String alias, String names, String... more) {
    List<String> options = new ArrayList<>(List.of("-signer", CA, "-ext", "san=" + names));
    options.addAll(List.of("-dname", "CN=" + alias));
    options.addAll(List.of(more));
    make(alias, options.toArray(String[]::new));
    return this;
  }

  /** One that nobody signed but itself. */
  public TestCertificates alone(String alias, String names) {
    make(alias, "-ext", "san=" + names, "-dname", "CN=" + alias);
    return this;
  }

  private void make(String alias, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Xshare:auto", "-genkeypair"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of("-alias", alias));
    if (!List.of(options).contains("-keyalg")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    command.addAll(List.of(options));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("keytool.txt").toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("keytool.txt")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate as a PEM file. */
  public Path pem(String alias) {
    try {
      byte[] bytes = keys().getCertificate(alias).getEncoded();
      return Files.writeString(
          folder.resolve(alias + ".pem"),
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder().encodeToString(bytes)
              + "\n-----END CERTIFICATE-----\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a server needs that shows this one. */
  public SSLContext server(String alias) {
    try {
      KeyStore all = keys();
      KeyStore one = KeyStore.getInstance("PKCS12");
      one.load(null, null);
      Certificate[] chain = all.getCertificateChain(alias);
      one.setKeyEntry(
          alias, all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(one, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore keys() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return keys;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
