package dev.rollcall.tenant.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Asks for the addresses of hosts, and waits for them no longer than for anything else: a name
 * server that does not answer takes a minute, and nothing can interrupt who asks it.
 */
final class HostNames implements DnsResolver {

  private static final long LOOK = 50;

  private final HostDirectory directory;
  private final BooleanSupplier givenUp;

  /**
   * Names of a directory.
   *
   * @param givenUp whether nobody waits for the call any more that this thread makes
   */
  HostNames(HostDirectory directory, BooleanSupplier givenUp) {
    this.directory = directory;
    this.givenUp = givenUp;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    Optional<InetAddress> number = Hosts.number(host);
    return number.isPresent() ? new InetAddress[] {number.get()} : asked(host);
  }

  private InetAddress[] asked(String host) throws UnknownHostException {
    FutureTask<InetAddress[]> asking = new FutureTask<>(() -> directory.addresses(host));
    Thread thread = new Thread(asking, "http-names");
    thread.setDaemon(true);
    thread.start();
    try {
      return answered(asking);
    } catch (ExecutionException e) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(e.getCause());
      throw unknown;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private InetAddress[] answered(FutureTask<InetAddress[]> asking)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return asking.get(LOOK, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (givenUp.getAsBoolean()) {
          throw new CancellationException("given up");
        }
      }
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
