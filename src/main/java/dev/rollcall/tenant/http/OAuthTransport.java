package dev.rollcall.tenant.http;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * A transport whose calls show an access token in place of their own credential. The token is asked
 * for when it is first needed, again before it ends, and once more where a server refuses it: a
 * call that was refused for its token has done nothing, so it is made a second time. Calls of
 * several threads share a token. Closes the transport below with itself.
 *
 * <p>Where no token is to be had, the call was never made; a client that is refused one for good is
 * answered as its calls would be: 401.
 */
public final class OAuthTransport implements Transport {

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final Transport transport;
  private final ClientLogin login;
  private final Waiting waiting;
  private final Object asking = new Object();
  private volatile Optional<AccessToken> kept = Optional.empty();

  /** One whose calls go through another transport, as the request for a token does. */
  public OAuthTransport(Transport transport, ClientLogin login, Waiting waiting) {
    this.transport = transport;
    this.login = login;
    this.waiting = waiting;
  }

  /** What the last token is good for, by the server's word; empty before there is one. */
  public Optional<Set<String>> scopes() {
    return kept.map(AccessToken::scopes);
  }

  @Override
  public <T> CallOutcome<T> attempt(HttpCall call, BodyReader<T> reading) {
    Token first = token(Optional.empty());
    if (first.got().isEmpty()) {
      return first.instead();
    }
    CallOutcome<T> outcome = made(call, first.got().get(), reading);
    if (!isRefused(outcome)) {
      return outcome;
    }
    Token second = token(first.got());
    return second.got().isPresent() ? made(call, second.got().get(), reading) : second.instead();
  }

  private <T> CallOutcome<T> made(HttpCall call, AccessToken token, BodyReader<T> reading) {
    CallOutcome<T> outcome = transport.attempt(call.by(token.bearer()), reading);
    return outcome instanceof CallOutcome.Rejected<T> rejected
        ? new CallOutcome.Rejected<>(
            rejected.status(),
            token.secrets().hide(rejected.body()),
            rejected.retryAfter(),
            rejected.reference().map(token.secrets()::hide))
        : outcome;
  }

  private static boolean isRefused(CallOutcome<?> outcome) {
    return outcome instanceof CallOutcome.Rejected<?> rejected && rejected.status() == UNAUTHORIZED;
  }

  /** A token, or how the request for it ended. */
  private record Token(Optional<AccessToken> got, CallOutcome<AccessToken> asked) {

    /** What becomes of a call that there is no token for. */
    <T> CallOutcome<T> instead() {
      if (asked instanceof CallOutcome.Rejected<AccessToken> rejected) {
        return switch (rejected.status()) {
          case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN ->
              new CallOutcome.Rejected<>(
                  UNAUTHORIZED, rejected.body(), Optional.empty(), rejected.reference());
          case NOT_FOUND ->
              new CallOutcome.Rejected<>(
                  UNAUTHORIZED,
                  "no access token was given out: status 404: " + rejected.body(),
                  Optional.empty(),
                  rejected.reference());
          case 429 ->
              new CallOutcome.Rejected<>(
                  rejected.status(), rejected.body(), rejected.retryAfter(), rejected.reference());
          default ->
              new CallOutcome.NotSent<>(
                  "no access token was given out: status " + rejected.status());
        };
      }
      if (asked instanceof CallOutcome.Barred<AccessToken> barred) {
        return new CallOutcome.Barred<>(barred.why());
      }
      return asked instanceof CallOutcome.Stopped<AccessToken> stopped
          ? new CallOutcome.Stopped<>(stopped.why())
          : new CallOutcome.NotSent<>("no access token was given out: " + asked.why());
    }
  }

  /** The one that is kept, unless it is over, or the one that was refused. */
  private Token token(Optional<AccessToken> refused) {
    synchronized (asking) {
      Optional<AccessToken> good =
          kept.filter(token -> token.isGood(waiting.clock().instant()))
              .filter(token -> refused.filter(token::equals).isEmpty());
      if (good.isPresent()) {
        return new Token(good, new CallOutcome.Stopped<>(""));
      }
      CallOutcome<AccessToken> asked = transport.attempt(login.call(), this::read);
      if (asked instanceof CallOutcome.Accepted<AccessToken> accepted) {
        kept = Optional.of(accepted.value());
        return new Token(kept, asked);
      }
      return new Token(Optional.empty(), asked);
    }
  }

  private AccessToken read(InputStream body) {
    return AccessToken.read(body, waiting.clock().instant());
  }

  @Override
  public void close() {
    transport.close();
  }
}
