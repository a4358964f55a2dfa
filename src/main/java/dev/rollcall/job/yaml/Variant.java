package dev.rollcall.job.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a record of a sealed family: the word after {@code type:} that chooses it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Variant {

  /** The word. */
  String value();

  /** One sentence for people who write the file. */
  String description();
}
