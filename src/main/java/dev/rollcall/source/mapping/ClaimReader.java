package dev.rollcall.source.mapping;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Place;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The reader of all columns of a source that say what somebody is to hold. Most rows say what many
 * others say, so what their cells came to is remembered; where rows prove to differ, it no longer
 * is.
 */
final class ClaimReader {

  private static final int MOST = 10_000;
  private static final int TRIAL = 1 << 12;
  private static final int RARE = 16;

  private final List<ClaimColumns> all;
  private final int[] cells;
  private final Map<List<String>, RowClaims.Pattern> known = new HashMap<>();
  private final Map<Entitlement, Entitlement> entitlements = new HashMap<>();
  private int asked;
  private int found;

  /** Those that the source has. */
  static ClaimReader of(Columns columns, MappingSettings mapping, Place place, DateCells dates) {
    if (mapping.shape() != Shape.PEOPLE) {
      return new ClaimReader(List.of(new AssignmentColumns(columns, mapping, place, dates)));
    }
    List<ClaimColumns> present = new ArrayList<>();
    Destination destination = mapping.destination();
    if (destination.has(RightsColumn.ROLES)) {
      present.add(new RoleColumns(columns, destination, place));
    }
    if (destination.isStated(RightsColumn.GROUPS, columns)) {
      present.add(new GroupColumns(columns, destination, place));
    }
    if (destination.isStated(RightsColumn.PROJECTS, columns)) {
      present.add(new ProjectColumns(columns, destination, place));
    }
    columns
        .own()
        .forEach((way, feeds) -> present.add(new OwnColumns(way, feeds, destination, place)));
    return new ClaimReader(present);
  }

  private ClaimReader(List<ClaimColumns> all) {
    this.all = List.copyOf(all);
    this.cells =
        all.stream()
            .flatMapToInt(each -> IntStream.of(each.columns()))
            .sorted()
            .distinct()
            .toArray();
  }

  /** What the row says; meaningless where problems were added. */
  RowClaims.Pattern read(Row row, RowProblems problems) {
    if (asked >= TRIAL && found < asked / RARE) {
      known.clear();
      return readAnew(row, problems);
    }
    asked++;
    List<String> said = said(row);
    RowClaims.Pattern before = known.get(said);
    if (before != null) {
      found++;
      return before;
    }
    int problemsBefore = problems.all().size();
    RowClaims.Pattern pattern = readAnew(row, problems);
    if (problems.all().size() == problemsBefore) {
      remember(said, pattern);
    }
    return pattern;
  }

  private List<String> said(Row row) {
    String[] said = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      said[i] = row.cell(cells[i]);
    }
    return List.of(said);
  }

  private void remember(List<String> said, RowClaims.Pattern pattern) {
    if (known.size() == MOST) {
      known.clear();
    }
    known.put(said, pattern);
  }

  private RowClaims.Pattern readAnew(Row row, RowProblems problems) {
    List<Claim> claims = new ArrayList<>();
    ClaimColumns.Sink sink =
        (entitlement, because, validity) ->
            claims.add(new Claim(same(entitlement), because, validity));
    for (ClaimColumns each : all) {
      each.read(row, sink, problems);
    }
    return RowClaims.Pattern.of(claims);
  }

  private Entitlement same(Entitlement entitlement) {
    return entitlements.computeIfAbsent(entitlement, same -> same);
  }
}
