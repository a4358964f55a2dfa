package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.types.Name;
import dev.rollcall.apply.OperationState;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.scim.ScimProfile.Changing;
import dev.rollcall.tenant.scim.ScimProfile.GroupManners;
import dev.rollcall.tenant.scim.ScimProfile.Members;
import dev.rollcall.tenant.scim.ScimProfile.Order;
import dev.rollcall.tenant.scim.ScimProfile.Removal;
import dev.rollcall.tenant.scim.ScimProfile.UserManners;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which users and groups are changed, at service providers that others have made. */
class ForeignProfilesTest {

  /** One comes, one goes, one comes back, one is called otherwise, and one without a name is. */
  private static final String ROSTER =
      """
      Email,Name,Status,Groups
      new@example.com,New Face,active,Staff
      old@example.com,Old Face,left,
      back@example.com,Back Again,active,Staff
      ann@example.com,Ann Married,active,Staff; Few
      who@example.com,Who Ever,active,Few
      """;

  /** What a provider does not understand; what comes of it is shown beside. */
  private static final Set<List<Object>> CANNOT =
      Set.of(List.of(ForeignServer.SCIMPLE, "aws"), List.of(ForeignServer.SCIMMY, "entra-like"));

  static Stream<Arguments> ways() {
    return Stream.of(ForeignServer.values())
        .flatMap(
            each ->
                Stream.of(
                    Arguments.of(each, "rfc", KnownProfile.RFC.profile()),
                    Arguments.of(each, "entra-like", KnownProfile.ENTRA_LIKE.profile()),
                    Arguments.of(each, "aws", KnownProfile.AWS.profile()),
                    Arguments.of(each, "okta", KnownProfile.OKTA.profile()),
                    Arguments.of(each, "workiva", KnownProfile.WORKIVA.profile()),
                    Arguments.of(each, "PUT alone", put())))
        .filter(way -> !CANNOT.contains(List.of(way.get()[0], way.get()[1])));
  }

  private static ScimProfile put() {
    return KnownProfile.RFC
        .profile()
        .with(new GroupManners(Removal.PUT_GROUP, true, 100, Members.GET, Order.ANY))
        .with(new UserManners(Changing.PUT, false, 1, true));
  }

  private static void seed(IndependentClient look) {
    look.create("old@example.com");
    look.create("boss@example.net");
    look.create("who@example.com");
    look.create("back@example.com", name("Back", "Again"), false);
    look.create("ann@example.com", name("Ann", "Maiden"), true);
    look.createGroup("Staff", "boss@example.net", "old@example.com", "who@example.com");
    look.createGroup("Few", "boss@example.net");
  }

  private static Name name(String given, String family) {
    return new Name().setGivenName(given).setFamilyName(family);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("ways")
  void reachesTheRoster(ForeignServer server, String name, ScimProfile profile) {
    try (ForeignWorld world = new ForeignWorld(server, true, profile)) {
      IndependentClient look = world.look;
      seed(look);

      world.reachesAlone(ROSTER);

      assertThat(look.groups().get("Staff"))
          .containsExactlyInAnyOrder(
              "ann@example.com", "back@example.com", "boss@example.net", "new@example.com");
      assertThat(look.groups().get("Few"))
          .containsExactlyInAnyOrder("ann@example.com", "boss@example.net", "who@example.com");
      assertThat(look.users())
          .containsEntry("old@example.com", false)
          .containsEntry("back@example.com", true)
          .containsEntry("boss@example.net", true)
          .hasSize(6);
      assertThat(look.names())
          .allSatisfy((user, names) -> assertThat(names).as(user).matches(expected(profile, user)));
    }
  }

  /** SCIMple finds nobody by {@code members.value}, and does not say that it cannot. */
  @Test
  void aFilterThatFindsNobodyWhereThereAreMembersIsFoundOut() {
    try (ForeignWorld world =
        new ForeignWorld(ForeignServer.SCIMPLE, true, KnownProfile.AWS.profile())) {
      seed(world.look);

      assertThat(world.plan(ROSTER).operations())
          .extracting(each -> each.operation().verb())
          .doesNotContain(Operation.Verb.SET);
      assertThat(world.tenant.remarks())
          .singleElement()
          .asString()
          .contains("that filter finds nothing where \"Few\" shows whom it has", "members: get");
    }
  }

  /** scimmy takes no text for a truth value: nobody is made, and nobody else loses anything. */
  @Test
  void aTruthValueAsTextIsRefusedBySomeAndNothingIsDone() {
    try (ForeignWorld world =
        new ForeignWorld(ForeignServer.SCIMMY, true, KnownProfile.ENTRA_LIKE.profile())) {
      seed(world.look);

      assertThat(world.apply(world.plan(ROSTER)))
          .filteredOn(record -> record.planned().operation().verb() == Operation.Verb.JOIN)
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.state()).isEqualTo(OperationState.REFUSED);
                assertThat(record.message()).contains("400", "'active'", "boolean");
              });
      assertThat(world.look.users()).hasSize(5);
      assertThat(world.look.groups().get("Staff")).contains("boss@example.net");
    }
  }

  private static String expected(ScimProfile profile, String user) {
    return switch (user) {
      case "new@example.com" -> "New\\|Face\\|" + shown(profile, "New Face");
      case "ann@example.com" -> "Ann\\|Married\\|" + shown(profile, "Ann Married");
      case "who@example.com" -> "Who\\|Ever\\|" + shown(profile, "Who Ever");
      case "back@example.com" -> "Back\\|Again\\|.*";
      default -> "null\\|null\\|null";
    };
  }

  private static String shown(ScimProfile profile, String name) {
    return profile.users().displayNames() ? "(" + name + "|null)" : "null";
  }
}
