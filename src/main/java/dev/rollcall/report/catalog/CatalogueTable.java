package dev.rollcall.report.catalog;

import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.tenant.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One sort of what a tenant offers, as columns of texts; columns that say nothing are left out.
 *
 * @param header one for each column
 */
record CatalogueTable(List<String> header, List<List<String>> rows) {

  private static final List<String> HEADER =
      List.of("name", "in", "id", "type", "held by", "used by");

  static CatalogueTable of(CatalogueReport.Part part) {
    List<List<String>> all =
        part.lines().stream().map(line -> cells(part.section(), line)).toList();
    List<Integer> said =
        IntStream.range(0, HEADER.size())
            .filter(
                column -> column == 0 || all.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .boxed()
            .toList();
    return new CatalogueTable(
        said.stream().map(HEADER::get).toList(),
        all.stream().map(row -> said.stream().map(row::get).toList()).toList());
  }

  private static List<String> cells(Inventory.Section section, CatalogueReport.Line line) {
    Inventory.Entry entry = line.entry();
    return List.of(
        entry.name(),
        entry.within().map(Resource::name).orElse(""),
        entry.id(),
        isPlace(section) ? entry.isReachable() ? "token" : "no token" : entry.type(),
        holders(entry.holders()),
        String.join("; ", line.uses()));
  }

  /** Whether each is something that credentials are for. */
  private static boolean isPlace(Inventory.Section section) {
    return section.sort() == Inventory.Sort.RESOURCES
        && section.kind().column().equals(Optional.of(RightsColumn.ROLES));
  }

  private static String holders(Inventory.Holders holders) {
    List<String> all = new ArrayList<>();
    add(holders.people(), "person", "people", all);
    if (holders.groups().orElse(0) > 0) {
      add(holders.groups(), "group", "groups", all);
    }
    return String.join(", ", all);
  }

  private static void add(OptionalInt number, String one, String many, List<String> words) {
    number.ifPresent(each -> words.add(each + " " + (each == 1 ? one : many)));
  }
}
