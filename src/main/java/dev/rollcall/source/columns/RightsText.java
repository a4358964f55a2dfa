package dev.rollcall.source.columns;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.model.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rights of one kind as people write them: {@code FY26 = Editor, Viewer} and {@code FY26 / Editor}
 * where it lies in another, {@code 10-K = Viewer} where it has levels, else its name.
 */
public final class RightsText {

  private static final Set<String> YES = Lexicon.of("yes");
  private static final Set<String> NO = Lexicon.of("no");
  private static final NameSigns PAIRS = NameSigns.LIST_OF_PAIRS;

  private final Kind kind;
  private final List<Resource> usual;

  /**
   * Of one kind.
   *
   * @param usual what a name lies in that does not say it
   */
  public RightsText(Kind kind, List<Resource> usual) {
    this.kind = kind;
    this.usual = List.copyOf(usual);
  }

  /** Whether a cell says no more than that it is so. */
  public static boolean isYes(String text) {
    return YES.contains(Lexicon.plain(text));
  }

  /** Whether a cell says no more than that it is not so. */
  public static boolean isNo(String text) {
    return NO.contains(Lexicon.plain(text)) || text.equals("-");
  }

  /** What an item of a list says; empty where it is wrong. */
  public List<Entitlement> read(String item) {
    int equals = NameSigns.last(item, '=');
    if (kind.levels().isPresent()) {
      return equals < 0
          ? List.of()
          : levelled(item.substring(0, equals), item.substring(equals + 1));
    }
    if (kind.container().isPresent() && equals >= 0) {
      String container = PAIRS.read(item.substring(0, equals).strip());
      return container.isEmpty()
          ? List.of()
          : in(
              Resource.of(kind.container().orElseThrow().kind(), container),
              item.substring(equals + 1));
    }
    String name = PAIRS.read(item);
    return name.isEmpty()
        ? List.of()
        : WrittenName.read(kind, name, usual).stream().map(Resource::membership).toList();
  }

  private List<Entitlement> levelled(String written, String level) {
    String name = PAIRS.read(written.strip());
    String role = PAIRS.read(level.strip());
    return name.isEmpty() || role.isEmpty()
        ? List.of()
        : WrittenName.read(kind, name, usual).stream().map(on -> on.at(role)).toList();
  }

  /** What a list of names says that all lie in one resource; commas separate them. */
  public List<Entitlement> in(Resource container, String names) {
    List<Entitlement> rights = new ArrayList<>();
    int from = 0;
    while (from <= names.length()) {
      int comma = NameSigns.first(names, ',', from);
      int end = comma < 0 ? names.length() : comma;
      String name = PAIRS.read(names.substring(from, end).strip()).replace("\\,", ",");
      if (!name.isEmpty()) {
        rights.add(Resource.of(kind, container, name).membership());
      }
      from = end + 1;
    }
    return rights;
  }

  /** What is wrong with an item that says nothing. */
  public String wrong(String item) {
    if (kind.levels().isPresent()) {
      return "names no " + kind.right() + " on a " + kind.noun();
    }
    int equals = NameSigns.last(item, '=');
    return equals > 0 && !item.substring(0, equals).isBlank()
        ? "names no " + kind.noun()
        : WrittenName.unplaced(kind);
  }

  /** What would be right. */
  public String remedy() {
    if (kind.levels().isPresent()) {
      return "write <%s> = <%s>".formatted(kind.noun(), kind.right());
    }
    return WrittenName.remedy(kind);
  }
}
