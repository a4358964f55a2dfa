package dev.rollcall.source.gather;

import dev.rollcall.source.mapping.PersonRecord;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Records by address, each made when it is asked for: an unmodifiable list. */
final class SortedRecords extends AbstractList<PersonRecord> implements RandomAccess {

  private final int[] numbers;
  private final IntFunction<PersonRecord> records;

  /** Takes the array as it is. */
  SortedRecords(int[] numbers, IntFunction<PersonRecord> records) {
    this.numbers = numbers;
    this.records = records;
  }

  @Override
  public PersonRecord get(int index) {
    return records.apply(numbers[index]);
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
