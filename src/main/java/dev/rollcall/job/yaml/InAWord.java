package dev.rollcall.job.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a key of a record, true or false, that can be written in the place of all of it:
 * {@code Old group: absent} for {@code Old group: { absent: true }}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InAWord {
  /** The key, and the word. */
  String value();
}
