package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Verification;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.sandbox.scim.ScimSwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Companies and rosters drawn at random. */
class ScimPropertyTest {

  private static final List<String> GROUPS = List.of("Red", "Green", "Blue");
  private static final String HEADER = "Email,Name,Status,Groups\n";

  /** A company as it is, and what its roster says. */
  private static final class Drawn {

    private final List<String> rows = new ArrayList<>();
    private final String seed;

    Drawn(Random random) {
      List<String> users = new ArrayList<>();
      List<List<String>> members = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      int people = 1 + random.nextInt(9);
      for (int i = 0; i < people; i++) {
        boolean isOurs = random.nextInt(5) > 0;
        String name = "p" + i + (isOurs ? "@example.com" : "@example.net");
        if (random.nextInt(4) > 0) {
          users.add(
              "{\"id\":\"u%d\",\"userName\":\"%s\",\"active\":%s}"
                  .formatted(i, name, random.nextInt(4) > 0));
          for (List<String> group : members) {
            if (random.nextBoolean()) {
              group.add("{\"value\":\"u" + i + "\"}");
            }
          }
        }
        if (isOurs && random.nextInt(5) > 0) {
          rows.add(row(name, random));
        }
      }
      List<String> groups = new ArrayList<>();
      for (int i = 0; i < GROUPS.size(); i++) {
        groups.add(
            "{\"id\":\"g%d\",\"displayName\":\"%s\",\"members\":%s}"
                .formatted(i, GROUPS.get(i), members.get(i)));
      }
      seed = "{\"users\":%s,\"groups\":%s}".formatted(users, groups);
    }

    private static String row(String name, Random random) {
      boolean isLeft = random.nextInt(4) == 0;
      List<String> groups = new ArrayList<>(GROUPS);
      groups.removeIf(group -> isLeft || random.nextBoolean());
      return name + ",P Q," + (isLeft ? "left" : "active") + "," + String.join("; ", groups);
    }

    String roster() {
      return HEADER + String.join("\n", rows) + "\nguest@example.net,G,active,\n";
    }
  }

  private static ScimWorld world(Drawn drawn, Random random) {
    ScimWorld world = new ScimWorld(drawn.seed).with(KnownProfile.RFC.profile());
    for (ScimSwitch each :
        List.of(
            ScimSwitch.PAGE,
            ScimSwitch.PAGING,
            ScimSwitch.DUPLICATES,
            ScimSwitch.CHANGED,
            ScimSwitch.ETAGS,
            ScimSwitch.NO_VALUES)) {
      world.with(each, each.positions().get(random.nextInt(each.positions().size())));
    }
    return world;
  }

  private static List<String> foreign(ScimWorld world) {
    return world.sandbox.comparableState().lines().filter(each -> each.contains("@other")).toList();
  }

  @Property(tries = 80)
  void applyingAPlanLeavesNothingToPlanAndOthersAsTheyWere(@ForAll long seed) {
    Random random = new Random(seed);
    Drawn drawn = new Drawn(random);
    try (ScimWorld world = world(drawn, random)) {
      List<String> others = foreign(world);

      ScimRun.Ended ended = new ScimRun(world.tenant(), world.clock).sync(drawn.roster());

      assertThat(ended.records())
          .allSatisfy(record -> assertThat(record.state().isDone()).as(record.message()).isTrue())
          .allSatisfy(record -> assertThat(record.verification()).isEqualTo(Verification.VERIFIED));
      assertThat(foreign(world)).isEqualTo(others);
      assertThat(new ScimRun(world.tenant(), world.clock).plan(drawn.roster()).operations())
          .isEmpty();
    }
  }

  @Property(tries = 40)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    Drawn drawn = new Drawn(random);
    try (ScimWorld world = world(drawn, random)) {
      List<String> one = keys(world, drawn.roster());
      Collections.shuffle(drawn.rows, random);
      assertThat(keys(world, drawn.roster())).isEqualTo(one);
    }
  }

  private static List<String> keys(ScimWorld world, String roster) {
    return new ScimRun(world.tenant(), world.clock)
        .plan(roster).operations().stream()
            .map(planned -> PlanDigest.key(planned.operation()))
            .toList();
  }
}
