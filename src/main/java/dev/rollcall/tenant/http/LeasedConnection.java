package dev.rollcall.tenant.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.EofSensorWatcher;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/**
 * A connection as long as one call has it: given back for the next one once the whole answer was
 * read, or else closed.
 */
final class LeasedConnection implements Cancellable, EofSensorWatcher {

  private final HttpClientConnectionManager connections;
  private final ConnectionEndpoint endpoint;
  private final AtomicBoolean had = new AtomicBoolean(true);
  private Optional<TimeValue> idle = Optional.empty();

  LeasedConnection(HttpClientConnectionManager connections, ConnectionEndpoint endpoint) {
    this.connections = connections;
    this.endpoint = endpoint;
  }

  ConnectionEndpoint endpoint() {
    return endpoint;
  }

  /**
   * Watches the body of an answer, and is given back at its end.
   *
   * @param lasting how long it may be used again; empty where it must not be
   */
  void carries(ClassicHttpResponse response, Optional<TimeValue> lasting) {
    idle = lasting;
    HttpEntity body = response.getEntity();
    if (body == null) {
      giveBack();
    } else {
      response.setEntity(new Watched(body));
    }
  }

  private void giveBack() {
    if (idle.isEmpty()) {
      cancel();
    } else if (had.getAndSet(false)) {
      connections.release(endpoint, null, idle.get());
    }
  }

  /** Closes it, unless it was given back. */
  @Override
  public boolean cancel() {
    boolean mine = had.getAndSet(false);
    if (mine) {
      endpoint.close(CloseMode.IMMEDIATE);
      connections.release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
    }
    return mine;
  }

  @Override
  public boolean eofDetected(InputStream body) throws IOException {
    // What follows the last piece is read by that.
    body.close();
    giveBack();
    return false;
  }

  @Override
  public boolean streamClosed(InputStream body) {
    cancel();
    return false;
  }

  @Override
  public boolean streamAbort(InputStream body) {
    cancel();
    return false;
  }

  /** A body whose end is noticed. */
  private final class Watched extends HttpEntityWrapper {

    Watched(HttpEntity body) {
      super(body);
    }

    @Override
    public InputStream getContent() throws IOException {
      return new EofSensorInputStream(super.getContent(), LeasedConnection.this);
    }
  }
}
