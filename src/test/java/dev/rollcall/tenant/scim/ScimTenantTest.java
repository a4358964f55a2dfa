package dev.rollcall.tenant.scim;

import static dev.rollcall.tenant.scim.ScimVocabulary.membership;
import static dev.rollcall.tenant.scim.ScimVocabulary.role;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.TenantContract;
import dev.rollcall.tenant.WritableTenant;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScimTenantTest extends TenantContract {

  private static final String ROLE = "urn:ietf:params:scim:schemas:workato:1.0:WorkatoRole";

  private static final String SEED =
      """
      { "extensions": { "%s": ["workato_role", "workato_role_prod"] },
        "users": [
          { "id": "u1", "userName": "ana@example.com", "active": true,
            "name": { "givenName": "Ana", "familyName": "Silva" },
            "%s": { "workato_role": "Member" } },
          { "id": "u2", "userName": "dee@example.com", "active": false,
            "name": { "givenName": "Dee", "familyName": "Roy" } },
          { "id": "u3", "userName": "gus@example.com", "active": true,
            "name": { "givenName": "Gus", "familyName": "Moe" } } ],
        "groups": [
          { "id": "g1", "displayName": "Finance", "members": [ { "value": "u1" }, { "value": "u3" } ] },
          { "id": "g2", "displayName": "Operations", "members": [ { "value": "u3" } ] } ] }
      """
          .formatted(ROLE, ROLE);

  private static final Email ANA = new Email("ana@example.com");
  private static final Email DEE = new Email("dee@example.com");
  private static final Email GUS = new Email("gus@example.com");
  private static final Email NEW = new Email("new@example.com");

  private ScimWorld world = new ScimWorld(SEED);

  @Override
  @BeforeEach
  protected void begin() {
    world.close();
    world =
        new ScimWorld(SEED)
            .settings(
                old ->
                    new ScimSettings(
                        old.base(),
                        old.profile(),
                        Map.of(
                            "dev",
                            new RoleAttribute(ROLE, "workato_role"),
                            "prod",
                            new RoleAttribute(ROLE, "workato_role_prod")),
                        List.of("Member", "Environment admin"),
                        List.of(),
                        true,
                        RequestQuota.perMinute(6000),
                        100));
    tenant = Optional.empty();
  }

  private Optional<ScimTenant> tenant = Optional.empty();

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  protected WritableTenant workspace() {
    ScimTenant there = tenant.orElseGet(() -> world.tenant());
    tenant = Optional.of(there);
    return there;
  }

  @Override
  protected Instant now() {
    return world.sandbox.now();
  }

  @Override
  protected Roster company() {
    return Roster.of(
        List.of(
            new Member(
                ANA,
                "Ana Silva",
                Status.ACTIVE,
                List.of(membership("Finance"), role("dev", "Member"))),
            new Member(DEE, "Dee Roy", Status.SUSPENDED, List.of()),
            new Member(
                GUS,
                "Gus Moe",
                Status.ACTIVE,
                List.of(membership("Finance"), membership("Operations")))),
        List.of(
            new Group(ScimVocabulary.group("Finance"), "", List.of()),
            new Group(ScimVocabulary.group("Operations"), "", List.of())));
  }

  @Override
  protected Map<Kind, Set<String>> offered() {
    return Map.of(
        ScimVocabulary.GROUP,
        Set.of("Finance", "Operations"),
        ScimVocabulary.ENVIRONMENT,
        Set.of("dev", "prod"));
  }

  @Override
  protected List<Operation> operations() {
    Assignee ana = new Assignee.Person(ANA);
    return List.of(
        new Operation.Define(
            ScimVocabulary.group("Audit"), Optional.empty(), new Definition("Looks at books")),
        new Operation.Define(
            ScimVocabulary.group("Treasury"),
            Optional.of(ScimVocabulary.group("Finance")),
            Optional.of(new Definition("")),
            new Definition("")),
        new Operation.Join(
            NEW, "New Face", List.of(role("dev", "Member")), Vocabulary.Joining.ACCOUNT),
        new Operation.UpdateProfile(
            ANA,
            Profile.of("Ana Silva"),
            new Profile("Ana", "de la Cruz", Optional.of("Ana Cruz"))),
        Operation.Set.give(ana, membership("Operations")),
        Operation.Set.take(ana, membership("Finance")),
        Operation.Set.give(ana, role("prod", "Member")),
        new Operation.Set(
            ana, Optional.of(role("dev", "Member")), Optional.of(role("dev", "Environment admin"))),
        Operation.Set.take(ana, role("dev", "Member")),
        new Operation.Suspend(ANA, List.of(), Vocabulary.Suspension.MARKED),
        new Operation.Reinstate(DEE, List.of(), Vocabulary.Suspension.MARKED),
        new Operation.Remove(ANA, List.of(membership("Finance"), role("dev", "Member"))));
  }

  @Override
  protected List<Operation> impossible() {
    return List.of(
        Operation.Set.give(new Assignee.Person(NEW), membership("Finance")),
        Operation.Set.give(new Assignee.Person(ANA), membership("No such group")),
        new Operation.UpdateProfile(NEW, Profile.of("Ana Silva"), Profile.of("Ana Cruz")),
        new Operation.Undefine(ScimVocabulary.group("Operations"), new Definition("")),
        new Operation.Suspend(NEW, List.of(), Vocabulary.Suspension.MARKED));
  }

  @Override
  protected List<Operation> needless() {
    return List.of(
        Operation.Set.take(new Assignee.Person(NEW), membership("Finance")),
        new Operation.Remove(NEW, List.of()));
  }

  @Test
  void anAddressWhereNothingIsIsTheJobFilesFault() {
    world.settings(
        old ->
            new ScimSettings(
                URI.create(world.sandbox.url() + "/elsewhere"),
                old.profile(),
                old.roles(),
                old.levels(),
                List.of(),
                true,
                RequestQuota.perMinute(6000),
                100));

    assertThatThrownBy(() -> world.tenant().snapshot(Usual.everything()))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("there are no users at target.url")
        .hasMessageContaining("up to but not including /Users");
  }
}
