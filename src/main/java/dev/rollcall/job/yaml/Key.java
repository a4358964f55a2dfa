package dev.rollcall.job.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record component means as a key of a file. A component without {@link #fallback} is
 * required, unless it is an {@code Optional}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

  /** There is no fallback. */
  String NONE = "(none)";

  /** One sentence for people who write the file. */
  String value();

  /**
   * What holds where the key is left out, as it would be written. Where both are mappings, what is
   * written is completed by it.
   */
  String fallback() default NONE;

  /** The key, where it is not the component's name in kebab-case. */
  String name() default "";
}
