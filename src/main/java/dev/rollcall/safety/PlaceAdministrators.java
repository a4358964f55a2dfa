package dev.rollcall.safety;

import dev.rollcall.model.Email;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An environment's administrators before and after, and what takes the role from some. */
record PlaceAdministrators(Set<Email> before, Set<Email> after, List<Integer> taking) {

  PlaceAdministrators() {
    this(new HashSet<>(), new HashSet<>(), new ArrayList<>());
  }

  void has(Email email) {
    before.add(email);
    after.add(email);
  }

  /** Whether somebody is one, before or after. */
  boolean counts(Email email) {
    return before.contains(email) || after.contains(email);
  }

  void loses(Email email, int sequence) {
    after.remove(email);
    taking.add(sequence);
  }

  boolean fallsBelow(int minimum) {
    return after.size() < before.size() && after.size() < minimum;
  }
}
