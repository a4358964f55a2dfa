package dev.rollcall.migration;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.PermissionMigration.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What is held after a migration and was announced otherwise, whatever the spelling of roles. */
final class UnlikeAnnounced {

  private UnlikeAnnounced() {}

  /** One sentence for each right of each person. */
  static List<String> of(Access announced, Access seen) {
    TreeSet<Email> everybody = new TreeSet<>();
    announced.people().people().forEach(person -> everybody.add(person.email()));
    seen.people().people().forEach(person -> everybody.add(person.email()));
    List<String> unlike = new ArrayList<>();
    for (Email email : everybody) {
      compare(email, rights(announced, email), rights(seen, email), unlike);
    }
    return unlike;
  }

  private static List<Entitlement> rights(Access side, Email email) {
    return side.people().person(email).map(Member::entitlements).orElse(List.of());
  }

  private static void compare(
      Email email, List<Entitlement> announced, List<Entitlement> seen, List<String> unlike) {
    TreeSet<Resource> resources = new TreeSet<>();
    announced.forEach(right -> resources.add(right.on()));
    seen.forEach(right -> resources.add(right.on()));
    for (Resource on : resources) {
      String said = role(on, announced);
      String has = role(on, seen);
      if (!Levels.fold(said).equals(Levels.fold(has))) {
        unlike.add(
            "%s on %s: %s was announced, and it is %s".formatted(email, on, word(said), word(has)));
      }
    }
  }

  private static String role(Resource on, List<Entitlement> rights) {
    return rights.stream()
        .filter(right -> right.on().equals(on))
        .findFirst()
        .flatMap(Entitlement::level)
        .orElse("");
  }

  private static String word(String role) {
    return Optional.of(role).filter(each -> !each.isEmpty()).orElse("nothing");
  }
}
