package dev.rollcall.model;

import java.util.List;
import java.util.Optional;

/**
 * The name of a resource as people write it, with what it lies in where its kind lies in another:
 * {@code FY26 / Controllers}. Where a name holds such a sign itself, the first one with blanks
 * around it counts.
 */
public final class WrittenName {

  private WrittenName() {}

  /**
   * What is meant.
   *
   * @param usual what a name lies in that names nothing: there is one of it in each
   * @return empty where it has to name what it lies in, and does not
   */
  public static List<Resource> read(Kind kind, String text, List<Resource> usual) {
    Optional<Kind.Container> lying = kind.container().filter(Kind.Container::containerFirst);
    if (lying.isEmpty()) {
      return List.of(Resource.of(kind, text));
    }
    List<Resource> outer =
        usual.stream().filter(each -> each.kind() == lying.get().kind()).toList();
    int at = separator(text, lying.get().between(), outer.isEmpty());
    if (at < 0) {
      return outer.stream().map(each -> Resource.of(kind, each, text)).toList();
    }
    int end = text.startsWith(lying.get().between(), at) ? lying.get().between().length() : 1;
    String container = text.substring(0, at);
    String name = text.substring(at + end);
    return container.isBlank() || name.isBlank()
        ? List.of()
        : List.of(Resource.of(kind, Resource.of(lying.get().kind(), container), name));
  }

  /**
   * With its blanks it is hardly ever part of a name; without, only where nothing else is meant.
   */
  private static int separator(String text, String between, boolean anywhere) {
    int spaced = text.indexOf(between);
    return spaced >= 0 || !anywhere ? spaced : text.indexOf(between.strip());
  }

  /** What is wrong with a name that does not say what it lies in. */
  public static String unplaced(Kind kind) {
    return "names no " + kind.container().map(Kind.Container::kind).orElse(kind).noun();
  }

  /** What would be right. */
  public static String remedy(Kind kind) {
    Optional<Kind.Container> within = kind.container();
    if (within.isEmpty()) {
      return "write the name of a " + kind.noun();
    }
    Kind.Container lying = within.get();
    return "write <%s>%s<%s>".formatted(lying.kind().noun(), lying.between(), kind.noun());
  }
}
