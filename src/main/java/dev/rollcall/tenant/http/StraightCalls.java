package dev.rollcall.tenant.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/**
 * Calls that go straight to their server: over Apache's connections, past its chain of handlers. A
 * call wants nothing of what those can do, and they take longer than all else of it. Thread-safe.
 */
final class StraightCalls {

  private final HttpClientConnectionManager connections;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final HttpProcessor headers =
      new DefaultHttpProcessor(
          new RequestTargetHost(),
          new RequestContent(),
          new RequestConnControl(),
          new RequestUserAgent(HttpClients.USER_AGENT));
  private final DefaultRoutePlanner planner = new DefaultRoutePlanner(null);
  private volatile Optional<Way> last = Optional.empty();

  /** Whether a server has closed a connection that was in use a moment before. */
  private volatile boolean wary;

  /** The way to a host; nearly all calls go to one. */
  private record Way(HttpHost host, HttpRoute route) {}

  /** A connection was closed since it was used last; nothing was sent over it. */
  private static final class Gone extends IOException {

    private static final long serialVersionUID = 1L;
  }

  StraightCalls(HttpClientConnectionManager connections) {
    this.connections = connections;
  }

  /** Sends it, and gives the answer as soon as its head is there. */
  ClassicHttpResponse open(OutgoingCall going) throws IOException {
    try {
      LeasedConnection leased = lease(going);
      ClassicHttpResponse response = answered(going, leased);
      leased.carries(response, idle(going, response));
      return response;
    } catch (HttpException e) {
      throw new ClientProtocolException(e.getMessage(), e);
    }
  }

  private LeasedConnection lease(OutgoingCall going) throws IOException, HttpException {
    HttpUriRequestBase request = going.request();
    LeaseRequest asked = connections.lease("", route(going), HttpClients.LONGEST_LEASE, null);
    request.setDependency(asked);
    try {
      LeasedConnection leased =
          new LeasedConnection(connections, asked.get(HttpClients.LONGEST_LEASE));
      request.setDependency(leased);
      return leased;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no connection to be had", e);
    }
  }

  private HttpRoute route(OutgoingCall going) throws HttpException {
    HttpHost host = RoutingSupport.determineHost(going.request());
    Optional<Way> known = last.filter(way -> way.host().equals(host));
    if (known.isPresent()) {
      return known.get().route();
    }
    HttpRoute route = planner.determineRoute(host, going.request(), going.context());
    last = Optional.of(new Way(host, route));
    return route;
  }

  private ClassicHttpResponse answered(OutgoingCall going, LeasedConnection leased)
      throws IOException, HttpException {
    headers.process(going.request(), going.request().getEntity(), going.context());
    ConnectionEndpoint endpoint = leased.endpoint();
    return endpoint.isConnected() ? overKept(going, endpoint) : overNew(going, endpoint);
  }

  private ClassicHttpResponse overNew(OutgoingCall going, ConnectionEndpoint endpoint)
      throws IOException, HttpException {
    connections.connect(endpoint, null, going.context());
    return over(going, endpoint, false);
  }

  /** Over one that was used before: whatever must not be lost looks first whether it is there. */
  private ClassicHttpResponse overKept(OutgoingCall going, ConnectionEndpoint endpoint)
      throws IOException, HttpException {
    try {
      return over(going, endpoint, wary || !going.isReading());
    } catch (Gone e) {
      wary = true;
      endpoint.close(CloseMode.IMMEDIATE);
      return overNew(going, endpoint);
    } catch (IOException e) {
      wary = true;
      throw e;
    }
  }

  private ClassicHttpResponse over(OutgoingCall going, ConnectionEndpoint endpoint, boolean looks)
      throws IOException, HttpException {
    return endpoint.execute(
        "",
        going.request(),
        (request, connection, context) -> {
          if (looks && connection.isStale()) {
            throw new Gone();
          }
          going.departs();
          return executor.execute(request, connection, context);
        },
        going.context());
  }

  /** For how long the connection may be used again; empty where it must not be. */
  private static Optional<TimeValue> idle(OutgoingCall going, ClassicHttpResponse response) {
    return DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(
            going.request(), response, going.context())
        ? Optional.of(
            DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(
                response, going.context()))
        : Optional.empty();
  }
}
