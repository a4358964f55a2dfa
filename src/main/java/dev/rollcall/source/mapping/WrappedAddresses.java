package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Addresses;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.FieldReader;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Addresses with what programs write around them taken away; which is said, once a source. */
final class WrappedAddresses {

  private final Place place;
  private final BitSet lines = new BitSet();
  private int count;
  private String first = "";

  WrappedAddresses(Place place) {
    this.place = place;
  }

  /**
   * The address of a row.
   *
   * @throws MalformedEmail where there is none, or it is not certain which
   */
  Email parse(FieldReader feed, Row row) {
    String text = feed.text(row);
    try {
      return Email.parse(text);
    } catch (MalformedEmail e) {
      Optional<Email> within = Addresses.undressed(text);
      if (within.isPresent() && isNew(row) && count++ == 0) {
        first = CellText.quoted(text) + " at " + new Origin(place, row.line(), feed.column());
      }
      return within.orElseThrow(() -> e);
    }
  }

  /** A row may be read twice. */
  private boolean isNew(Row row) {
    boolean isNew = !lines.get(row.line());
    lines.set(row.line());
    return isNew;
  }

  /** That it was so. */
  List<String> remarks() {
    return count == 0
        ? List.of()
        : List.of(
            count == 1
                ? "an address is read without what stands around it: " + first
                : count
                    + " addresses are read without what stands around them, the first is "
                    + first);
  }
}
