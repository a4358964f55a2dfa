package dev.rollcall.review;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.planning.AccessReading;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Whether all was read that a review has to tell: none is made that leaves anything out. */
final class Completeness {

  private static final int NAMED = 10;

  private Completeness() {}

  /**
   * Lets pass what is whole.
   *
   * @throws TenantUnavailable with what could not be read
   */
  static void check(AccessReading.Both read) {
    refuse("could not be read whole", read.access().incomplete(), "try again");
    Catalogue catalogue = read.access().catalogue();
    for (Kind kind : catalogue.vocabulary().kinds()) {
      refuse(
          "is the name of several "
              + kind.noun().many()
              + ", so nobody can tell whose rights are whose",
          catalogue.of(kind).ambiguous(),
          kind.toldApart());
      kind.container().ifPresent(outer -> outOfReach(catalogue, kind, outer));
    }
    if (!read.invitations().complete()) {
      throw new TenantUnavailable(
          "nobody can tell who is invited: the audit log cannot be read; no review is made that"
              + " leaves them out (let the API client read it, or, where nobody but Rollcall"
              + " invites people, say policy.earlier-invitations: none)");
    }
  }

  private static void outOfReach(Catalogue catalogue, Kind kind, Kind.Container outer) {
    TreeSet<Resource> unread = new TreeSet<>(catalogue.of(outer.kind()).resources());
    unread.removeAll(catalogue.of(kind).within());
    Optional<Resource> first = unread.stream().findFirst();
    first.ifPresent(
        place ->
            refuse(
                "holds " + kind.noun().many() + " that could not be read", unread, outer.remedy()));
  }

  private static void refuse(String what, Collection<Resource> resources, String remedy) {
    if (resources.isEmpty()) {
      return;
    }
    String named =
        new TreeSet<>(resources)
            .stream().limit(NAMED).map(each -> '"' + each.toString() + '"').collect(joining(", "));
    int more = resources.size() - NAMED;
    throw new TenantUnavailable(
        "%s%s %s; no review is made that leaves it out: %s"
            .formatted(named, more > 0 ? " and " + more + " more" : "", what, remedy));
  }
}
