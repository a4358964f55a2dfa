package dev.rollcall.tenant.scim;

import static dev.rollcall.sandbox.scim.ScimSwitch.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Plan;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.scim.ScimSwitch;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.scim.ScimProfile.Changing;
import dev.rollcall.tenant.scim.ScimProfile.GroupManners;
import dev.rollcall.tenant.scim.ScimProfile.Members;
import dev.rollcall.tenant.scim.ScimProfile.Order;
import dev.rollcall.tenant.scim.ScimProfile.PagingStyle;
import dev.rollcall.tenant.scim.ScimProfile.Removal;
import dev.rollcall.tenant.scim.ScimProfile.UserManners;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Under each profile and each switch what the roster says is reached, nobody else loses anything,
 * and the removal that a strict provider takes for all members is sent to nobody whose profile does
 * not say that it is understood.
 */
class ScimProfilesTest {

  private static final ScimProfile RFC = KnownProfile.RFC.profile();

  private static int cases;

  /** A profile, and how the provider really is. */
  record Case(String name, ScimProfile profile, Map<ScimSwitch, String> switches) {

    static Case of(String name, ScimProfile profile, Object... switches) {
      Map<ScimSwitch, String> turned = new LinkedHashMap<>();
      for (int i = 0; i < switches.length; i += 2) {
        turned.put((ScimSwitch) switches[i], (String) switches[i + 1]);
      }
      return new Case(name, profile, turned);
    }

    @Override
    public String toString() {
      return name + " " + switches;
    }
  }

  private static ScimProfile groups(Removal removal, int most, Members members) {
    return RFC.with(new GroupManners(removal, true, most, members, Order.ANY));
  }

  private static ScimProfile users(Changing changing, boolean asText) {
    return RFC.with(new UserManners(changing, asText, 1, true));
  }

  /** Each known profile, and a provider of such manners. */
  static Stream<Case> known() {
    return Stream.of(
        Case.of("rfc", RFC),
        Case.of(
            "entra-like",
            KnownProfile.ENTRA_LIKE.profile(),
            REMOVAL_BY_VALUES,
            "named",
            ACTIVE,
            "text"),
        Case.of(
            "aws",
            KnownProfile.AWS.profile(),
            MEMBERS,
            "by-filter",
            MOST_MEMBERS,
            "100",
            REMOVAL_BY_VALUES,
            "named",
            REMOVAL_BY_FILTER,
            "refused",
            MEMBERS_REPLACED,
            "refused",
            EMAILS,
            "one",
            PAGE,
            "50",
            PAGING,
            "either"),
        Case.of("okta", KnownProfile.OKTA.profile(), PATCH_PATH, "never"),
        Case.of("slack", KnownProfile.SLACK.profile(), DELETE_USER, "suspends", ETAGS, "none"),
        Case.of("github", KnownProfile.GITHUB.profile(), USER_AGENT, "required"),
        Case.of("workiva", KnownProfile.WORKIVA.profile(), HOLD, "30s", CHANGED, "204"));
  }

  /** Each position of each switch, with the profile of whoever knows that provider. */
  static Stream<Case> single() {
    List<Case> all = new ArrayList<>();
    for (ScimSwitch each : ScimSwitch.values()) {
      for (String position : each.positions()) {
        if (isReachable(each, position)) {
          all.add(Case.of("suited", suited(each, position), each, position));
        }
      }
    }
    return all.stream();
  }

  /** Where no member can be seen, or no group made, nothing can be reached. */
  private static boolean isReachable(ScimSwitch which, String position) {
    return !(which == MEMBERS && position.equals("secret")
        || which == CREATE_GROUP && position.equals("refused"));
  }

  private static ScimProfile suited(ScimSwitch which, String position) {
    if (which == REMOVAL_BY_VALUES && position.equals("named")) {
      return groups(Removal.VALUE_ARRAY, 100, Members.GET);
    }
    if (which == PATCH_PATH && position.equals("never")) {
      return users(Changing.PATCH_WITHOUT_PATH, false);
    }
    return which == ACTIVE && position.equals("text-only") ? users(Changing.PATCH, true) : RFC;
  }

