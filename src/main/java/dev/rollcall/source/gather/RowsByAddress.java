package dev.rollcall.source.gather;

import dev.rollcall.model.AddressSort;
import dev.rollcall.model.Email;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * The rows of all sources by address, each known by its number: the order in which it was added.
 */
final class RowsByAddress {

  private final PackedRecords rows = new PackedRecords();
  private final AddressSort addresses = new AddressSort();
  private final ToIntFunction<String> rank;

  /** Whether any two rows have one address; the sort, which compares neighbours, finds out. */
  private boolean hasRepetitions;

  /**
   * None yet.
   *
   * @param rank where a source stands in the job file
   */
  RowsByAddress(ToIntFunction<String> rank) {
    this.rank = rank;
  }

  void add(PersonRecord row) {
    addresses.add(row.email());
    rows.add(row);
  }

  PersonRecord get(int number) {
    return rows.get(number);
  }

  Email email(int number) {
    return rows.email(number);
  }

  String source(int number) {
    return rows.source(number);
  }

  /** The numbers of all rows, by address, then as the job file and the sources have them. */
  int[] sorted() {
    return addresses.sorted(this::order);
  }

  private int order(int one, int two) {
    int order = rows.email(one).compareTo(rows.email(two));
    if (order == 0) {
      hasRepetitions |= one != two;
      order = Integer.compare(rank.applyAsInt(rows.source(one)), rank.applyAsInt(rows.source(two)));
    }
    if (order == 0) {
      order = rows.source(one).compareTo(rows.source(two));
    }
    return order == 0 ? Integer.compare(rows.line(one), rows.line(two)) : order;
  }

  /** Whether there are several rows about anybody; known once they were sorted. */
  boolean hasRepetitions() {
    return hasRepetitions;
  }

  /** One record a person, those of several rows merged. */
  List<PersonRecord> people(int[] sorted, PersonMerging merging) {
    // Whoever holds the people holds the rows, but not what sorted them.
    PackedRecords records = rows;
    int count = rows.size();
    int[] people = hasRepetitions ? onePerPerson(sorted, merging) : sorted;
    return new SortedRecords(
        people, i -> i < count ? merging.alone(records.get(i)) : records.get(i));
  }

  /** Those of several rows are merged into a record of their own. */
  private int[] onePerPerson(int[] sorted, PersonMerging merging) {
    int[] people = new int[sorted.length];
    int count = 0;
    int from = 0;
    while (from < sorted.length) {
      int to = endOfPerson(sorted, from);
      people[count] = sorted[from];
      if (to - from > 1) {
        people[count] = rows.size();
        rows.add(merging.merge(Arrays.stream(sorted, from, to).mapToObj(rows::get).toList()));
      }
      count++;
      from = to;
    }
    return Arrays.copyOf(people, count);
  }

  private int endOfPerson(int[] sorted, int from) {
    Email email = rows.email(sorted[from]);
    int to = from + 1;
    while (to < sorted.length && rows.email(sorted[to]).equals(email)) {
      to++;
    }
    return to;
  }

  /** The first row that each source has about each person. */
  IntStream firstOfEach(int[] sorted) {
    return IntStream.range(0, sorted.length)
        .filter(i -> i == 0 || !isAgain(sorted[i - 1], sorted[i]))
        .map(i -> sorted[i]);
  }

  private boolean isAgain(int one, int two) {
    return rows.source(one).equals(rows.source(two)) && rows.email(one).equals(rows.email(two));
  }
}
