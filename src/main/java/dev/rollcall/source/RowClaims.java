package dev.rollcall.source;

import dev.rollcall.model.Because;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * The claims of one row: an unmodifiable list that shares all but the line with the rows that claim
 * the same, so that it costs no more than the line.
 */
final class RowClaims extends AbstractList<Claim> {

  /** What rows claim alike: entitlements, each with the column that says so, and its terms. */
  record Pattern(List<Entitlement> entitlements, List<Integer> columns, List<Terms> terms) {

    /** That of a row's claims, all of which come from its own cells. */
    static Pattern of(List<Claim> claims) {
      List<Entitlement> entitlements = new ArrayList<>(claims.size());
      List<Integer> columns = new ArrayList<>(claims.size());
      List<Terms> terms = new ArrayList<>(claims.size());
      for (Claim claim : claims) {
        entitlements.add(claim.entitlement());
        columns.add(claim.because().origin().column());
        terms.add(claim.terms());
      }
      return new Pattern(entitlements, columns, terms);
    }
  }

  private final Pattern pattern;
  private final Place place;
  private final int line;

  /**
   * The claims of a row.
   *
   * @param line the row, from 1
   */
  RowClaims(Pattern pattern, Place place, int line) {
    this.pattern = pattern;
    this.place = place;
    this.line = line;
  }

  @Override
  public Claim get(int index) {
    Origin cell = new Origin(place, line, pattern.columns().get(index));
    return new Claim(
        pattern.entitlements().get(index), Because.cell(cell), pattern.terms().get(index));
  }

  @Override
  public int size() {
    return pattern.entitlements().size();
  }
}