  /** Providers that differ in several ways, and profiles that are written out. */
  static Stream<Case> several() {
    return Stream.of(
        Case.of("put", users(Changing.PUT, false), CHANGING_USERS, "put"),
        Case.of(
            "members by filter, as the profile says",
            groups(Removal.FILTER_PATH, 100, Members.FILTER_INVERSE),
            MEMBERS,
            "by-filter"),
        Case.of("members where named, by put", RFC, MEMBERS, "on-request", CHANGING_GROUPS, "put"),
        Case.of("members where named, versions", RFC, MEMBERS, "on-request", ETAGS, "broken"),
        Case.of(
            "members by filter, and users tell", RFC, MEMBERS, "by-filter", USER_GROUPS, "shown"),
        Case.of("put alone", RFC, CHANGING_USERS, "put", CHANGING_GROUPS, "put"),
        Case.of(
            "put alone, not implemented",
            RFC,
            CHANGING_USERS,
            "put",
            CHANGING_GROUPS,
            "put",
            NOT_OFFERED,
            "501",
            ATTRIBUTE_NAMES,
            "lower"),
        Case.of(
            "groups by put",
            groups(Removal.PUT_GROUP, 100, Members.GET),
            CHANGING_GROUPS,
            "put",
            ETAGS,
            "weak"),
        Case.of("two a request", groups(Removal.FILTER_PATH, 2, Members.GET), MOST_MEMBERS, "2"),
        Case.of("two a request, halved", RFC, MOST_MEMBERS, "2", TOO_MANY_MEMBERS, "413"),
        Case.of("two a request, one by one", RFC, MOST_MEMBERS, "2", TOO_MANY_MEMBERS, "400"),
        Case.of("no removal by filter, members replaced", RFC, REMOVAL_BY_FILTER, "refused"),
        Case.of(
            "values, where they mean everybody: the first harms, and is made good",
            groups(Removal.VALUE_ARRAY, 100, Members.GET),
            REMOVAL_BY_VALUES,
            "everybody"),
        Case.of(
            "cursors said outright",
            RFC.with(new ScimProfile.ListManners(3, Optional.of(PagingStyle.CURSOR))),
            PAGING,
            "cursor"),
        Case.of(
            "cursors said, index there",
            RFC.with(new ScimProfile.ListManners(3, Optional.of(PagingStyle.CURSOR))),
            PAGING,
            "index"),
        Case.of(
            "cursors, and discovery lies", RFC, PAGING, "cursor", DISCOVERY, "lying", PAGE, "3"),
        Case.of("index, and discovery lies", RFC, DISCOVERY, "lying", PAGE, "3"),
        Case.of("no totals, short pages", RFC, TOTAL, "missing", PAGE, "3"),
        Case.of("no totals, cursors", RFC, TOTAL, "missing", PAGE, "3", PAGING, "cursor"),
        Case.of(
            "duplicates kept, ids renewed, nothing told",
            RFC,
            DUPLICATES,
            "kept",
            IDS,
            "renewed",
            CHANGED,
            "204",
            CREATED,
            "nothing",
            ERRORS,
            "empty"),
        Case.of(
            "filters ignored, errors as pages, no versions",
            RFC,
            FILTERS,
            "ignored",
            ERRORS,
            "page",
            ETAGS,
            "none"),
        Case.of("broken versions, filters refused", RFC, ETAGS, "broken", FILTERS, "refused"));
  }

  /** Two hundred providers drawn at random from what one profile can cope with. */
  static Stream<Case> drawn() {
    Random random = new Random(12);
    return Stream.generate(() -> drawn(random)).limit(200);
  }

  private static Case drawn(Random random) {
    Map<ScimSwitch, String> turned = new LinkedHashMap<>();
    for (ScimSwitch each : ScimSwitch.values()) {
      String position = each.positions().get(random.nextInt(each.positions().size()));
      if (random.nextInt(3) == 0 && isReachable(each, position) && suited(each, position) == RFC) {
        turned.put(each, position);
      }
    }
    return new Case("drawn", RFC, possible(turned));
  }

  /** Without what leaves no way to take a member out, or to see what was written. */
  private static Map<ScimSwitch, String> possible(Map<ScimSwitch, String> turned) {
    boolean isWhole = "put".equals(turned.get(CHANGING_GROUPS));
    if ("refused".equals(turned.get(REMOVAL_BY_FILTER)) || isWhole) {
      turned.remove(MEMBERS_REPLACED);
      turned.remove(MOST_MEMBERS);
      turned.remove(MOST_BYTES);
    }
    if ("by-filter".equals(turned.get(MEMBERS))) {
      turned.remove(REMOVAL_BY_FILTER);
      turned.remove(CHANGING_GROUPS);
      turned.remove(FILTERS);
      turned.remove(IDS);
    }
    return turned;
  }

