package dev.rollcall.cli;

import dev.rollcall.security.WriteTrouble;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Locale;
import java.util.Optional;

/**
 * The way to stdout. It remembers what print streams keep to themselves, that something could not
 * be written; and writes no more from then on, for a result with a gap looks like a whole one.
 */
final class ResultStream extends OutputStream {

  private final OutputStream out;
  private Optional<IOException> failure = Optional.empty();
  private boolean isTold;

  /** To whatever is in the place of stdout; not to a print stream, which would hide what fails. */
  ResultStream(OutputStream out) {
    this.out = out;
  }

  /** To the process's own. */
  static ResultStream ofProcess() {
    return new ResultStream(new FileOutputStream(FileDescriptor.out));
  }

  private interface Writing {
    void run() throws IOException;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private synchronized void attempt(Writing writing) throws IOException {
    if (failure.isEmpty()) {
      try {
        writing.run();
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
  }

  /**
   * Why something was lost, for whoever asks first; empty where nothing was, or where whoever reads
   * has seen enough and closed the pipe.
   */
  synchronized Optional<String> takeLoss() {
    Optional<String> why =
        failure.filter(each -> !isTold && !isUnwanted(each)).map(ResultStream::words);
    isTold = failure.isPresent();
    return why;
  }

  /** The system says it in the user's language, so it is made to say it once more. */
  private static boolean isUnwanted(IOException lost) {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        sink.write(ByteBuffer.allocate(1));
      }
      return false;
    } catch (IOException e) {
      return text(e).equals(text(lost));
    }
  }

  private static String words(IOException lost) {
    return text(lost).toLowerCase(Locale.ROOT).contains("bad file descriptor")
        ? "it is closed"
        : WriteTrouble.byText(text(lost));
  }

  private static String text(IOException failure) {
    return String.valueOf(failure.getMessage());
  }
}
