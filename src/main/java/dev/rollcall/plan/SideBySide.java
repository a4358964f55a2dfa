package dev.rollcall.plan;

import dev.rollcall.model.Member;
import java.util.List;
import java.util.Optional;

/** The people of two rosters side by side, in the order that both have: nobody is looked up. */
final class SideBySide {

  private final List<Member> actual;
  private int next;

  /** Is told of everybody on either side, by address. */
  interface Visitor {

    /** Somebody who is desired, and how they are there, if they are. */
    void listed(Member desired, Optional<Member> actual);

    /** Somebody who is there alone. */
    void unlisted(Member actual);
  }

  private SideBySide(List<Member> actual) {
    this.actual = actual;
  }

  static void walk(List<Member> desired, List<Member> actual, Visitor visitor) {
    SideBySide there = new SideBySide(actual);
    for (Member person : desired) {
      visitor.listed(person, there.upTo(person, visitor));
    }
    while (there.next < actual.size()) {
      visitor.unlisted(actual.get(there.next++));
    }
  }

  private Optional<Member> upTo(Member desired, Visitor visitor) {
    while (next < actual.size()) {
      Member person = actual.get(next);
      int order = person.email().compareTo(desired.email());
      if (order > 0) {
        return Optional.empty();
      }
      next++;
      if (order == 0) {
        return Optional.of(person);
      }
      visitor.unlisted(person);
    }
    return Optional.empty();
  }
}
