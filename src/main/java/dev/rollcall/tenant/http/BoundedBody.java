package dev.rollcall.tenant.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/**
 * A body that ends in {@link AnswerTooLarge} where it is longer than any that makes sense, or where
 * what was made of it does not fit into memory.
 */
public final class BoundedBody extends FilterInputStream {

  private static final int STRETCH = 64 * 1024;
  private static final long MEBIBYTE = 1024 * 1024;

  private final long most;
  private final BooleanSupplier memoryIsFull;
  private long read;
  private long looked;

  /** At most so many bytes. */
  public BoundedBody(InputStream body, long most) {
    this(body, most, () -> false);
  }

  /**
   * At most so many bytes, and no more than fits.
   *
   * @param memoryIsFull asked once in a while
   */
  BoundedBody(InputStream body, long most, BooleanSupplier memoryIsFull) {
    super(body);
    this.most = most;
    this.memoryIsFull = memoryIsFull;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int got = super.read(bytes, from, length);
    count(Math.max(got, 0));
    return got;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  private void count(long more) throws AnswerTooLarge {
    read += more;
    if (read > most) {
      throw new AnswerTooLarge("the answer is larger than " + most / MEBIBYTE + " MiB");
    }
    if (read - looked >= STRETCH) {
      looked = read;
      if (memoryIsFull.getAsBoolean()) {
        throw new AnswerTooLarge(
            "what it sends does not fit into the memory of this process (%d MiB); if it is really that much, give Java more, such as -Xmx1g"
                .formatted(Runtime.getRuntime().maxMemory() / MEBIBYTE));
      }
    }
  }
}
