package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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

  /** From a JSON number or string. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Id of(Object json) {
    return json instanceof Number
        ? new Id(json.toString(), true)
        : new Id(String.valueOf(json), false);
  }

  /** From the digits of a whole JSON number. */
  public static Id ofNumber(String digits) {
    return new Id(digits, true);
  }

  /** The id, or none where there is null. */
  static Id orNone(Id id) {
    return id == null ? NONE : id;
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
    return other instanceof Id id && text.equals(id.text);
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
