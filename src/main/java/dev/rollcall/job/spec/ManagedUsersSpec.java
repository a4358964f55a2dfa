package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.workato.AccountDetail;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.ManagedPrefix;
import dev.rollcall.tenant.workato.ManagedWorkspace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One customer's workspace of an embedded partner. */
public record ManagedUsersSpec(
    ManagedIds id,
    Optional<Secret> token,
    ManagedPrefix prefix,
    Join join,
    Optional<Located<String>> oauthId,
    Optional<Located<String>> externalId,
    Optional<Located<String>> timeZone) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "id",
              "Which one: its number, or E and its external id; where environments are provisioned,"
                  + " one for each: { dev: 3812, prod: EA2300 }."),
          Key.of(
              "token",
              "A token of the partner's admin workspace, for all environments; instead of"
                  + " target.tokens."),
          Key.of(
              "prefix",
              "What stands before the id: " + ManagedPrefix.EXPECTED + ".",
              "/api/managed_users"),
          Key.of(
              "join",
              "How people join: add: they are there at once, and get no mail; or invite.",
              "invite"),
          Key.of(
              "oauth-id",
              "With join: add: the column of what people sign in with; email for their address."),
          Key.of("external-id", "With join: add: the column of what the partner knows people by."),
          Key.of("time-zone", "With join: add: the column of people's time zones."));

  /** Where the token for all environments stands. */
  static final String TOKEN = "target.managed-users.token";

  /** How people join. */
  public enum Join {
    /** By an account that is there at once. */
    ADD(Vocabulary.Joining.ACCOUNT),
    /** By an invitation that they accept. */
    INVITE(Vocabulary.Joining.INVITATION);

    private final Vocabulary.Joining joining;

    Join(Vocabulary.Joining joining) {
      this.joining = joining;
    }
  }

  /** Checks that an invitation is not to tell what it cannot. */
  public ManagedUsersSpec {
    if (join == Join.INVITE) {
      refuse(AccountDetail.OAUTH_ID, oauthId);
      refuse(AccountDetail.EXTERNAL_ID, externalId);
      refuse(AccountDetail.TIME_ZONE, timeZone);
    }
  }

  private static void refuse(AccountDetail detail, Optional<Located<String>> column) {
    if (column.isPresent()) {
      throw new WrongValue(
          detail.key(), "is told of people who are added only", "write join: add, or leave it out");
    }
  }

  /** How people join. */
  public Vocabulary.Joining joining() {
    return join.joining;
  }

  /** What is told of people who are added, by its name: the column it is in. */
  Map<String, Located<String>> details() {
    Map<String, Located<String>> details = new LinkedHashMap<>();
    oauthId.ifPresent(column -> details.put(AccountDetail.OAUTH_ID.key(), column));
    externalId.ifPresent(column -> details.put(AccountDetail.EXTERNAL_ID.key(), column));
    timeZone.ifPresent(column -> details.put(AccountDetail.TIME_ZONE.key(), column));
    return details;
  }

  /** As the client is told it. */
  public ManagedWorkspace workspace() {
    Map<Environment, String> ids = new LinkedHashMap<>();
    id.byPlace().forEach((place, text) -> ids.put(new Environment(place.name()), text));
    return new ManagedWorkspace(ids, prefix, joining());
  }

  /** The token of each environment. */
  static Map<PlaceName, Secret> tokens(
      Map<PlaceName, Secret> written, Optional<ManagedUsersSpec> managed) {
    Optional<Secret> shared = managed.flatMap(ManagedUsersSpec::token);
    if (managed.isPresent() && written.isEmpty() && shared.isEmpty()) {
      throw new WrongValue(
          "managed-users",
          "needs a token of the partner's admin workspace",
          "write token: ${env:NAME}");
    }
    if (!written.isEmpty() && shared.isPresent()) {
      throw new WrongValue(
          "tokens", "stand beside managed-users.token, which is for all environments", "keep one");
    }
    managed.filter(each -> shared.isEmpty()).ifPresent(each -> each.checkPlaces(written));
    Map<PlaceName, Secret> tokens = new LinkedHashMap<>(written);
    managed.ifPresent(
        each ->
            shared.ifPresent(
                token -> each.id().byPlace().keySet().forEach(at -> tokens.put(at, token))));
    return Collections.unmodifiableMap(tokens);
  }

  private void checkPlaces(Map<PlaceName, Secret> tokens) {
    if (!tokens.keySet().equals(id.byPlace().keySet())) {
      throw new WrongValue(
          "tokens",
          "are of %s, but managed-users.id is of %s"
              .formatted(names(tokens.keySet()), names(id.byPlace().keySet())),
          "write one of each for every environment, or one managed-users.token for all");
    }
  }

  private static String names(java.util.Set<PlaceName> places) {
    return String.join(", ", places.stream().map(PlaceName::name).sorted().toList());
  }
}
