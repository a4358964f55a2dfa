package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;

/** Writes log lines as another does, stack traces and causes included, without any secret. */
final class DiscreetEncoder extends EncoderBase<ILoggingEvent> {

  private final Encoder<ILoggingEvent> encoder;
  private final Discretion discretion;

  DiscreetEncoder(Encoder<ILoggingEvent> encoder, Discretion discretion) {
    this.encoder = requireNonNull(encoder, "encoder");
    this.discretion = requireNonNull(discretion, "discretion");
  }

  @Override
  public void start() {
    encoder.start();
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return encoder.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return discretion.hide(new String(encoder.encode(event), UTF_8)).getBytes(UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return encoder.footerBytes();
  }

  @Override
  public void stop() {
    super.stop();
    encoder.stop();
  }
}
