package dev.rollcall.source;

import dev.rollcall.model.Email;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Place;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records of a million rows in a few large pieces, where a dozen objects each would fill the memory
 * and be moved about in it again and again. What rows have in common is kept once; the rest, their
 * texts, stands in bytes. A record that is asked for is made anew each time.
 *
 * <p>A record whose claims do not all stand in its own row, as one merged of several rows, is kept
 * as it is.
 */
final class PackedRecords {

  /** What most records of a source share; few differ. */
  private record Common(
      String source,
      Status status,
      Attributes.Keys keys,
      Set<Managed.Column> columns,
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

  private final Bytes bytes = new Bytes();
  private final Dictionary<Common> commons = new Dictionary<>();
  private final Dictionary<RowClaims.Pattern> patterns = new Dictionary<>();
  private final Dictionary<Terms> terms = new Dictionary<>();
  private final List<PersonRecord> whole = new ArrayList<>();

  /** Where each record stands in the bytes, or below zero among the whole ones. */
  private long[] starts = new long[1024];

  private int size;

  /** Things by number. */
  private static final class Dictionary<T> {
    private final List<T> things = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();
    private T last;
    private int lastNumber;

    int number(T thing) {
      if (thing != last) {
        last = thing;
        lastNumber = numbers.computeIfAbsent(thing, this::add);
      }
      return lastNumber;
    }

    private int add(T thing) {
      things.add(thing);
      return things.size() - 1;
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
    starts[size++] = isOfOneRow(record) ? pack(record) : keepWhole(record);
  }

  private static boolean isOfOneRow(PersonRecord record) {
    return record.claims().isEmpty()
        || record.claims() instanceof RowClaims claims
            && claims.isOf(record.place(), record.line());
  }

  private long keepWhole(PersonRecord record) {
    whole.add(record);
    return -whole.size();
  }

  private long pack(PersonRecord record) {
    Attributes attributes = record.ownAttributes();
    String address = record.email().address();
    bytes.begin();
    bytes.putNumber(commons.number(common(record, attributes.keys())));
    bytes.putNumber(
        record.claims() instanceof RowClaims claims ? patterns.number(claims.pattern()) + 1 : 0);
    bytes.putNumber(terms.number(record.terms()));
    bytes.putNumber(record.line());
    bytes.putText(address);
    bytes.putText(record.name());
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
    if (starts[number] < 0) {
      return whole.get((int) -starts[number] - 1);
    }
    Bytes.Reading in = bytes.at(starts[number]);
    Common common = commons.get(in.number());
    int pattern = in.number();
    Terms until = terms.get(in.number());
    int line = in.number();
    String address = in.text("");
    return new PersonRecord(
        common.source(),
        new Email(address),
        in.text(address),
        common.status(),
        new Attributes(common.keys(), i -> in.later().skipTexts(i).text(address)),
        common.columns(),
        pattern == 0 ? List.of() : patterns.get(pattern - 1).in(common.place(), line),
        common.place(),
        line,
        common.statusColumn(),
        until);
  }

  /** The address of this record alone. */
  Email email(int number) {
    return starts[number] < 0
        ? get(number).email()
        : new Email(bytes.at(starts[number]).skipNumbers(4).text(""));
  }

  /** The source of this record alone. */
  String source(int number) {
    return starts[number] < 0
        ? get(number).source()
        : commons.get(bytes.at(starts[number]).number()).source();
  }

  /** The row of this record alone. */
  int line(int number) {
    return starts[number] < 0
        ? get(number).line()
        : bytes.at(starts[number]).skipNumbers(3).number();
  }
}
