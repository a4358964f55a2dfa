package dev.rollcall.source.gather;

import dev.rollcall.model.Entitlement;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is noticed while rows of people are taken together: at most some of a kind. */
final class MergingRemarks {

  private static final int MOST_OF_A_KIND = 50;

  private final List<Remark> remarks = new ArrayList<>();
  private final Map<String, Integer> ofKind = new LinkedHashMap<>();
  private final RepeatedRows repeated = new RepeatedRows();

  /** At most some of a kind, and then how many more there are. */
  List<Remark> all() {
    List<Remark> all = new ArrayList<>(remarks);
    all.addAll(repeated.remarks());
    ofKind.forEach(
        (kind, count) -> {
          if (count > MOST_OF_A_KIND) {
            all.add(new Remark("", count - MOST_OF_A_KIND + " more people " + kind, ""));
          }
        });
    return all;
  }

  /** Somebody who has left is to come back. */
  void comesBack(PersonRecord left, PersonRecord next) {
    String day = next.validity().startsOn().map(start -> " on " + start).orElse(" later");
    add(
        "have left and start again later",
        new Remark(
            left.email().address(),
            "has left here, and starts again%s at %s; is away until then"
                .formatted(day, next.statusOrigin()),
            left.statusOrigin().toString()));
  }

  /** Somebody has left by one row and is here by another. */
  void activeAfterAll(PersonRecord left, PersonRecord active) {
    add(
        "have left in one place and are active in another, which counts",
        new Remark(
            left.email().address(),
            "has left here, but is active at " + active.statusOrigin() + ", which counts",
            left.statusOrigin().toString()));
  }

  /** A source has two rows about somebody, one behind the other. */
  void oneSource(PersonRecord before, PersonRecord row) {
    if (tellTheSame(before, row)) {
      repeated.add(row.row());
    } else {
      add(
          "have more than one row in a source",
          new Remark(
              row.email().address(),
              "the row is taken together with " + before.row(),
              row.row().toString()));
    }
  }

  private static boolean tellTheSame(PersonRecord one, PersonRecord two) {
    return one.name().equals(two.name())
        && one.status() == two.status()
        && entitlements(one).equals(entitlements(two))
        && AttributeMerging.areSame(one.ownAttributes(), two.ownAttributes());
  }

  private static Set<Entitlement> entitlements(PersonRecord row) {
    return Set.copyOf(row.claims().stream().map(Claim::entitlement).toList());
  }

  /** Somebody is called something else by another row. */
  void otherName(PersonRecord named, PersonRecord other) {
    add(
        "have two names",
        new Remark(
            named.email().address(),
            "is called %s here, which counts, and %s at %s"
                .formatted(
                    CellText.quoted(named.name()), CellText.quoted(other.name()), other.row()),
            named.row().toString()));
  }

  private void add(String kind, Remark remark) {
    if (ofKind.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
      remarks.add(remark);
    }
  }
}
