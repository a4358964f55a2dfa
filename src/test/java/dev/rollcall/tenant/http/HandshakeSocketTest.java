package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/** What a server says before it hangs up is read, though nothing can be written to it any more. */
class HandshakeSocketTest {

  private static final byte[] SAID = {21, 3, 3, 0, 2, 2, 42};

  /** One whose other side has said something and hung up. */
  private static final class HungUp extends Socket {
    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(SAID);
    }

    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int one) throws IOException {
          throw new SocketException("Broken pipe");
        }
      };
    }
  }

  @Test
  void aWriteThatFailsInTheHandshakeLeavesWhatWasSaidToBeRead() throws IOException {
    try (HandshakeSocket socket = new HandshakeSocket(new HungUp())) {
      socket.getOutputStream().write(new byte[] {20, 3, 3, 0, 1, 1});

      assertThat(socket.getInputStream().readAllBytes()).isEqualTo(SAID);
    }
  }

  @Test
  void aWriteThatFailsAfterwardsFails() throws IOException {
    try (HandshakeSocket socket = new HandshakeSocket(new HungUp())) {
      socket.hasShakenHands();

      assertThatThrownBy(() -> socket.getOutputStream().write(new byte[] {23}))
          .isInstanceOf(SocketException.class)
          .hasMessage("Broken pipe");
    }
  }
}
