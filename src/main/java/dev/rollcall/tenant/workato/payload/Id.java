package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.rollcall.tenant.http.JsonFields;
import java.math.BigInteger;

/**
 * A vendor's id: opaque, and echoed with the JSON type it came with. Two ids with the same text are
 * equal, whatever their type.
 */
public final class Id {

  private static final long NO_NUMBER = -1;
  private static final int MOST_DIGITS = 18;

  /** No id. */
  public static final Id NONE = new Id("", true);

  /** Nearly all ids are numbers, and there are many: those take no text. */
  private final long number;

  private final String text;
  private final boolean quoted;

  private Id(String text, boolean quoted) {
    this.number = isPlainNumber(text) ? Long.parseLong(text) : NO_NUMBER;
    this.text = number == NO_NUMBER ? text : "";
    this.quoted = quoted;
  }

  private Id(long number) {
    this.number = number;
    this.text = "";
    this.quoted = false;
  }

  /** Whether the text is what the number is written as. */
  private static boolean isPlainNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return false;
      }
    }
    return text.equals("0")
        || !text.isEmpty() && text.length() <= MOST_DIGITS && text.charAt(0) != '0';
  }

  /** One that is a text. */
  public static Id of(String text) {
    return new Id(text, true);
  }

  /** One that is a whole number. */
  public static Id of(long number) {
    return number >= 0 ? new Id(number) : new Id(Long.toString(number), false);
  }

  /** The value of a field; none where it is null. */
  public static Id read(JsonFields field) {
    if (field.isLong()) {
      return of(field.number());
    }
    boolean quoted = !field.isWhole();
    String text = field.text();
    return text.isEmpty() ? NONE : new Id(text, quoted);
  }

  /** As it goes into a body. */
  @JsonValue
  public Object json() {
    return quoted ? text() : new BigInteger(text());
  }

  /** As it goes into a path, and as keys are made of it. */
  public String text() {
    return number == NO_NUMBER ? text : Long.toString(number);
  }

  /** Whether there is one. */
  public boolean exists() {
    return number != NO_NUMBER || !text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Id id && number == id.number && text.equals(id.text);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(number) + text.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
