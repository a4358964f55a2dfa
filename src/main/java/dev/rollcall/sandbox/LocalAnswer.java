package dev.rollcall.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What comes back of a request that was made in the process.
 *
 * @param headers by their names as the vendor writes them
 * @param body ends in an exception where a fault cuts it
 */
public record LocalAnswer(int status, Map<String, String> headers, InputStream body) {

  static LocalAnswer of(Answer answer, Optional<InjectedFault> fault) throws IOException {
    byte[] bytes = answer.bytes();
    boolean isHalf =
        fault.map(InjectedFault::effect).filter(InjectedFault.Effect.TRUNCATED::equals).isPresent();
    InputStream body =
        isHalf
            ? new SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2)), new Broken())
            : new ByteArrayInputStream(bytes);
    return new LocalAnswer(answer.status(), answer.headers(), body);
  }

  /** The place where it breaks off. */
  private static final class Broken extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("the answer breaks off");
    }
  }
}
