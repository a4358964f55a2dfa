package dev.rollcall.tenant.workiva;

import static dev.rollcall.tenant.workiva.WorkivaVocabulary.file;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.group;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.organizationRole;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.role;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.springframework.util.FileSystemUtils;

/** Whatever people are to hold, they hold it in the end, and nobody else loses anything. */
class WorkivaPropertyTest {

  private static final List<Entitlement> RIGHTS = rights();

  private static List<Entitlement> rights() {
    List<Entitlement> rights = new ArrayList<>();
    rights.add(organizationRole("Org User Admin").membership());
    rights.add(organizationRole("Org Security Admin").membership());
    for (var space : List.of(workspace("FY26"), workspace("Audit"))) {
      rights.add(space.membership());
      rights.add(role(space, "Editor").membership());
      rights.add(role(space, "Workspace Owner").membership());
      rights.add(group(space, "Controllers").membership());
    }
    rights.add(file("10-K").at("Viewer"));
    rights.add(file("10-K").at("Editor"));
    return rights;
  }

  /** Twice in one organization, so that what was given is taken again. */
  @Property(tries = 25)
  void peopleHoldWhatTheyAreToHold(@ForAll int seed) throws IOException {
    Random random = new Random(seed);
    Path folder = Files.createTempDirectory("organization");
    try (OrganizationWithClient organization = new OrganizationWithClient(folder)) {
      for (int round = 0; round < 2; round++) {
        List<Member> people = people(random);
        RosterApplied roster = new RosterApplied(organization, people);
        Plan plan = roster.plan();

        assertThat(roster.apply(plan).values())
            .hasOnlyElementsOfTypes(Outcome.Applied.class, Outcome.AlreadySo.class);

        assertThat(roster.plan().operations()).isEmpty();
        var now = organization.another().snapshot(Usual.everything()).actual();
        for (Member person : people) {
          assertThat(now.person(person.email()).orElseThrow().entitlements())
              .isEqualTo(person.entitlements());
        }
        assertThat(organization.sandbox.comparableState())
            .contains(
                "user cy@example.com", "user dee@example.com suspended", "Controllers Editor");
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static List<Member> people(Random random) {
    List<Member> people = new ArrayList<>();
    for (String name : List.of("ana", "bob", "eve", "fay")) {
      people.add(new Member(new Email(name + "@example.com"), name, Status.ACTIVE, held(random)));
    }
    return people;
  }

  private static List<Entitlement> held(Random random) {
    Set<Entitlement> held = new HashSet<>();
    for (Entitlement right : RIGHTS) {
      boolean isSecond = held.stream().anyMatch(right::sameResource);
      if (!isSecond && random.nextInt(3) == 0) {
        held.add(right);
        if (right.kind().is(Kind.Trait.OF_MEMBERS)) {
          held.add(right.on().container().orElseThrow().membership());
        }
      }
    }
    return List.copyOf(held);
  }
}
