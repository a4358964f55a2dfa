package dev.rollcall.tenant.http;

import java.security.PublicKey;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The diagnosis of a server's certificate: what is wrong with it, and what to do about it.
 *
 * @param chain as the server sent it, its own first
 */
record CertificateDiagnosis(String host, int port, List<X509Certificate> chain) {

  private static final int MOST_NAMES = 5;
  private static final int LONGEST = 200;
  private static final int DNS = 2;
  private static final int NUMBER = 7;

  String of(CertificateException problem) {
    return "the certificate of " + host + ":" + port + " " + what(causes(problem));
  }

  private static List<Throwable> causes(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause).limit(20).toList();
  }

  private String what(List<Throwable> causes) {
    if (has(causes, CertificateExpiredException.class)) {
      return over();
    }
    if (has(causes, CertificateNotYetValidException.class)) {
      return early();
    }
    if (isWeak(causes)) {
      return "is made with methods that are not trusted any more (%s); whoever runs the server must have a new one made"
          .formatted(methods());
    }
    if (has(causes, CertPathBuilderException.class)) {
      return unknown();
    }
    return isOfAnother(causes) ? another() : "is refused: " + cut(innermost(causes));
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private String over() {
    Date end = first(each -> each.getNotAfter().before(new Date())).getNotAfter();
    return "is over since %s (this machine's clock says %s); whoever runs the server must renew it"
        .formatted(end.toInstant(), now());
  }

  private String early() {
    Date begin = first(each -> each.getNotBefore().after(new Date())).getNotBefore();
    return "is not valid before %s; is this machine's clock right? It says %s"
        .formatted(begin.toInstant(), now());
  }

  private static Instant now() {
    return Instant.ofEpochSecond(Instant.now().getEpochSecond());
  }

  /** The first of the chain of which this is so; its own where it is so of none. */
  private X509Certificate first(java.util.function.Predicate<X509Certificate> so) {
    return chain.stream().filter(so).findFirst().orElse(chain.get(0));
  }

  private static boolean isWeak(List<Throwable> causes) {
    return causes.stream()
        .anyMatch(
            each ->
                each instanceof CertPathValidatorException path
                        && path.getReason() == BasicReason.ALGORITHM_CONSTRAINED
                    || String.valueOf(each.getMessage()).contains("algorithm constraints"));
  }

  private String methods() {
    return chain.stream()
        .map(each -> each.getSigAlgName() + ", " + key(each.getPublicKey()))
        .distinct()
        .limit(MOST_NAMES)
        .collect(Collectors.joining("; "));
  }

  private static String key(PublicKey key) {
    return key.getAlgorithm()
        + (key instanceof RSAKey rsa ? " " + rsa.getModulus().bitLength() : "");
  }

  private String unknown() {
    X509Certificate last = chain.get(chain.size() - 1);
    String issuer = cut(last.getIssuerX500Principal().getName());
    boolean itself = last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
    return itself && chain.size() == 1
        ? "is signed by nobody but itself (%s); if that is right, give it as a PEM file in target.tls.ca"
            .formatted(issuer)
        : "is signed by an authority that is not trusted here (%s); if it is your company's, give its certificate as a PEM file in target.tls.ca"
            .formatted(issuer);
  }

  private static boolean isOfAnother(List<Throwable> causes) {
    return causes.stream()
        .map(each -> String.valueOf(each.getMessage()))
        .anyMatch(text -> text.startsWith("No subject alt") || text.startsWith("No name matching"));
  }

  private String another() {
    List<String> names = names();
    return "is not made for %s%s; is the address of the workspace right?"
        .formatted(
            host,
            names.isEmpty()
                ? ""
                : ", but for "
                    + cut(String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))));
  }

  private List<String> names() {
    try {
      return Optional.ofNullable(chain.get(0).getSubjectAlternativeNames()).stream()
          .flatMap(Collection::stream)
          .filter(name -> name.get(0).equals(DNS) || name.get(0).equals(NUMBER))
          .map(name -> String.valueOf(name.get(1)))
          .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static String innermost(List<Throwable> causes) {
    return String.valueOf(causes.get(causes.size() - 1).getMessage());
  }

  /** Names in a certificate are somebody else's words. */
  private static String cut(String text) {
    String plain = text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
