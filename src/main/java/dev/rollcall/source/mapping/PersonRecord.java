package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.columns.Attributes;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.RosterField;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One person as one row (or, once gathered, all rows) tell of them.
 *
 * @param source the name of the source of the row
 * @param name full name; empty where no column gives one
 * @param givenName where a column of its own tells it, and the family name too; else empty
 * @param familyName likewise
 * @param status {@code ACTIVE}, {@code LEFT} or {@code FUTURE}, dates being judged already
 * @param attributes every column under its header in lower case, as rules see it; values as written
 * @param columns which list columns the source has
 * @param claims what the cells say, in cell order
 * @param place where the row is; place and numbers rather than origins, of which there would be two
 *     million
 * @param line the row, from 1
 * @param statusColumn the column that decided the status; -1 where there is none
 * @param validity until when the person is to have access, where their row says so
 */
public record PersonRecord(
    String source,
    Email email,
    String name,
    String givenName,
    String familyName,
    Status status,
    Map<String, String> attributes,
    Set<RightsColumn> columns,
    List<Claim> claims,
    Place place,
    int line,
    int statusColumn,
    Validity validity) {

  /** Copies. */
  public PersonRecord {
    attributes = Attributes.of(attributes);
    columns = Set.copyOf(columns);
    claims = claims instanceof RowClaims ? claims : List.copyOf(claims);
  }

  /** The same with other columns. */
  public PersonRecord with(Set<RightsColumn> others) {
    return new PersonRecord(
        source,
        email,
        name,
        givenName,
        familyName,
        status,
        attributes,
        others,
        claims,
        place,
        line,
        statusColumn,
        validity);
  }

  /** The attributes with what is known of their columns. */
  public Attributes ownAttributes() {
    return (Attributes) attributes;
  }

  /** The row as a whole. */
  public Origin row() {
    return new Origin(place, line, -1);
  }

  /** The cell that decided the status; the row where there is none. */
  public Origin statusOrigin() {
    return new Origin(place, line, statusColumn);
  }

  /** What identifies the person whatever their address; empty where no column gives it. */
  public String employeeId() {
    String id = attributes.get(RosterField.EMPLOYEE_ID.key());
    return id == null ? "" : CellText.oneLine(id);
  }

  /** The cell that the employee id stands in; the row where that is not known. */
  public Origin employeeIdCell() {
    return cell(ownAttributes().employeeIdKey());
  }

  /** The cell below the header of this key; the row where there is none. */
  public Origin cell(String key) {
    List<String> headers = place.columns();
    for (int column = 0; column < headers.size(); column++) {
      if (Attributes.key(headers.get(column)).equals(key)) {
        return new Origin(place, line, column);
      }
    }
    return row();
  }
}
