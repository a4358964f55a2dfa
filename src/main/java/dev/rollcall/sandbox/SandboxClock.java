package dev.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The workspace's own time: a real or given clock plus an offset that is part of the state. */
final class SandboxClock {
  private static final ZoneOffset PACIFIC = ZoneOffset.ofHours(-7);

  private final InstantSource source;
  private final Store store;

  /** How times are written. Most of what is asked of a workspace holds none. */
  private static final class Written {
    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  }

  SandboxClock(InstantSource source, Store store) {
    this.source = source;
    this.store = store;
  }

  Instant now() {
    long offset = store.meta().clockOffsetMillis();
    return source.instant().plusMillis(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  void advance(Duration duration) {
    StoredRow.Meta meta = store.meta();
    store.putMeta(meta.withClockOffsetMillis(meta.clockOffsetMillis() + duration.toMillis()));
  }

  /** As most of the vendor's answers write it: with milliseconds and a Pacific offset. */
  static String pacific(Instant instant) {
    return Written.FORMAT.format(OffsetDateTime.ofInstant(instant, PACIFIC));
  }

  /** As roles and the audit log write it: with milliseconds and a Z. */
  static String utc(Instant instant) {
    return Written.FORMAT.format(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
  }
}
