package dev.rollcall.tenant.http;

import dev.rollcall.security.FailureText;
import dev.rollcall.security.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of a server that lives in this very process: the same requests and the same answers, with
 * no connection in between.
 */
public final class LocalTransport implements Transport {

  private static final int LONGEST_REJECTION = 16 * 1024;

  /** Answers calls. Thread-safe. */
  @FunctionalInterface
  public interface Server {

    /**
     * Answers one.
     *
     * @param authorization the value of that header
     * @throws IOException where a connection would have broken: the call may have taken effect
     */
    Answer answer(HttpCall call, String authorization) throws IOException;
  }

  /** What it answers, in the words of HTTP. */
  public record Answer(int status, Map<String, String> headers, InputStream body) {

    /** Copies. */
    public Answer {
      headers = Map.copyOf(headers);
    }
  }

  private final Server server;
  private final Waiting waiting;
  private final Secrets secrets;

  /**
   * To one server.
   *
   * @param waiting the clock for {@code Retry-After} given as a date
   * @param secrets what no answer and no failure may tell
   */
  public LocalTransport(Server server, Waiting waiting, Secrets secrets) {
    this.server = server;
    this.waiting = waiting;
    this.secrets = secrets;
  }

  @Override
  public <T> CallOutcome<T> attempt(HttpCall call, BodyReader<T> reading) {
    try {
      Answer answer = server.answer(call, call.credential().header());
      try (InputStream body = answer.body()) {
        return answer.status() / 100 == 2
            ? new CallOutcome.Accepted<>(
                answer.status(),
                reading.read(body),
                AnswerHeaders.of(answer.headers().entrySet().stream()))
            : rejected(answer, body);
      }
    } catch (IOException | RuntimeException e) {
      return new CallOutcome.NoAnswer<>("unusable answer: " + secrets.hide(FailureText.of(e)));
    }
  }

  private <T> CallOutcome<T> rejected(Answer answer, InputStream body) throws IOException {
    String text = new String(body.readNBytes(LONGEST_REJECTION), StandardCharsets.UTF_8);
    return new CallOutcome.Rejected<>(
        answer.status(),
        secrets.hide(text),
        Optional.ofNullable(answer.headers().get("Retry-After"))
            .flatMap(after -> RetryAfter.parse(after, waiting.clock().instant())),
        RequestReference.in(answer.headers().entrySet().stream()).map(secrets::hide));
  }

  @Override
  public void close() {
    // There is no connection.
  }
}
