package dev.rollcall.sandbox;

import java.time.Instant;

/** An invitation mail that the workspace would have sent. */
public record Mail(String email, Instant time) implements StoredRow {}
