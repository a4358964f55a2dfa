package dev.rollcall.tenant.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names and numbers of hosts, told apart without asking anybody. */
final class Hosts {

  private static final Pattern BESIDE = Pattern.compile("^\\[|]$|\\.$");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]+(?:\\.[0-9]+){3}|[0-9a-f.]*:[0-9a-f:.]*");

  private Hosts() {}

  /** A host as it is compared: small letters, no brackets, no dot at its end. */
  static String canonical(String host) {
    return BESIDE.matcher(host.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** Whether it is this machine itself. */
  static boolean isHere(String host) {
    String name = canonical(host);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || number(name)
            .filter(each -> each.isLoopbackAddress() || each.isAnyLocalAddress())
            .isPresent();
  }

  /** The address that a host is written as; empty where it is a name. */
  static Optional<InetAddress> number(String host) {
    String text = canonical(host);
    boolean written = NUMBER.matcher(text).matches();
    try {
      // Nobody is asked for what is a number already.
      return written ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
