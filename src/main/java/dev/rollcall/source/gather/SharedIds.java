package dev.rollcall.source.gather;

import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Employee-ids that several active people have: nobody can tell whose the id is, nor whether two
 * addresses are one person's.
 */
final class SharedIds {

  private static final String REMEDY =
      "give each person an id of their own, or keep one of the rows; where several addresses may"
          + " share an id, set on-conflict: first";

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Email, String> held = new LinkedHashMap<>();

  private SharedIds() {}

  /**
   * Those among these people, who are one record each.
   *
   * @param may whether somebody may share an id
   * @param ids of all their rows
   */
  static SharedIds among(List<PersonRecord> people, Predicate<PersonRecord> may, Seen ids) {
    SharedIds shared = new SharedIds();
    int[] twice = ids.occurringTwice();
    if (twice.length > 0) {
      shared.find(people, may, twice);
    }
    return shared;
  }

  /**
   * The ids of rows, taken note of while each is at hand: later, a million of them would be far
   * away. As hashes, which are small; hardly ever is there anything more to look at.
   */
  static final class Seen {

    private int[] hashes = new int[1024];
    private int count;

    void add(PersonRecord row) {
      String key = EmployeeIds.key(row.employeeId());
      if (!key.isEmpty()) {
        if (count == hashes.length) {
          hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = key.hashCode();
      }
    }

    /** Sorted. */
    private int[] occurringTwice() {
      int[] sorted = Arrays.copyOf(hashes, count);
      Arrays.sort(sorted);
      int found = 0;
      for (int i = 1; i < sorted.length; i++) {
        if (sorted[i] == sorted[i - 1]) {
          sorted[found++] = sorted[i];
        }
      }
      return Arrays.copyOf(sorted, found);
    }
  }

  List<Problem> problems() {
    return problems;
  }

  Map<Email, String> held() {
    return held;
  }

  private void find(List<PersonRecord> people, Predicate<PersonRecord> may, int[] hashes) {
    Map<String, PersonRecord> first = new HashMap<>();
    for (PersonRecord person : people) {
      String key = key(person);
      if (!key.isEmpty() && Arrays.binarySearch(hashes, key.hashCode()) >= 0 && !may.test(person)) {
        PersonRecord other = first.putIfAbsent(key, person);
        if (other != null) {
          complain(other, person);
        }
      }
    }
  }

  private static String key(PersonRecord person) {
    return person.status() == Status.ACTIVE ? EmployeeIds.key(person.employeeId()) : "";
  }

  private void complain(PersonRecord one, PersonRecord two) {
    Problem problem =
        Problem.at(
            two.employeeIdCell(),
            "%s: employee-id %s is also that of %s at %s"
                .formatted(
                    two.email(),
                    CellText.quoted(two.employeeId()),
                    one.email(),
                    one.employeeIdCell()),
            REMEDY);
    problems.add(problem);
    held.putIfAbsent(one.email(), problem.toString());
    held.putIfAbsent(two.email(), problem.toString());
  }
}
