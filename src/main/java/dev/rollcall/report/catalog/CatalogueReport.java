package dev.rollcall.report.catalog;

import dev.rollcall.tenant.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a tenant offers, to be told.
 *
 * @param tenant what it is called
 * @param gaps what could not be read
 */
public record CatalogueReport(String tenant, List<Part> parts, List<Inventory.Gap> gaps) {

  /** All of one sort. */
  public record Part(Inventory.Section section, List<Line> lines) {
    /** Copies. */
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One of them.
   *
   * @param uses where the job names it
   */
  public record Line(Inventory.Entry entry, List<String> uses) {
    /** Copies. */
    public Line {
      uses = List.copyOf(uses);
    }
  }

  /** Copies. */
  public CatalogueReport {
    parts = List.copyOf(parts);
    gaps = List.copyOf(gaps);
  }

  /** Whether all holders were counted. */
  public boolean isCounted() {
    return parts.stream()
        .flatMap(part -> part.lines().stream())
        .noneMatch(line -> line.entry().holders().equals(Inventory.Holders.UNKNOWN));
  }

  /** With the places where each is named. */
  public static CatalogueReport of(
      String tenant,
      Inventory inventory,
      BiFunction<Inventory.Section, Inventory.Entry, List<String>> uses) {
    List<Part> parts = new ArrayList<>();
    for (Inventory.Section section : inventory.sections()) {
      parts.add(
          new Part(
              section,
              section.entries().stream()
                  .map(entry -> new Line(entry, uses.apply(section, entry)))
                  .toList()));
    }
    return new CatalogueReport(tenant, parts, inventory.gaps());
  }
}
