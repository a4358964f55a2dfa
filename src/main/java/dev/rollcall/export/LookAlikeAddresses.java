package dev.rollcall.export;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** People whose address looks like another member's and is not: no roster can have both. */
final class LookAlikeAddresses {

  private LookAlikeAddresses() {}

  /** Each of them with what to say of it. */
  static Map<Email, Problem> among(List<Member> people) {
    Map<String, Email> plain = new HashMap<>();
    Map<String, Integer> looks = new HashMap<>();
    for (Member person : people) {
      String look = person.email().skeleton();
      looks.merge(look, 1, Integer::sum);
      if (look.equals(person.email().address())) {
        plain.put(look, person.email());
      }
    }
    Map<Email, Problem> found = new TreeMap<>();
    for (Member person : people) {
      String look = person.email().skeleton();
      if (!look.equals(person.email().address()) && looks.getOrDefault(look, 0) > 1) {
        found.put(person.email(), problem(person.email(), plain.get(look)));
      }
    }
    return found;
  }

  private static Problem problem(Email email, @Nullable Email original) {
    return new Problem(
        email.address(),
        "only looks like "
            + (original == null ? "another member's address" : original.address())
            + ", a member too: not in the roster, for it cannot have both",
        "is it really somebody of yours?");
  }
}
