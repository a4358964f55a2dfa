package dev.rollcall.source;

import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Those among these people, who are one record each. */
  static SharedIds among(List<PersonRecord> people) {
    SharedIds shared = new SharedIds();
    int[] twice = occurringTwice(people);
    if (twice.length > 0) {
      shared.find(people, twice);
    }
    return shared;
  }

  List<Problem> problems() {
    return problems;
  }

  Map<Email, String> held() {
    return held;
  }

  /** Hashes first: a million of them are small, and hardly ever is there anything to look at. */
  private static int[] occurringTwice(List<PersonRecord> people) {
    int[] hashes =
        people.stream()
            .map(SharedIds::key)
            .filter(key -> !key.isEmpty())
            .mapToInt(String::hashCode)
            .sorted()
            .toArray();
    int found = 0;
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] == hashes[i - 1]) {
        hashes[found++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, found);
  }

  private void find(List<PersonRecord> people, int[] hashes) {
    Map<String, PersonRecord> first = new HashMap<>();
    for (PersonRecord person : people) {
      String key = key(person);
      if (!key.isEmpty() && Arrays.binarySearch(hashes, key.hashCode()) >= 0) {
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
            two.email()
                + ": employee-id "
                + Cells.quoted(two.employeeId())
                + " is also that of "
                + one.email()
                + " at "
                + one.employeeIdCell(),
            REMEDY);
    problems.add(problem);
    held.putIfAbsent(one.email(), problem.toString());
    held.putIfAbsent(two.email(), problem.toString());
  }
}
