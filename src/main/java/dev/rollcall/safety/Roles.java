package dev.rollcall.safety;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Naming;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Role names as the job file lists them, whatever their case and blanks: a fence had better stand
 * around a name too many.
 */
record Roles(Set<String> folded) {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]");

  static Roles named(Collection<String> names) {
    return new Roles(names.stream().map(Roles::fold).collect(toUnmodifiableSet()));
  }

  boolean contains(String role) {
    return folded.contains(fold(role));
  }

  static String fold(String role) {
    return SEPARATORS.matcher(Naming.look(role)).replaceAll("");
  }
}
