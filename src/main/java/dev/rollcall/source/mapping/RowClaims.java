package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The claims of one row: an unmodifiable list that shares all but the line with the rows that claim
 * the same, so that it costs no more than the line.
 */
public final class RowClaims extends AbstractList<Claim> {

  /** What rows claim alike: entitlements, each with the column that says so, and its terms. */
  public static final class Pattern {

    private final List<Entitlement> entitlements;
    private final int[] columns;
    private final List<Validity> validity;

    /** Asked for with every row, and long in the making. */
    private final int hash;

    private Pattern(List<Entitlement> entitlements, int[] columns, List<Validity> validity) {
      this.entitlements = List.copyOf(entitlements);
      this.columns = columns;
      this.validity = small(validity);
      // Rows that differ in nothing but their dates are few.
      this.hash = 31 * entitlements.hashCode() + Arrays.hashCode(columns);
    }

    /** Nearly always all claims of a row are valid alike. */
    private static List<Validity> small(List<Validity> validity) {
      for (Validity each : validity) {
        if (!each.equals(validity.get(0))) {
          return List.copyOf(validity);
        }
      }
      return validity.isEmpty() ? List.of() : Collections.nCopies(validity.size(), validity.get(0));
    }

    /** That of a row's claims, all of which come from its own cells. */
    public static Pattern of(List<Claim> claims) {
      List<Entitlement> entitlements = new ArrayList<>(claims.size());
      int[] columns = new int[claims.size()];
      List<Validity> validity = new ArrayList<>(claims.size());
      for (Claim claim : claims) {
        columns[entitlements.size()] = claim.because().origin().column();
        entitlements.add(claim.entitlement());
        validity.add(claim.validity());
      }
      return new Pattern(entitlements, columns, validity);
    }

    List<Entitlement> entitlements() {
      return entitlements;
    }

    /** The claims of a row that claims this. */
    public List<Claim> in(Place place, int line) {
      return entitlements.isEmpty() ? List.of() : new RowClaims(this, place, line);
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Pattern pattern
              && hash == pattern.hash
              && entitlements.equals(pattern.entitlements)
              && Arrays.equals(columns, pattern.columns)
              && validity.equals(pattern.validity);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final Pattern pattern;
  private final Place place;
  private final int line;

  private RowClaims(Pattern pattern, Place place, int line) {
    this.pattern = pattern;
    this.place = place;
    this.line = line;
  }

  public Pattern pattern() {
    return pattern;
  }

  /** Whether they stand in this row. */
  public boolean isOf(Place other, int otherLine) {
    return place == other && line == otherLine;
  }

  @Override
  public Claim get(int index) {
    Origin cell = new Origin(place, line, pattern.columns[index]);
    return new Claim(
        pattern.entitlements.get(index), Attribution.cell(cell), pattern.validity.get(index));
  }

  @Override
  public int size() {
    return pattern.entitlements.size();
  }
}
