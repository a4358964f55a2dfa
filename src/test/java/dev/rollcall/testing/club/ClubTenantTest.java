package dev.rollcall.testing.club;

import static dev.rollcall.testing.club.ClubVocabulary.in;
import static dev.rollcall.testing.club.ClubVocabulary.key;
import static dev.rollcall.testing.club.ClubVocabulary.team;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.TenantContract;
import dev.rollcall.tenant.WritableTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ClubTenantTest extends TenantContract {

  private static final Email ANA = new Email("ana@example.com");
  private static final Email DEE = new Email("dee@example.com");
  private static final Email NEW = new Email("new@example.com");

  @TempDir Path folder;

  @Override
  @BeforeEach
  protected void begin() {
    try {
      Files.deleteIfExists(folder.resolve("club.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    club()
        .with(
            "account|ana@example.com|here|Ana",
            "account|dee@example.com|gone|Dee",
            "team|Chess|Looks at boards",
            "team|Bar|",
            "in|Chess|ana@example.com",
            "key|Chess|Hall|Member");
  }

  private Club club() {
    return new Club(folder.resolve("club.txt"));
  }

  @Override
  protected WritableTenant workspace() {
    return new ClubTenant(club());
  }

  @Override
  protected Instant now() {
    return Instant.EPOCH;
  }

  @Override
  protected Roster company() {
    return Roster.of(
        List.of(
            new Member(ANA, "Ana", Status.ACTIVE, List.of(in("Chess"))),
            new Member(DEE, "Dee", Status.SUSPENDED, List.of())),
        List.of(
            new Group(team("Chess"), "Looks at boards", List.of(key("Hall", "Member"))),
            new Group(team("Bar"), "", List.of())));
  }

  @Override
  protected Map<Kind, Set<String>> offered() {
    return Map.of(
        ClubVocabulary.TEAM, Set.of("Chess", "Bar"), ClubVocabulary.DOOR, Set.of("Hall", "Safe"));
  }

  @Override
  protected List<Operation> operations() {
    Assignee chess = new Assignee.GroupNamed(team("Chess"));
    Optional<Entitlement> member = Optional.of(key("Hall", "Member"));
    return List.of(
        new Operation.Define(team("Juniors"), Optional.empty(), new Definition("Under 18")),
        new Operation.Define(
            team("Chess"), Optional.of(new Definition("Looks at boards")), new Definition("Plays")),
        new Operation.Join(NEW, "New", List.of(), Vocabulary.Joining.ACCOUNT),
        Operation.Set.give(new Assignee.Person(ANA), in("Bar")),
        Operation.Set.take(new Assignee.Person(ANA), in("Chess")),
        Operation.Set.give(chess, key("Safe", "Guest")),
        new Operation.Set(chess, member, Optional.of(key("Hall", "Steward"))),
        new Operation.Set(chess, member, Optional.empty()),
        new Operation.Suspend(ANA, List.of(), Vocabulary.Suspension.MARKED),
        new Operation.Reinstate(DEE, List.of(), Vocabulary.Suspension.MARKED),
        new Operation.Remove(ANA, List.of(in("Chess"))));
  }

  @Override
  protected List<Operation> impossible() {
    return List.of(
        Operation.Set.give(new Assignee.Person(NEW), in("Bar")),
        Operation.Set.give(new Assignee.Person(ANA), in("No such team")),
        Operation.Set.give(new Assignee.GroupNamed(team("No such team")), key("Hall", "Guest")));
  }

  @Override
  protected List<Operation> needless() {
    return List.of(
        Operation.Set.take(new Assignee.Person(NEW), in("Bar")),
        new Operation.Remove(NEW, List.of()));
  }
}
