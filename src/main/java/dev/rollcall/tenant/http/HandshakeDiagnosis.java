package dev.rollcall.tenant.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * The diagnosis of a failed handshake: what it means that a server and this side could not agree on
 * TLS, where trying again would come to the same, and what to do about it.
 *
 * @param server as messages name it
 */
record HandshakeDiagnosis(String server) {

  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  /** Java's words for a version of TLS that the server chose and this side does not take. */
  private static final String OLD = "The server selected protocol version";

  /** Java's words for a first answer that is none of TLS. */
  private static final Pattern NO_TLS =
      Pattern.compile("(?:Unsupported or u|U)nrecognized SSL message.*");

  /** Empty where it may be otherwise the next time. */
  Optional<String> of(List<Throwable> causes) {
    return causes.stream()
        .filter(SSLException.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()))
        .flatMap(message -> what(message).stream())
        .findFirst()
        .map(what -> server + " " + what);
  }

  private static Optional<String> what(String message) {
    if (NO_TLS.matcher(message).matches()) {
      return Optional.of("does not speak TLS, which https needs; are the address and port right?");
    }
    if (message.startsWith(OLD)) {
      return Optional.of(old());
    }
    Matcher alert = ALERT.matcher(message);
    return alert.find() ? meaning(alert.group(1)) : Optional.empty();
  }

  private static Optional<String> meaning(String alert) {
    return switch (alert) {
      case "protocol_version" -> Optional.of(old());
      case "handshake_failure", "insufficient_security" ->
          Optional.of(
              "finds no encryption that both sides know, or wants a client certificate, and Rollcall has none (%s); whoever runs the server must allow what Java takes for safe"
                  .formatted(alert));
      case "unrecognized_name" ->
          Optional.of(
              "says that it does not go by this name (%s); is the address right?".formatted(alert));
      case "certificate_required",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_unknown",
          "certificate_expired",
          "certificate_revoked",
          "no_certificate",
          "unknown_ca",
          "access_denied" ->
          Optional.of(
              "wants a client certificate, and Rollcall has none (%s); is the address that of the API, which goes by tokens?"
                  .formatted(alert));
      default -> Optional.empty();
    };
  }

  private static String old() {
    return "speaks no version of TLS that is still safe; Rollcall needs 1.2 or 1.3, and whoever runs the server must allow one";
  }
}
