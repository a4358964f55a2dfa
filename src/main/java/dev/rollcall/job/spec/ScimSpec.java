package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Bindings;
import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.ClientLogin;
import dev.rollcall.tenant.scim.GroupNameTemplate;
import dev.rollcall.tenant.scim.KnownProfile;
import dev.rollcall.tenant.scim.RoleAttribute;
import dev.rollcall.tenant.scim.ScimProfile;
import dev.rollcall.tenant.scim.ScimSettings;
import dev.rollcall.tenant.scim.ScimVocabulary;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Any SCIM 2.0 service provider. */
public record ScimSpec(
    URI url,
    Optional<Secret> token,
    Optional<OAuthSpec> oauth,
    KnownProfile profile,
    ScimManners manners,
    Map<PlaceName, String> roles,
    List<String> levels,
    Map<GroupNameTemplate.Entitled, String> groupNames,
    boolean allowCreate,
    RateSpec rate,
    int batch,
    Optional<TrustSpec> tls,
    ProxySpec proxy)
    implements TargetSpec {

  static final Keys KEYS =
      Keys.ofVariant(
          "scim",
          "Any SCIM 2.0 service provider.",
          Key.of("url", "The address of SCIM, up to but not including /Users."),
          Key.of("token", "The bearer token; write ${env:NAME} or ${file:/path}. Or write oauth."),
          Key.of("oauth", "A client that asks for tokens, where there is none that stays."),
          Key.of(
              "profile",
              "The manners of the service provider: rfc, entra-like, aws, okta, slack, github or"
                  + " workiva.",
              "rfc"),
          Key.of("manners", "In what it differs from its profile.", "{}"),
          Key.of(
              "roles",
              "For each environment, the attribute of users that tells the role in it, such as"
                  + " urn:…:WorkatoRole:workato_role.",
              "{}"),
          Key.of("levels", "Roles that may be given, beside those that somebody has.", "[]"),
          Key.of(
              "group-names",
              "What display names of groups look like that stand for something:"
                  + " organization-role, workspace, workspace-role, workspace-group, each with"
                  + " {role}, {workspace} or {group} in it.",
              "{}"),
          Key.of(
              "allow-create",
              "Whether groups are made that are not there: those that stand under groups, and"
                  + " those of the forms in group-names that somebody is to be in.",
              "false"),
          Key.of("rate", "How fast the API may be asked.", "{}"),
          Key.of("batch", "The most items in one request.", "100"),
          Key.of("tls", "Whose certificates are trusted, beside those that Java trusts."),
          Key.of(
              "proxy",
              "The proxy on the way to it: http://host:port, or { address: …, username: …,"
                  + " password: … }; none; or environment: that of HTTPS_PROXY.",
              "environment"));

  static final List<String> PROPOSAL =
      List.of(
          "type: scim                         # a SCIM service provider: docs/scim.md",
          "url: https://directory.example.com/scim/v2",
          "token: \"${env:SCIM_TOKEN}\"",
          "profile: rfc                       # rfc | entra-like | aws | okta | slack | github | workiva");

  /** A client that asks for tokens. */
  public record OAuthSpec(
      URI url, String clientId, Secret clientSecret, List<String> scopes, ClientLogin.Place place) {

    static final Keys KEYS =
        Keys.of(
            Key.of("url", "Where tokens are given out."),
            Key.of("client-id", "The client's id."),
            Key.of("client-secret", "The client's secret; write ${env:NAME} or ${file:/path}."),
            Key.of("scopes", "What is asked for.", "[]"),
            Key.of(
                "place",
                "Where id and secret stand: form, in the body; or header, as a login.",
                "form"));

    /** Copies. */
    public OAuthSpec {
      scopes = List.copyOf(scopes);
    }

    /** How it asks. */
    public ClientLogin login() {
      return new ClientLogin(url, clientId, clientSecret.reveal(), scopes, place, Map.of());
    }
  }

  /** Checks that there is one way in, and that attributes are some; copies. */
  public ScimSpec {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    levels = List.copyOf(levels);
    if (token.isPresent() == oauth.isPresent()) {
      throw new WrongValue(
          "token",
          token.isPresent() ? "stands beside oauth" : "is missing",
          token.isPresent() ? "keep one of them" : "write token: ${env:SCIM_TOKEN}, or oauth");
    }
    if (batch < 1) {
      throw new WrongValue("batch", "must be at least 1", "100 is usual");
    }
    roles.forEach((place, attribute) -> checked(attribute));
    groupNames = Collections.unmodifiableMap(new LinkedHashMap<>(groupNames));
    groupNames.forEach(ScimSpec::checked);
    if (groupNames.keySet().stream().anyMatch(GroupNameTemplate.Entitled::isWithinWorkspace)
        && !groupNames.containsKey(GroupNameTemplate.Entitled.WORKSPACE)) {
      throw new WrongValue(
          "group-names",
          "has no workspace, of which people must be members first",
          "say what its groups are called as well");
    }
  }

  private static RoleAttribute checked(String attribute) {
    try {
      return RoleAttribute.parse(attribute);
    } catch (IllegalArgumentException e) {
      throw new WrongValue(
          "roles", String.valueOf(e.getMessage()), "write urn:…:Extension:attribute");
    }
  }

  private static GroupNameTemplate checked(GroupNameTemplate.Entitled what, String text) {
    try {
      return new GroupNameTemplate(what, text);
    } catch (IllegalArgumentException e) {
      throw new WrongValue(
          "group-names",
          "is wrong for " + Bindings.word(what) + ": it " + e.getMessage(),
          "write what the provider's own pages say");
    }
  }

  /** What a client needs to know. */
  public ScimSettings settings() {
    Map<String, RoleAttribute> attributes = new LinkedHashMap<>();
    roles.forEach((place, attribute) -> attributes.put(place.name(), checked(attribute)));
    ScimProfile manner = manners.over(profile.profile());
    return new ScimSettings(
        url,
        manner,
        attributes,
        levels,
        groupNames.entrySet().stream()
            .map(each -> checked(each.getKey(), each.getValue()))
            .toList(),
        allowCreate,
        rate.limit().orElseGet(() -> RequestQuota.perMinute(manner.wire().perMinute())),
        batch);
  }

  @Override
  public Vocabulary vocabulary() {
    return ScimVocabulary.VOCABULARY;
  }

  @Override
  public Vocabulary offered() {
    return settings().vocabulary();
  }

  @Override
  public Map<PlaceName, Secret> tokens() {
    return Map.of();
  }

  @Override
  public Set<PlaceName> rolePlaces() {
    return roles.keySet();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.scim(this);
  }
}
