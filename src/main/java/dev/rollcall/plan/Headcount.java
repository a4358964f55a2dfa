package dev.rollcall.plan;

import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.util.Optional;

/** Counts the people of a comparison who are ours: the bases of shares and seats. */
final class Headcount {

  private int considered;
  private int members;
  private int invited;
  private int entitlements;

  /** All of a comparison. */
  static Plan.People of(ReconciliationTerms comparison) {
    Headcount all = new Headcount();
    SideBySide.walk(
        comparison.desired().roster().people(),
        comparison.actual().people(),
        new SideBySide.Visitor() {
          @Override
          public void listed(Member desired, Optional<Member> actual) {
            if (comparison.covers(desired.email())) {
              all.add(actual);
            }
          }

          @Override
          public void unlisted(Member actual) {
            if (comparison.covers(actual.email())) {
              all.add(Optional.of(actual));
            }
          }
        });
    return all.people(comparison.snapshot());
  }

  /** Somebody of ours on either side, and how they are in the workspace, if they are. */
  void add(Optional<Member> actual) {
    considered++;
    if (actual.isPresent()) {
      if (actual.get().status() == Status.INVITED) {
        invited++;
      } else {
        members++;
        entitlements += actual.get().entitlements().size();
      }
    }
  }

  Plan.People people(Snapshot snapshot) {
    return new Plan.People(
        considered, members, entitlements, snapshot.foreign(), snapshot.members(), invited);
  }
}
