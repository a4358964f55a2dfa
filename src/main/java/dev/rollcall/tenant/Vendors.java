package dev.rollcall.tenant;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendors there are, found by their registration. */
public final class Vendors {

  private static final List<Vocabulary> ALL =
      ServiceLoader.load(Vendor.class, Vendors.class.getClassLoader()).stream()
          .flatMap(provider -> provider.get().vocabularies().stream())
          .toList();

  private static final Map<String, Kind> KINDS =
      ALL.stream()
          .flatMap(
              vocabulary -> Stream.concat(vocabulary.kinds().stream(), vocabulary.roles().stream()))
          .distinct()
          .collect(Collectors.toUnmodifiableMap(Kind::id, Function.identity()));

  private Vendors() {}

  /** The words of each. */
  public static List<Vocabulary> all() {
    return ALL;
  }

  /** The kind of resource with this {@link Kind#id}, of any vendor. */
  public static Optional<Kind> kind(String id) {
    return Optional.ofNullable(KINDS.get(id));
  }
}
