package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.workato.DataCenter;
import dev.rollcall.tenant.workato.PermissionModel;
import dev.rollcall.tenant.workato.WorkatoSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A Workato workspace. */
public record WorkatoSpec(
    Optional<DataCenter> dataCenter,
    Optional<URI> url,
    Model model,
    Map<PlaceName, Secret> tokens,
    Optional<ManagedUsersSpec> managedUsers,
    Optional<String> workspace,
    RateSpec rate,
    int batch,
    Optional<TrustSpec> tls,
    ProxySpec proxy)
    implements TargetSpec {

  static final Keys KEYS =
      Keys.ofVariant(
          TargetSpec.PROPOSED,
          "A Workato workspace.",
          Key.of("data-center", "Where the workspace lives; or write url."),
          Key.of("url", "The address of the API, for a private Workato; instead of data-center."),
          Key.of(
              "model",
              "How the workspace does permissions: rbac: environment roles, project roles and"
                  + " groups; legacy: one role in each environment; auto looks.",
              "auto"),
          Key.of(
              "tokens",
              "An API client's token for each environment, unless managed-users has one for all;"
                  + " write ${env:NAME} or ${file:/path}.",
              "{}"),
          Key.of(
              "managed-users",
              "Which customer's workspace it is, where the token is of an embedded partner."),
          Key.of("workspace", "Names the workspace where the token may not read /users/me."),
          Key.of("rate", "How fast the API may be asked.", "{}"),
          Key.of("batch", "The most items in one request.", "100"),
          Key.of("tls", "Whose certificates are trusted, beside those that Java trusts."),
          Key.of(
              "proxy",
              "The proxy on the way to the workspace: http://host:port, or { address: …,"
                  + " username: …, password: … }; none; or environment: that of HTTPS_PROXY.",
              "environment"));

  /** How a workspace does permissions. */
  public enum Model {
    /** Find out. */
    AUTO(Optional.empty()),
    /** Environment roles, project roles, groups. */
    RBAC(Optional.of(PermissionModel.RBAC)),
    /** One role an environment. */
    LEGACY(Optional.of(PermissionModel.LEGACY));

    private final Optional<PermissionModel> known;

    Model(Optional<PermissionModel> known) {
      this.known = known;
    }

    /** The one it is; empty where it has to be found out. */
    public Optional<PermissionModel> known() {
      return known;
    }
  }

  /** Checks that there is one address, and something in a request; copies. */
  public WorkatoSpec {
    tokens = ManagedUsersSpec.tokens(tokens, managedUsers);
    if (dataCenter.isEmpty() && url.isEmpty()) {
      throw new WrongValue("", "needs \"data-center\" or \"url\"", "write data-center: us");
    }
    if (dataCenter.isPresent() && url.isPresent()) {
      throw new WrongValue("url", "stands beside data-center", "keep one of them");
    }
    if (managedUsers.isPresent() && rate.per() == WorkatoSettings.Quota.TOKEN) {
      throw new WrongValue(
          "rate",
          "says per: token, but all tokens of a partner share one quota",
          "leave per out, and lower per-minute where others use the quota as well");
    }
    TargetSpec.checkBatch(batch);
  }

  /** Where requests go, without {@code /api}. */
  public URI baseUrl() {
    return url.orElseGet(() -> dataCenter.orElseThrow().url());
  }

  @Override
  public Vocabulary vocabulary() {
    return PermissionModel.RBAC.vocabulary(joining());
  }

  @Override
  public Vocabulary offered() {
    return model.known().orElse(PermissionModel.RBAC).vocabulary(joining());
  }

  private Vocabulary.Joining joining() {
    return managedUsers.map(ManagedUsersSpec::joining).orElse(Vocabulary.Joining.INVITATION);
  }

  @Override
  public String unconfirmed(String places) {
    return managedUsers.isPresent()
        ? "nothing the customer's workspace says shows which environment the ids belong to: "
            + places
            + "; check that each under target.managed-users.id is that of its environment"
        : TargetSpec.super.unconfirmed(places);
  }

  @Override
  public Optional<String> sharedToken() {
    return managedUsers.map(partner -> ManagedUsersSpec.TOKEN);
  }

  @Override
  public Map<String, Located<String>> details() {
    return managedUsers.map(ManagedUsersSpec::details).orElse(Map.of());
  }

  @Override
  public Optional<String> migratedModel() {
    return model == Model.LEGACY
        ? Optional.of(Model.RBAC.name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.workato(this);
  }
}
