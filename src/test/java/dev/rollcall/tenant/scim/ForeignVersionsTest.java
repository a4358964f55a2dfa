package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody else does between reading and changing, with versions and without. */
class ForeignVersionsTest {

  private static final String ROSTER =
      """
      Email,Name,Status,Groups
      ana@example.com,Ana Silva,active,Staff
      new@example.com,New Face,active,Staff
      old@example.com,Old Face,active,Few
      """;

  private static void seed(IndependentClient look) {
    for (String name : List.of("boss@example.net", "late@example.net", "old@example.com")) {
      look.create(name);
    }
    look.createGroup("Few");
    look.createGroup("Staff", "boss@example.net", "old@example.com");
  }

  @ParameterizedTest
  @EnumSource
  void aChangeInBetweenIsNeitherOverwrittenNorLost(ForeignServer server) {
    try (ForeignWorld world = new ForeignWorld(server, true)) {
      seed(world.look);
      world.wire.beforeNextGroup(() -> world.look.add("Staff", "late@example.net"));

      world.reachesAlone(ROSTER);

      assertThat(world.look.groups().get("Staff"))
          .containsExactlyInAnyOrder(
              "ana@example.com", "boss@example.net", "late@example.net", "new@example.com");
      List<Integer> statuses =
          world.wire.heard("PATCH", "/Groups/").map(Overhearing.Heard::status).toList();
      switch (server.versions()) {
        case HEEDED -> assertThat(statuses).contains(412);
        case IGNORED, NONE -> assertThat(statuses).doesNotContain(412).isNotEmpty();
      }
      assertThat(world.wire.heard("PATCH", "/Groups/"))
          .allMatch(
              each ->
                  each.headers().containsKey("If-Match")
                      == (server.versions() != ForeignServer.Versions.NONE));
    }
  }
}
