package dev.rollcall.tenant.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads the body of an answer that says all is well, as a stream. */
@FunctionalInterface
public interface BodyReader<T> {

  /** Reads; any exception means that the answer is not usable. Never gives null. */
  T read(InputStream body) throws IOException;
}
