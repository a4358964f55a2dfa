package dev.rollcall.tenant.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code NO_PROXY}: hosts that are reached directly, between commas or blanks. {@code example.com}
 * (also with a dot or {@code *.} before it) stands for that host and all below it, {@code
 * 10.0.0.0/8} for addresses that are written as numbers, {@code *} for all; a port narrows.
 */
final class DirectHosts {

  private static final Pattern WITH_PORT =
      Pattern.compile("(?<host>\\[[^\\]]+]|[^:\\[\\]]+):(?<port>\\d{1,5})");

  private final List<String> entries;

  DirectHosts(String text) {
    this.entries =
        Stream.of(text.strip().split("[,\\s]+")).filter(each -> !each.isEmpty()).toList();
  }

  /** Whether one of them is meant. */
  boolean cover(URI way) {
    String host = Hosts.canonical(way.getHost());
    int port = way.getPort() >= 0 ? way.getPort() : "http".equals(way.getScheme()) ? 80 : 443;
    return entries.stream().anyMatch(entry -> covers(entry, host, port));
  }

  private static boolean covers(String entry, String host, int port) {
    Matcher narrowed = WITH_PORT.matcher(entry);
    if (narrowed.matches()) {
      return Integer.parseInt(narrowed.group("port")) == port
          && covers(narrowed.group("host"), host);
    }
    return covers(entry, host);
  }

  private static boolean covers(String entry, String host) {
    if (entry.equals("*")) {
      return true;
    }
    Optional<InetAddress> number = Hosts.number(host);
    if (number.isPresent()) {
      return coversNumber(entry, number.get());
    }
    String name = Hosts.canonical(entry.replaceFirst("^\\*?\\.", ""));
    return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  private static boolean coversNumber(String entry, InetAddress host) {
    int slash = entry.indexOf('/');
    Optional<InetAddress> network = Hosts.number(slash < 0 ? entry : entry.substring(0, slash));
    if (network.isEmpty() || network.get().getAddress().length != host.getAddress().length) {
      return false;
    }
    int all = 8 * host.getAddress().length;
    String bits = slash < 0 ? String.valueOf(all) : entry.substring(slash + 1);
    return bits.matches("\\d{1,3}")
        && Integer.parseInt(bits) <= all
        && sameBits(network.get().getAddress(), host.getAddress(), Integer.parseInt(bits));
  }

  private static boolean sameBits(byte[] one, byte[] two, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      if (((one[bit / 8] ^ two[bit / 8]) & (0x80 >> bit % 8)) != 0) {
        return false;
      }
    }
    return true;
  }
}
