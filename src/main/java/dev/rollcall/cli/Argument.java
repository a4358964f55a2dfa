package dev.rollcall.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * One thing that a command line can say to a command: what it is called, what help says of it, and
 * what was given. Nothing of it is an annotation, which take longer to be read than most command
 * lines to be understood.
 */
final class Argument<T> implements Arguments {

  private final ArgSpec spec;

  private Argument(ArgSpec spec) {
    this.spec = spec;
    spec.setValue(spec.initialValue());
  }

  /** An option that is there or not. */
  static Argument<Boolean> flag(String name, String told) {
    return new Argument<>(
        OptionSpec.builder(name).type(boolean.class).description(told).initialValue(false).build());
  }

  /** An option with a value. */
  static Named option(String name, String label, String told) {
    return value ->
        OptionSpec.builder(name)
            .paramLabel(label)
            .description(told)
            .type(value.type())
            .auxiliaryTypes(value.element())
            .initialValue(value.usual())
            .required(value.isRequired())
            .build();
  }

  /** What stands alone, at its place among the others, counted from zero. */
  static Named positional(int place, String label, String told) {
    return value ->
        PositionalParamSpec.builder()
            .index(value.isMany() ? place + "..*" : String.valueOf(place))
            .arity(value.isMany() ? "0..*" : value.isRequired() ? "1" : "0..1")
            .paramLabel(label)
            .description(told)
            .type(value.type())
            .auxiliaryTypes(value.element())
            .initialValue(value.usual())
            .required(value.isRequired())
            .build();
  }

  /** What was given; else what is usual. */
  T given() {
    return spec.getValue();
  }

  /** Gives it, in place of a command line. */
  void give(T value) {
    spec.setValue(value);
  }

  /** Says that what was given cannot be. */
  ParameterException refused(String why) {
    return new ParameterException(spec.command().commandLine(), why);
  }

  @Override
  public void addTo(CommandSpec command) {
    command.add(spec);
  }

  /**
   * What can be given.
   *
   * @param type of all of it
   * @param element of each part of it
   * @param usual what it is where nothing is given
   */
  private record Value(
      Class<?> type, Class<?> element, @Nullable Object usual, boolean isRequired) {

    boolean isMany() {
      return type == List.class;
    }
  }

  /** An argument of which is still to be said what can be given. */
  @FunctionalInterface
  interface Named {

    /** In picocli's words. */
    ArgSpec taking(Value value);

    /** Has to be given. */
    default <V> Argument<V> required(Class<V> type) {
      return new Argument<>(taking(new Value(type, type, null, true)));
    }

    /** Can be given. */
    default <V> Argument<Optional<V>> optional(Class<V> type) {
      return new Argument<>(taking(new Value(Optional.class, type, Optional.empty(), false)));
    }

    /** Can be given again and again. */
    default <V> Argument<List<V>> many(Class<V> type) {
      return new Argument<>(taking(new Value(List.class, type, List.of(), false)));
    }

    /** Is this where nothing is given. */
    default <V> Argument<V> orElse(Class<V> type, V usual) {
      return new Argument<>(taking(new Value(type, type, usual, false)));
    }
  }
}