  @ParameterizedTest
  @MethodSource({"known", "single", "several", "drawn"})
  void reachesTheRosterAndHarmsNobody(Case given) {
    cases++;
    try (ScimWorld world = new ScimWorld(ScimCompany.seed()).with(given.profile())) {
      List<String> expected = reached(world.sandbox.comparableState());
      given.switches().forEach(world::with);
      world.settings(ScimProfilesTest::makingGroups);

      ScimRun.Ended ended =
          new ScimRun(world.tenant(), world.clock).sync(ScimCompany.ROSTER, "Audit");

      assertThat(ended.records()).isNotEmpty();
      assertThat(ended.records())
          .allSatisfy(record -> assertThat(record.state().isDone()).as(said(record)).isTrue())
          .extracting(OperationRecord::verification)
          .containsOnly(Verification.VERIFIED);
      assertThat(world.sandbox.comparableState().lines().distinct().sorted().toList())
          .isEqualTo(expected);
      assertThat(world.changes()).allSatisfy(request -> safe(request, given.profile()));
      assertThat(
              new ScimRun(world.tenant(), world.clock)
                  .plan(ScimCompany.ROSTER, "Audit")
                  .operations())
          .isEmpty();
    }
  }

  private static String said(OperationRecord record) {
    return record.planned().operation() + ": " + record.state() + " " + record.message();
  }

  private static ScimSettings makingGroups(ScimSettings old) {
    return new ScimSettings(
        old.base(),
        old.profile(),
        old.roles(),
        old.levels(),
        old.names(),
        true,
        old.rate(),
        old.batch());
  }

  /** What is to be there in the end. */
  private static List<String> reached(String before) {
    List<String> lines = new ArrayList<>(before.lines().toList());
    lines.removeIf(
        line ->
            line.matches("group (Finance|Operations|Support) has .*@example.com")
                || line.matches("user (hal|ida|joe)@example.com.*"));
    for (String member : List.of("new", "more", "ana", "bob", "cem")) {
      lines.add("group Finance has " + member + "@example.com");
    }
    for (String member : List.of("dee", "eve", "fay", "gus")) {
      lines.add("group Operations has " + member + "@example.com");
    }
    lines.addAll(
        List.of(
            "group Audit",
            "group Audit has new@example.com",
            "group Audit has cem@example.com",
            "group Support has joe@example.com",
            "user hal@example.com suspended",
            "user ida@example.com suspended",
            "user joe@example.com",
            "user more@example.com",
            "user new@example.com"));
    return lines.stream().sorted().toList();
  }

  /** No removal of all members, whoever it is meant for, unless the profile says it is none. */
  private static void safe(RecordedRequest request, ScimProfile profile) {
    String body = request.body().replace(" ", "");
    boolean isOfMembers =
        body.contains("\"op\":\"remove\",\"path\":\"members\"")
            || body.contains("\"op\":\"remove\",\"value\"");
    if (isOfMembers) {
      assertThat(profile.groups().removal()).isEqualTo(Removal.VALUE_ARRAY);
      assertThat(body).contains("\"path\":\"members\",\"value\":[{");
    }
    assertThat(request.method() + request.path()).doesNotMatch("DELETE/scim/v2/Groups.*");
  }

  @Test
  void whereMembersCannotBeSeenNothingIsChangedThereAndThatIsSaid() {
    ScimProfile blind = groups(Removal.FILTER_PATH, 100, Members.NOT);
    try (ScimWorld world = new ScimWorld(ScimCompany.seed()).with(MEMBERS, "secret").with(blind)) {
      ScimTenant tenant = world.tenant();

      ScimRun.Ended ended =
          new ScimRun(tenant, world.clock).sync(ScimCompany.ROSTER.replace("; Audit", ""));

      assertThat(tenant.remarks()).anyMatch(text -> text.contains("cannot be read here"));
      assertThat(world.changes()).noneMatch(request -> request.path().contains("/Groups"));
      assertThat(ended.plan().findings())
          .anyMatch(finding -> finding.detail().contains("could not be read whole"));
    }
  }

