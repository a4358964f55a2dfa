package dev.rollcall.report.roster;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.columns.NameSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns in which a roster states what people hold, and the cells in them, in the words in
 * which rosters are read.
 *
 * @param places those with a column of their own: {@code role.dev}
 * @param lists the kinds of which a cell holds a list: {@code groups}
 */
public record RosterColumns(List<Resource> places, List<Kind> lists) {

  /** Copies. */
  public RosterColumns {
    places = List.copyOf(places);
    lists = List.copyOf(lists);
  }

  /** Whether rights of this kind are stated in a list, rather than each place in a column. */
  public static boolean isList(Kind kind) {
    return !kind.column().orElseThrow().equals(RightsColumn.ROLES);
  }

  /** What stands above them. */
  public List<String> headers() {
    List<String> headers = new ArrayList<>();
    places.forEach(place -> headers.add("role." + place));
    lists.forEach(kind -> headers.add(kind.column().orElseThrow().key()));
    return headers;
  }

  /** The cell of a place; empty where the person holds nothing there. */
  public Optional<String> level(Member person, Resource place) {
    return person.on(place).flatMap(Entitlement::level).map(NameSigns.LIST::written);
  }

  /** The cell of a list. */
  public String list(Member person, Kind kind) {
    StringBuilder list = new StringBuilder();
    String before = "";
    for (Entitlement right : person.of(kind)) {
      list.append(before.isEmpty() ? "" : NameSigns.separatorAfter(before));
      before = item(right);
      list.append(before);
    }
    return list.toString();
  }

  /** A right as an item of a list. */
  public static String item(Entitlement right) {
    return right
        .level()
        .map(
            level ->
                NameSigns.LIST_OF_PAIRS.written(right.on().toString())
                    + " = "
                    + NameSigns.LIST_OF_PAIRS.written(level))
        .orElseGet(() -> written(right.on()));
  }

  /**
   * A name as an item of a list. Where what it lies in has a name with the sign between both, an
   * equals sign stands there.
   */
  public static String written(Resource on) {
    Optional<Resource> outer = on.container();
    boolean isPair =
        outer.isPresent()
            && outer.get().name().contains(on.kind().container().orElseThrow().between());
    if (isPair) {
      return NameSigns.LIST_OF_PAIRS.written(outer.get().name())
          + " = "
          + NameSigns.LIST_OF_PAIRS.written(on.name()).replace(",", "\\,");
    }
    return on.kind().column().filter(RightsColumn::isOwn).isPresent() || outer.isPresent()
        ? NameSigns.LIST_OF_PAIRS.written(on.toString())
        : NameSigns.LIST.written(on.toString());
  }
}
