package dev.rollcall.source.gather;

import dev.rollcall.model.Email;
import dev.rollcall.model.Place;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.columns.Attributes;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PackedBytes;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowClaims;
import dev.rollcall.source.mapping.Validity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records of a million rows in a few large pieces, where a dozen objects each would fill the memory
 * and be moved about in it again and again. What rows have in common is kept once; the rest, their
 * texts, stands in bytes. A record that is asked for is made anew each time.
 *
 * <p>Claims that do not all stand in the record's own row, as of one merged of several rows, are
 * kept as they are.
 */
final class PackedRecords {

  /** What most records of a source share; few differ. */
  private record Common(
      String source,
      Status status,
      Attributes.Keys keys,
      Set<RightsColumn> columns,
      Place place,
      int statusColumn) {

    /** The same objects, which is quickly seen, and nearly always so. */
    boolean isOf(PersonRecord record, Attributes.Keys others) {
      return keys == others
          && place == record.place()
          && status == record.status()
          && statusColumn == record.statusColumn()
          && columns == record.columns()
          && source.equals(record.source());
    }
  }

  private final PackedBytes bytes = new PackedBytes();
  private final Dictionary<Common> commons = new Dictionary<>();
  private final Dictionary<RowClaims.Pattern> patterns = new Dictionary<>();
  private final Dictionary<Validity> validity = new Dictionary<>();
  private final List<List<Claim>> lists = new ArrayList<>();

  /** Where each record stands in the bytes. */
  private long[] starts = new long[1024];

  private int size;

  /** Things by number. */
  private static final class Dictionary<T> {
    private final List<T> things = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();
    private @Nullable T last;
    private int lastNumber;

    int number(T thing) {
      if (thing != last) {
        int next = things.size();
        Integer known = numbers.putIfAbsent(thing, next);
        lastNumber = known != null ? known : next;
        last = thing;
        if (lastNumber == next) {
          things.add(thing);
        }
      }
      return lastNumber;
    }

    T get(int number) {
      return things.get(number);
    }
  }

  /** Takes in a record; its number is that of those before it. */
  void add(PersonRecord record) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
    }
    starts[size++] = pack(record);
  }

  private long pack(PersonRecord record) {
    Attributes attributes = record.ownAttributes();
    String address = record.email().address();
    bytes.begin();
    bytes.putNumber(commons.number(common(record, attributes.keys())));
    bytes.putNumber(claims(record));
    bytes.putNumber(validity.number(record.validity()));
    bytes.putNumber(record.line());
    bytes.putText(address);
    bytes.putText(record.name());
    bytes.putText(record.givenName());
    bytes.putText(record.familyName());
    for (int i = 0; i < attributes.size(); i++) {
      String value = attributes.value(i);
      if (value.equals(address)) {
        bytes.putSame();
      } else {
        bytes.putText(value);
      }
    }
    return bytes.end();
  }

  /** 0 for none, else odd for a pattern and even for a list. */
  private int claims(PersonRecord record) {
    List<Claim> claims = record.claims();
    if (claims.isEmpty()) {
      return 0;
    }
    if (claims instanceof RowClaims row && row.isOf(record.place(), record.line())) {
      return 2 * patterns.number(row.pattern()) + 1;
    }
    lists.add(claims);
    return 2 * lists.size();
  }

  private List<Claim> claims(int number, Place place, int line) {
    if (number == 0) {
      return List.of();
    }
    return number % 2 == 0 ? lists.get(number / 2 - 1) : patterns.get(number / 2).in(place, line);
  }

  private Common common(PersonRecord record, Attributes.Keys keys) {
    return commons.last != null && commons.last.isOf(record, keys)
        ? commons.last
        : new Common(
            record.source(),
            record.status(),
            keys,
            record.columns(),
            record.place(),
            record.statusColumn());
  }

  int size() {
    return size;
  }

  /** The record of this number. */
  PersonRecord get(int number) {
    PackedBytes.Reading in = bytes.at(starts[number]);
    Common common = commons.get(in.number());
    int claims = in.number();
    Validity until = validity.get(in.number());
    int line = in.number();
    String address = in.text("");
    return new PersonRecord(
        common.source(),
        new Email(address),
        in.text(address),
        in.text(address),
        in.text(address),
        common.status(),
        new Attributes(common.keys(), i -> in.later().skipTexts(i).text(address)),
        common.columns(),
        claims(claims, common.place(), line),
        common.place(),
        line,
        common.statusColumn(),
        until);
  }

  /** The address of this record alone. */
  Email email(int number) {
    return new Email(bytes.at(starts[number]).skipNumbers(4).text(""));
  }

  /** The source of this record alone. */
  String source(int number) {
    return commons.get(bytes.at(starts[number]).number()).source();
  }

  /** The row of this record alone. */
  int line(int number) {
    return bytes.at(starts[number]).skipNumbers(3).number();
  }
}