  @Test
  void membersThatAreHiddenFromAProfileThatReadsThemAreAskedForOtherwiseAndThatIsSaid() {
    for (String way : List.of("by-filter", "on-request")) {
      try (ScimWorld world = new ScimWorld(ScimCompany.seed()).with(MEMBERS, way)) {
        ScimTenant tenant = world.tenant();

        Plan plan =
            new ScimRun(tenant, world.clock).plan(ScimCompany.ROSTER.replace("; Audit", ""));

        assertThat(tenant.remarks())
            .singleElement()
            .asString()
            .contains(way.equals("by-filter") ? "members: filter-inverse" : "where they are asked");
        assertThat(plan.operations().toString()).contains("before=Optional[group Operations]");
      }
    }
  }

  /** Every way in which nobody can tell, with users who say where they are and with others. */
  static Stream<Arguments> silent() {
    return Stream.of("omitted", "shown")
        .flatMap(
            told ->
                Stream.of(
                    Arguments.of("secret", "honoured", told),
                    Arguments.of("by-filter", "refused", told),
                    Arguments.of("by-filter", "ignored", told)));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void nobodyIsSaidToBeInAGroupBecauseItShowsNobody(String members, String filters, String told) {
    try (ScimWorld world =
        new ScimWorld(ScimCompany.seed())
            .with(MEMBERS, members)
            .with(FILTERS, filters)
            .with(USER_GROUPS, told)) {
      ScimTenant tenant = world.tenant();

      ScimRun.Ended ended =
          new ScimRun(tenant, world.clock).sync(ScimCompany.ROSTER.replace("; Audit", ""));

      assertThat(tenant.remarks()).anyMatch(text -> text.contains("no group shows a member"));
      assertThat(ended.plan().findings())
          .anyMatch(finding -> finding.detail().contains("could not be read whole"));
      assertThat(world.changes()).noneMatch(request -> request.path().contains("/Groups"));
      assertThat(tenant.inspection().orElseThrow().inventory(Inventory.Counting.ALWAYS).sections())
          .flatExtracting(Inventory.Section::entries)
          .allMatch(entry -> entry.holders().people().isEmpty());
    }
  }

  @Test
  void groupsInWhichNobodyIsYetAreEmptyWhereAnythingTellsSo() {
    String empty = ScimCompany.seed().replaceAll("\"members\": \\[[^]]*]", "\"members\": []");
    try (ScimWorld world = new ScimWorld(empty)) {
      ScimTenant tenant = world.tenant();

      ScimRun.Ended ended =
          new ScimRun(tenant, world.clock).sync(ScimCompany.ROSTER.replace("; Audit", ""));

      assertThat(tenant.remarks()).isEmpty();
      assertThat(ended.records())
          .extracting(OperationRecord::verification)
          .containsOnly(Verification.VERIFIED);
    }
  }

  @Test
  void aGroupThatLacksWhoeverSaysToBeInItIsLeftAloneWhileOthersAreNot() {
    String seed =
        ScimCompany.seed()
            .replace(
                "\"userName\": \"kim@example.com\",",
                "\"userName\": \"kim@example.com\", \"groups\": [ { \"value\": \"g-Support\" } ],");
    try (ScimWorld world = new ScimWorld(seed)) {
      ScimTenant tenant = world.tenant();

      new ScimRun(tenant, world.clock).sync(ScimCompany.ROSTER.replace("; Audit", ""));

      assertThat(tenant.remarks()).anyMatch(text -> text.contains("does not show them"));
      assertThat(world.changes())
          .noneMatch(request -> request.path().contains("g-Support"))
          .anyMatch(request -> request.path().contains("g-Finance"));
    }
  }

  @Test
  void aFilterThatIsIgnoredGivesNobodyAMembershipThatIsNotTheirs() {
    ScimProfile asking = groups(Removal.FILTER_PATH, 100, Members.FILTER_INVERSE);
    try (ScimWorld world =
        new ScimWorld(ScimCompany.seed())
            .with(MEMBERS, "by-filter")
            .with(FILTERS, "ignored")
            .with(asking)) {
      ScimTenant tenant = world.tenant();

      new ScimRun(tenant, world.clock).sync(ScimCompany.ROSTER.replace("; Audit", ""));

      assertThat(tenant.remarks()).anyMatch(text -> text.contains("ignored"));
      assertThat(world.changes()).noneMatch(request -> request.path().contains("/Groups"));
    }
  }

  @AfterAll
  static void tell() {
    System.out.println("SCIM: " + cases + " providers, each with a profile, reached and unharmed");
  }
}
