package dev.rollcall.tenant.workiva;

import static dev.rollcall.tenant.workiva.WorkivaVocabulary.file;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.group;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.organizationRole;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.role;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.TenantContract;
import dev.rollcall.tenant.WritableTenant;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class WorkivaTenantTest extends TenantContract {

  private static final Email ANA = new Email("ana@example.com");
  private static final Email BOB = new Email("bob@example.com");
  private static final Email CY = new Email("cy@example.com");
  private static final Email DEE = new Email("dee@example.com");
  private static final Email NEW = new Email("new@example.com");
  private static final Resource FY26 = WorkivaVocabulary.workspace("FY26");
  private static final Resource AUDIT = WorkivaVocabulary.workspace("Audit");

  @TempDir Path folder;
  private Optional<OrganizationWithClient> organization = Optional.empty();

  @Override
  @BeforeEach
  protected void begin() {
    end();
    organization = Optional.of(new OrganizationWithClient(folder));
  }

  @AfterEach
  void end() {
    organization.ifPresent(OrganizationWithClient::close);
    organization = Optional.empty();
  }

  @Override
  protected WritableTenant workspace() {
    return organization.orElseThrow().client();
  }

  @Override
  protected Instant now() {
    return organization.orElseThrow().sandbox.now();
  }

  @Override
  protected Roster company() {
    return Roster.of(
        List.of(
            new Member(
                ANA,
                "Ana Silva",
                Status.ACTIVE,
                List.of(
                    organizationRole("Org User Admin").membership(),
                    FY26.membership(),
                    AUDIT.membership(),
                    role(FY26, "Workspace Owner").membership(),
                    role(FY26, "Editor").membership(),
                    group(FY26, "Controllers").membership(),
                    file("10-K").at("Viewer"))),
            new Member(
                BOB,
                "Bob Roy",
                Status.ACTIVE,
                List.of(
                    FY26.membership(),
                    role(FY26, "Viewer").membership(),
                    group(FY26, "Audit/Tax").membership())),
            new Member(CY, "Cy Moe", Status.ACTIVE, List.of()),
            new Member(DEE, "Dee Poe", Status.SUSPENDED, List.of())),
        List.of(
            new Group(group(FY26, "Controllers"), "", List.of(file("10-K").at("Editor"))),
            new Group(group(FY26, "Certifiers"), "", List.of()),
            new Group(group(FY26, "Audit/Tax"), "", List.of()),
            new Group(group(AUDIT, "Controllers"), "", List.of())));
  }

  @Override
  protected Map<Kind, Set<String>> offered() {
    return Map.of(
        WorkivaVocabulary.ORGANIZATION_ROLE, Set.of("Org User Admin", "Org Security Admin"),
        WorkivaVocabulary.WORKSPACE, Set.of("FY26", "Audit"),
        WorkivaVocabulary.WORKSPACE_ROLE,
            Set.of(
                "FY26 / Workspace Owner",
                "FY26 / Editor",
                "FY26 / Viewer",
                "FY26 / Unfit Role",
                "Audit / Workspace Owner",
                "Audit / Editor"),
        WorkivaVocabulary.GROUP,
            Set.of(
                "FY26 / Controllers",
                "FY26 / Certifiers",
                "FY26 / Audit/Tax",
                "Audit / Controllers"),
        WorkivaVocabulary.FILE, Set.of("10-K"));
  }

  @Override
  protected List<Operation> operations() {
    Assignee ana = new Assignee.Person(ANA);
    Assignee bob = new Assignee.Person(BOB);
    Assignee controllers = new Assignee.GroupNamed(group(FY26, "Controllers"));
    return List.of(
        new Operation.Define(group(FY26, "Preparers"), Optional.empty(), new Definition("")),
        new Operation.Define(
            group(FY26, "Checkers"),
            Optional.of(group(FY26, "Controllers")),
            Optional.of(new Definition("")),
            new Definition("")),
        new Operation.Undefine(group(FY26, "Certifiers"), new Definition("")),
        new Operation.Join(NEW, "New Face", List.of(), Vocabulary.Joining.ACCOUNT),
        new Operation.UpdateProfile(
            BOB,
            Profile.of("Bob Roy"),
            new Profile("Robert", "de la Roy", Optional.of("Rob de la Roy"))),
        Operation.Set.give(bob, organizationRole("Org Security Admin").membership()),
        Operation.Set.take(ana, organizationRole("Org User Admin").membership()),
        Operation.Set.give(bob, AUDIT.membership()),
        Operation.Set.take(ana, AUDIT.membership()),
        Operation.Set.give(bob, role(FY26, "Editor").membership()),
        Operation.Set.take(ana, role(FY26, "Editor").membership()),
        Operation.Set.give(bob, group(FY26, "Controllers").membership()),
        Operation.Set.take(ana, group(FY26, "Controllers").membership()),
        Operation.Set.give(bob, file("10-K").at("Editor")),
        new Operation.Set(
            ana, Optional.of(file("10-K").at("Viewer")), Optional.of(file("10-K").at("Owner"))),
        Operation.Set.take(controllers, file("10-K").at("Editor")),
        new Operation.Remove(CY, List.of()));
  }

  @Override
  protected List<Operation> impossible() {
    return List.of(
        Operation.Set.give(new Assignee.Person(NEW), FY26.membership()),
        Operation.Set.give(
            new Assignee.Person(BOB), WorkivaVocabulary.workspace("FY27").membership()),
        Operation.Set.give(new Assignee.Person(CY), role(FY26, "Editor").membership()),
        Operation.Set.give(new Assignee.Person(CY), group(FY26, "Controllers").membership()),
        Operation.Set.give(new Assignee.Person(BOB), file("10-Q").at("Viewer")),
        new Operation.Define(
            group(FY26, "Checkers"),
            Optional.of(group(FY26, "No such group")),
            Optional.of(new Definition("")),
            new Definition("")),
        new Operation.Define(
            group(FY26, "Audit/Tax"),
            Optional.of(group(FY26, "Certifiers")),
            Optional.of(new Definition("")),
            new Definition("")),
        new Operation.Undefine(group(FY26, "Controllers"), new Definition("")),
        new Operation.UpdateProfile(NEW, Profile.of("Bob Roy"), Profile.of("Rob Roy")),
        new Operation.Suspend(BOB, List.of(), Vocabulary.Suspension.NONE),
        new Operation.Reinstate(DEE, List.of(), Vocabulary.Suspension.NONE));
  }

  @Override
  protected List<Operation> needless() {
    return List.of(
        Operation.Set.take(new Assignee.Person(NEW), FY26.membership()),
        Operation.Set.take(new Assignee.Person(CY), role(FY26, "Editor").membership()),
        new Operation.Undefine(group(FY26, "No such group"), new Definition("")),
        new Operation.Remove(NEW, List.of()));
  }
}
