package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.MemberRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search for a workspace's permission model, which the API names nowhere. What the job file
 * says is tried; where it says nothing, answers tell. Thread-safe.
 */
final class ModelDetection {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDetection.class);

  /** A model, and what shows that it is that one. */
  private record Found(PermissionModel model, String why) {}

  private final WorkatoApi api;
  private final WorkatoAccess access;
  private final Optional<PermissionModel> said;
  private final WorkatoSettings settings;
  private final Environment main;
  private Optional<ListPage<NamedRow>> firstRoles = Optional.empty();
  private volatile Optional<Found> found = Optional.empty();

  ModelDetection(WorkatoApi api, WorkatoAccess access, WorkatoSettings settings) {
    this.api = api;
    this.access = access;
    this.said = settings.model();
    this.settings = settings;
    this.main = settings.main();
  }

  /** As far as it is known by now; the newer one where nothing is known. */
  PermissionModel model() {
    return found.map(Found::model).or(() -> said).orElse(PermissionModel.RBAC);
  }

  /** Its words, as far as it is known by now. */
  Vocabulary vocabulary() {
    return model().vocabulary(settings.joining());
  }

  /** Which it is, and what shows that, once it is known. */
  Optional<String> told() {
    return found.map(
        each -> "Its permission model is " + each.model().key() + ": " + each.why() + ".");
  }

  /** What to tell of it: that it was found to be the older one, and why. */
  Optional<String> remark() {
    return found
        .filter(each -> said.isEmpty() && each.model() == PermissionModel.LEGACY)
        .map(
            each ->
                "the workspace has the legacy permission model: "
                    + each.why()
                    + "; target.model: legacy would have it known without asking");
  }

  /** The first page of the list of roles where the search has read it; once. */
  synchronized Optional<ListPage<NamedRow>> takeFirstRoles() {
    Optional<ListPage<NamedRow>> taken = firstRoles;
    firstRoles = Optional.empty();
    return taken;
  }

  /**
   * Makes sure that the model is known, asking once.
   *
   * @throws AccessRefused where the job file says the other one, or nothing tells
   */
  synchronized void look() {
    if (found.isEmpty()) {
      Found model = said.map(this::tried).orElseGet(this::searched);
      LOG.debug("the permission model is {}: {}", model.model().key(), model.why());
      found = Optional.of(model);
    }
  }

  /** Finds out anew, whatever the job file says: the workspace may have been migrated. */
  synchronized void lookAgain() {
    firstRoles = Optional.empty();
    found = Optional.of(searched());
    firstRoles = Optional.empty();
  }

  /** The workspace was migrated, though nothing may be read that shows it. */
  synchronized void migrated() {
    found = Optional.of(new Found(PermissionModel.RBAC, "it was migrated"));
  }

  /** Whoever names the model is believed, unless everything speaks against it. */
  private Found tried(PermissionModel model) {
    Found said = new Found(model, "target.model says so");
    Optional<String> refusal = refused(model);
    if (refusal.isEmpty()) {
      return said;
    }
    PermissionModel other =
        model == PermissionModel.RBAC ? PermissionModel.LEGACY : PermissionModel.RBAC;
    Found seen = byMembers().or(() -> byRoles(other)).orElse(said);
    if (seen.model() != model) {
      throw new AccessRefused(
          "target.model is %s, but %s, and %s; write %s, or tick \"%s\" in the API client's role"
              .formatted(
                  model.key(),
                  refusal.get(),
                  seen.why(),
                  other.key(),
                  endpoint(model).privilege()));
    }
    return said;
  }

  private Found searched() {
    Optional<String> refusal = refused(PermissionModel.RBAC);
    if (refusal.isEmpty()) {
      return new Found(
          PermissionModel.RBAC, settings.call(Endpoint.ENVIRONMENT_ROLES) + " is answered");
    }
    return byMembers()
        .or(() -> byRoles(PermissionModel.LEGACY))
        .map(seen -> new Found(seen.model(), refusal.get() + ", and " + seen.why()))
        .orElseThrow(() -> undecided(refusal.get()));
  }

  private AccessRefused undecided(String refusal) {
    return new AccessRefused(
        "nothing tells which permission model the workspace has: %s, %s is refused as well, and no member's role names its type; write target.model: rbac or legacy, and tick \"%s\" (rbac) or \"%s\" (legacy) in the API client's role"
            .formatted(
                refusal,
                settings.call(Endpoint.LEGACY_ROLES),
                Endpoint.ENVIRONMENT_ROLES.privilege(),
                Endpoint.LEGACY_ROLES.privilege()));
  }

  /** Why the list of a model's roles is refused; empty where it was read. */
  private Optional<String> refused(PermissionModel model) {
    FinishedCall<ListPage<NamedRow>> call =
        switch (model) {
          case RBAC -> api.roles().environmentRoles(1);
          case LEGACY -> api.roles().legacyRoles(1);
        };
    if (WorkatoErrors.notPermitted(call.last()) || WorkatoErrors.notFound(call.last())) {
      if (WorkatoErrors.notFound(call.last())) {
        settings
            .managed()
            .ifPresent(customer -> new CustomerSearch(api, settings, customer).explain());
      }
      return Optional.of(settings.call(endpoint(model)) + " " + WorkatoErrors.why(call.last()));
    }
    firstRoles = Optional.of(access.read(endpoint(model), main, call));
    return Optional.empty();
  }

  private static Endpoint endpoint(PermissionModel model) {
    return switch (model) {
      case RBAC -> Endpoint.ENVIRONMENT_ROLES;
      case LEGACY -> Endpoint.LEGACY_ROLES;
    };
  }

  private Optional<Found> byRoles(PermissionModel model) {
    return refused(model).isPresent()
        ? Optional.empty()
        : Optional.of(new Found(model, settings.call(endpoint(model)) + " is answered"));
  }

  /** A role of the newer model proves it, whatever else is seen. */
  private Optional<Found> byMembers() {
    Set<String> types =
        access
            .read(Endpoint.MEMBERS, main, api.members(main, ModelDetection::types))
            .rows()
            .stream()
            .flatMap(Set::stream)
            .collect(toUnmodifiableSet());
    return Stream.of(PermissionModel.values())
        .filter(model -> types.contains(model.roleType()))
        .findFirst()
        .map(model -> new Found(model, "members hold roles of type " + model.roleType()));
  }

  private static Set<String> types(MemberRow row) {
    return row.roles().stream().map(MemberRow.Role::roleType).collect(toUnmodifiableSet());
  }
}
