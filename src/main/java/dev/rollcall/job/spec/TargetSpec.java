package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Variant;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.workato.DataCenter;
import dev.rollcall.tenant.workato.PermissionModel;
import dev.rollcall.tenant.workato.WorkatoSettings;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workspace that is kept in step. */
public sealed interface TargetSpec
    permits TargetSpec.WorkatoSpec, WorkivaSpec, ScimSpec, TargetSpec.SandboxSpec {

  /** The type of a real workspace, as it is proposed where none is known yet. */
  String PROPOSED = "workato";

  /** What the address of an API looks like that is not one of the vendor's own. */
  String EXAMPLE_ADDRESS = "https://workato.example.com";

  /** How fast it may be asked. */
  RateSpec rate();

  /** The most items in one request. */
  int batch();

  /** The words of the vendor, in which rights are stated. */
  Vocabulary vocabulary();

  /** Those that a workspace like this has, as far as the job file says. */
  default Vocabulary offered() {
    return vocabulary();
  }

  /** What {@code model} has to say once the workspace was migrated; empty where it may stay. */
  default Optional<String> migratedModel() {
    return Optional.empty();
  }

  /** What is told of people who join, beside their rights: its name, and the column it is in. */
  default Map<String, Located<String>> details() {
    return Map.of();
  }

  /** The tokens by the places they are of; empty where the places are not known yet. */
  Map<PlaceName, Secret> tokens();

  /** Where one token for all places can stand; empty where each place has its own. */
  default Optional<String> sharedToken() {
    return Optional.empty();
  }

  /** What to say where nothing shows that these places are those that their keys say. */
  default String unconfirmed(String places) {
    return "nothing the workspace says shows which environment the tokens belong to: "
        + places
        + "; check that each under target.tokens is of an API client of its environment";
  }

  /** The places in which people have a role each, as far as the job file says. */
  default Set<PlaceName> rolePlaces() {
    return tokens().keySet();
  }

  /**
   * What names lie in that do not say it: the places of roles, or what stands for them; empty where
   * they are not known yet.
   */
  default List<Resource> places() {
    return rolePlaces().stream().map(place -> place.in(vocabulary())).toList();
  }

  /** The stand-in, where it is no real workspace. */
  default Optional<SandboxSpec> standIn() {
    return Optional.empty();
  }

  /** What somebody makes of it who knows each kind. */
  <R> R accept(Cases<R> cases);

  /**
   * What is made of each kind of target.
   *
   * @param <R> what that is
   */
  interface Cases<R> {

    /** Of a Workato workspace. */
    R workato(WorkatoSpec spec);

    /** Of a Workiva organization. */
    R workiva(WorkivaSpec spec);

    /** Of a SCIM service provider. */
    R scim(ScimSpec spec);

    /** Of a stand-in. */
    R sandbox(SandboxSpec spec);
  }

  /** How fast a workspace may be asked. */
  record RateSpec(
      @Key(
              value = "workspace: all tokens share a quota; token: each has its own.",
              fallback = "workspace")
          WorkatoSettings.Quota per,
      @Key(
              "Requests a minute and category; 60, for Workiva ten a second in all, or what the"
                  + " stand-in allows, where left out.")
          Optional<Integer> perMinute,
      @Key("Requests a second and category, where the quota is of a second; instead of per-minute.")
          Optional<Integer> perSecond) {

    /** Checks that it lets requests through, and that there is one limit. */
    public RateSpec {
      if (perMinute.isPresent() && perSecond.isPresent()) {
        throw new WrongValue("per-second", "stands beside per-minute", "keep one of them");
      }
      check("per-minute", perMinute, "Workato allows 60");
      check("per-second", perSecond, "Workato allows 60 a minute");
    }

    private static void check(String key, Optional<Integer> requests, String remedy) {
      if (requests.filter(number -> number < 1).isPresent()) {
        throw new WrongValue(key, "must be at least 1", remedy);
      }
    }

    /** The limit that is said here. */
    public Optional<RequestQuota> limit() {
      return perMinute
          .map(RequestQuota::perMinute)
          .or(() -> perSecond.map(RequestQuota::perSecond));
    }
  }

  /** A Workato workspace. */
  @Variant(value = PROPOSED, description = "A Workato workspace.")
  record WorkatoSpec(
      @Key("Where the workspace lives; or write url.") Optional<DataCenter> dataCenter,
      @Key("The address of the API, for a private Workato; instead of data-center.")
          Optional<URI> url,
      @Key(
              value =
                  "How the workspace does permissions: rbac: environment roles, project roles and"
                      + " groups; legacy: one role in each environment; auto looks.",
              fallback = "auto")
          Model model,
      @Key(
              value =
                  "An API client's token for each environment, unless managed-users has one for all;"
                      + " write ${env:NAME} or ${file:/path}.",
              fallback = "{}")
          Map<PlaceName, Secret> tokens,
      @Key("Which customer's workspace it is, where the token is of an embedded partner.")
          Optional<ManagedUsersSpec> managedUsers,
      @Key("Names the workspace where the token may not read /users/me.")
          Optional<String> workspace,
      @Key(value = "How fast the API may be asked.", fallback = "{}") RateSpec rate,
      @Key(value = "The most items in one request.", fallback = "100") int batch,
      @Key("Whose certificates are trusted, beside those that Java trusts.")
          Optional<TrustSpec> tls,
      @Key(
              value =
                  "The proxy on the way to the workspace: http://host:port, or { address: …,"
                      + " username: …, password: … }; none; or environment: that of HTTPS_PROXY.",
              fallback = "environment")
          ProxySpec proxy)
      implements TargetSpec {

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
      checkBatch(batch);
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

  /** The stand-in workspace, run in process. */
  @Variant(value = "sandbox", description = "The stand-in workspace, run in process.")
  record SandboxSpec(
      @Key(
              value = "Whose workspace it stands in for: " + StandInVendor.NAMES + ".",
              fallback = "workato")
          StandInVendor vendor,
      @Key("What the workspace holds at first.") Optional<ResolvedPath> seed,
      @Key("Keeps what it holds between runs.") Optional<ResolvedPath> state,
      @Key(value = "How fast the API may be asked.", fallback = "{}") RateSpec rate,
      @Key(value = "The most items in one request.", fallback = "100") int batch)
      implements TargetSpec {

    /** Checks that there is something in a request. */
    public SandboxSpec {
      checkBatch(batch);
    }

    @Override
    public Vocabulary vocabulary() {
      return vendor.vocabulary();
    }

    @Override
    public Map<PlaceName, Secret> tokens() {
      return Map.of();
    }

    /** The same, without keeping what nobody has kept yet. */
    public SandboxSpec asItIs() {
      return new SandboxSpec(
          vendor, seed, state.filter(kept -> Files.exists(kept.path())), rate, batch);
    }

    @Override
    public Optional<SandboxSpec> standIn() {
      return Optional.of(this);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.sandbox(this);
    }
  }

  private static void checkBatch(int batch) {
    if (batch < 1) {
      throw new WrongValue("batch", "must be at least 1", "100 is usual");
    }
  }
}
