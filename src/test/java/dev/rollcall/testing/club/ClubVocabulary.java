package dev.rollcall.testing.club;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Kind.Holder;
import dev.rollcall.model.Kind.Trait;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of clubs. */
public final class ClubVocabulary {

  /** Where people are in or not. */
  public static final Kind TEAM =
      Kind.define(0, "club:team", new Noun("team", "teams"))
          .fedBy(RightsColumn.GROUPS)
          .with(Trait.HOLDS_RIGHTS, Trait.SCOPED, Trait.DESCRIBED, Trait.RENAMABLE, Trait.DELETABLE)
          .build();

  /** Where teams have a key or not, each of another level. */
  public static final Kind DOOR =
      Kind.define(1, "club:door", new Noun("door", "doors"))
          .levels(
              new Noun("key", "keys"),
              new Levels(Optional.empty(), List.of(List.of("guest", "member", "steward"))))
          .heldBy(Holder.GROUP)
          .build();

  /** All of them. */
  public static final Vocabulary VOCABULARY =
      new Vocabulary(
          "club",
          new Noun("club", "clubs"),
          List.of(TEAM, DOOR),
          Vocabulary.Joining.ACCOUNT,
          Optional.empty(),
          Vocabulary.Suspension.MARKED,
          Set.of("Steward"));

  private ClubVocabulary() {}

  /** A team as something to be in. */
  public static Resource team(String name) {
    return Resource.of(TEAM, name);
  }

  /** Membership of a team. */
  public static Entitlement in(String team) {
    return team(team).membership();
  }

  /** A key of a door. */
  public static Entitlement key(String door, String level) {
    return Resource.of(DOOR, door).at(level);
  }
}
