package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.rollcall.tenant.http.JsonFields;
import java.math.BigInteger;

/**
 * A vendor's id: opaque, and echoed with the JSON type it came with. Two ids with the same text are
 * equal, whatever their type.
 */
public final class Id {

  /** No id. */
  public static final Id NONE = new Id("", false);

  private final String text;
  private final boolean number;

  private Id(String text, boolean number) {
    this.text = text;
    this.number = number;
  }

  /** One that is a text. */
  public static Id of(String text) {
    return new Id(text, false);
  }

  /** One that is a whole number. */
  public static Id of(long number) {
    return new Id(Long.toString(number), true);
  }

  /** The value of a field; none where it is null. */
  public static Id read(JsonFields field) {
    boolean number = field.isWhole();
    String text = field.text();
    return text.isEmpty() ? NONE : new Id(text, number);
  }

  /** As it goes into a body. */
  @JsonValue
  public Object json() {
    return number ? new BigInteger(text) : text;
  }

  /** As it goes into a path, and as keys are made of it. */
  public String text() {
    return text;
  }

  /** Whether there is one. */
  public boolean exists() {
    return !text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Id id && text.equals(id.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
