package dev.rollcall.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads a seed file and says what is wrong with it in the seed's own terms. */
final class SeedReader {

  private SeedReader() {}

  static Seed read(Path file) {
    if (!Files.isReadable(file)) {
      throw new SandboxException(file + ": there is no such seed file");
    }
    try {
      return SandboxJson.STRICT.readValue(file, Seed.class);
    } catch (UnrecognizedPropertyException e) {
      throw new SandboxException(place(file, e) + ": unknown name" + hint(e), e);
    } catch (MismatchedInputException e) {
      throw new SandboxException(place(file, e) + ": " + wrongType(e), e);
    } catch (StreamReadException e) {
      throw new SandboxException(
          place(file, e) + ": this is no JSON: " + firstWords(e.getOriginalMessage()), e);
    } catch (JacksonException e) {
      throw new SandboxException(place(file, e) + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String wrongType(MismatchedInputException e) {
    Class<?> target = e.getTargetType();
    return target == null ? e.getOriginalMessage() : "this should be " + kind(target);
  }

  private static String kind(Class<?> target) {
    if (Collection.class.isAssignableFrom(target)) {
      return "a list";
    }
    if (target == String.class) {
      return "a text";
    }
    return Number.class.isAssignableFrom(target) || target.isPrimitive()
        ? "a number"
        : "an object: { … }";
  }

  private static String hint(UnrecognizedPropertyException e) {
    Collection<Object> known = e.getKnownPropertyIds();
    List<String> names =
        known == null ? List.of() : known.stream().map(String::valueOf).sorted().toList();
    return NearestName.hint(e.getPropertyName(), names);
  }

  /** The file with the path into it, e.g. {@code seed.json: members[3].roles}, and the line. */
  private static String place(Path file, JacksonException e) {
    StringBuilder path = new StringBuilder(file.toString()).append(": ");
    int start = path.length();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.length() == start ? "" : ".").append(step.getPropertyName());
      }
    }
    if (e.getLocation() != null) {
      path.append(path.length() == start ? "" : " ")
          .append("(line ")
          .append(e.getLocation().getLineNr())
          .append(") ");
    }
    return path.toString().stripTrailing();
  }

  /** Without what the parser expected, in its own terms. */
  private static String firstWords(String text) {
    return text.lines().findFirst().orElse("").replaceFirst(": was expecting.*", "");
  }
}
