package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.DefinitionRow;
import dev.rollcall.tenant.workato.payload.FolderRow;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.LegacyRoleRow;
import dev.rollcall.tenant.workato.payload.MemberRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.PersonRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The lists of the workspace, read whole and proven complete; what cannot be read ends the run. */
final class CompleteLists {

  private final WorkatoApi api;
  private final ListAccess access;
  private final ListAccess besideOthers;
  private final Environment main;
  private final MemberLists people;

  /**
   * Those of a workspace.
   *
   * @param people the environments in which people are listed, the main one first
   */
  CompleteLists(WorkatoApi api, WorkatoAccess access, List<Environment> people) {
    this(api, access, access.sideBySide(), new MemberLists(api, people));
  }

  private CompleteLists(
      WorkatoApi api, ListAccess access, ListAccess besideOthers, MemberLists people) {
    this.api = api;
    this.access = access;
    this.besideOthers = besideOthers;
    this.people = people;
    this.main = people.main();
  }

  /** The same for lanes side by side: who is not let in is {@link TurnedAway}. */
  CompleteLists sideBySide() {
    return new CompleteLists(api, besideOthers, besideOthers, people);
  }

  /** All members; a list that is not proven complete would make joiners of those missing. */
  List<ActualMember> members() {
    return people.read(access);
  }

  /** The environments whose lists of members are read for that, the main one first. */
  List<Environment> memberPlaces() {
    return people.places();
  }

  /** The member with this address, asked for on its own. */
  Optional<ActualMember> member(Email email) {
    ListPage<ActualMember> listing =
        access.read(
            Endpoint.MEMBERS,
            main,
            api.membersLike(email.address(), row -> small(row, main, new SharedRoles())));
    return listing.rows().stream()
        .filter(row -> row.email().filter(email::equals).isPresent())
        .findFirst();
  }

  /**
   * A row, made small.
   *
   * @param place the environment that was asked
   */
  static ActualMember small(MemberRow row, Environment place, SharedRoles shared) {
    return new ActualMember(
        row.id(), address(row), row.name(), row.grantType().equals("team"), shared.of(row, place));
  }

  /** Partners name people by an address where the row of a member has none. */
  private static Optional<Email> address(MemberRow row) {
    return email(row.email().isBlank() ? row.externalId() : row.email());
  }

  static Optional<Email> email(String text) {
    try {
      return Optional.of(Email.parse(text));
    } catch (MalformedEmail e) {
      return Optional.empty();
    }
  }

  /**
   * The environment roles.
   *
   * @param first hands out the first page where it was read already, once
   */
  List<NamedRow> environmentRoles(Supplier<Optional<ListPage<NamedRow>>> first) {
    return whole(
        new PagedList.Pages<>(
            "environment roles",
            begun(
                first,
                page ->
                    access.read(
                        Endpoint.ENVIRONMENT_ROLES, main, api.roles().environmentRoles(page))),
            row -> row.id()));
  }

  /**
   * The custom roles of the older model; those that every workspace has are not among them.
   *
   * @param first hands out the first page where it was read already, once
   */
  List<NamedRow> legacyRoles(Supplier<Optional<ListPage<NamedRow>>> first) {
    return PagedList.untilShort(
            new PagedList.Pages<>(
                "collaborator roles",
                begun(
                    first,
                    page ->
                        access.read(Endpoint.LEGACY_ROLES, main, api.roles().legacyRoles(page))),
                row -> row.id()))
        .rows();
  }

  /** The same with the projects that each is for. */
  List<LegacyRoleRow> legacyRoleRows() {
    return PagedList.untilShort(
            new PagedList.Pages<>(
                "collaborator roles",
                page -> access.read(Endpoint.LEGACY_ROLES, main, api.roles().legacyRoleRows(page)),
                row -> row.id()))
        .rows();
  }

  private static <T> IntFunction<ListPage<T>> begun(
      Supplier<Optional<ListPage<T>>> first, IntFunction<ListPage<T>> others) {
    return page ->
        (page == 1 ? first.get() : Optional.<ListPage<T>>empty())
            .orElseGet(() -> others.apply(page));
  }

  List<NamedRow> projectRoles() {
    return whole(
        new PagedList.Pages<>(
            "project roles",
            page -> access.read(Endpoint.PROJECT_ROLES, main, api.roles().projectRoles(page)),
            row -> row.id()));
  }

  List<GroupRow> groups() {
    return whole(
        new PagedList.Pages<>(
            "groups",
            page -> access.read(Endpoint.GROUPS, main, api.groups(page)),
            row -> row.id()));
  }

  PagedList<PersonRow> groupMembers(Id group) {
    return PagedList.read(
        new PagedList.Pages<>(
            "members of a group",
            page -> access.read(Endpoint.GROUP_MEMBERS, main, api.groupMembers(group, page)),
            PersonRow::key));
  }

  /** Those of a group's members whose name or address holds this text; perhaps others as well. */
  List<PersonRow> groupMembersLike(Id group, String text) {
    return whole(
        new PagedList.Pages<>(
            "members of a group",
            page ->
                access.read(Endpoint.GROUP_MEMBERS, main, api.groupMembersLike(group, text, page)),
            PersonRow::key));
  }

  /** The roles that one member holds by environment; none where there is no such member. */
  Map<Resource, Entitlement> rolesOf(Id member) {
    Map<Resource, Entitlement> held = new LinkedHashMap<>();
    for (Environment place : people.places()) {
      FinishedCall<MemberRow> finished = api.member(place, member);
      if (!WorkatoErrors.notFound(finished.last())) {
        new SharedRoles()
            .of(access.read(Endpoint.MEMBER, place, finished), place)
            .forEach(role -> held.putIfAbsent(role.on(), role));
      }
    }
    return held;
  }

  /** The grants of a member that the token of an environment may see. */
  List<GrantRow> memberGrants(Environment environment, Id member) {
    return whole(
        new PagedList.Pages<>(
            "grants of a member",
            page ->
                access.read(
                    Endpoint.MEMBER_GRANTS,
                    environment,
                    api.onProjects().memberGrants(environment, member, page)),
            row -> row.id()));
  }

  /** The grants of a group that the token of an environment may see. */
  List<GrantRow> groupGrants(Environment environment, Id group) {
    return whole(
        new PagedList.Pages<>(
            "grants of a group",
            page ->
                access.read(
                    Endpoint.GROUP_GRANTS,
                    environment,
                    api.onProjects().groupGrants(environment, group, page)),
            row -> row.id()));
  }

  /** What a role lets people do. */
  DefinitionRow role(RoleKind kind, Id role) {
    return access.read(kind.calls().get(), main, api.roles().role(kind, role));
  }

  /** How many members a group has, by the first page. */
  OptionalInt groupTotal(Id group) {
    return access.read(Endpoint.GROUP_MEMBERS, main, api.groupMembers(group, 1)).total();
  }

  /** How many grants a project has, by the first page. */
  OptionalInt grantTotal(Environment environment, Id project) {
    return access
        .read(Endpoint.GRANTS, environment, api.onProjects().grants(environment, project, 1))
        .total();
  }

  List<ProjectRow> projects(Environment environment) {
    return PagedList.untilShort(
            new PagedList.Pages<>(
                "projects of " + environment,
                page ->
                    access.read(
                        Endpoint.PROJECTS,
                        environment,
                        api.onProjects().projects(environment, page)),
                row -> row.id()))
        .rows();
  }

  /** The folders right below one, or at the top; none where they may not be read. */
  List<FolderRow> folders(Environment environment, Id parent) {
    try {
      return PagedList.untilShort(
              new PagedList.Pages<>(
                  "folders of " + environment,
                  page ->
                      access.read(
                          Endpoint.FOLDERS,
                          environment,
                          api.onProjects().folders(environment, parent, page)),
                  FolderRow::id))
          .rows();
    } catch (ReadingStopped e) {
      throw e;
    } catch (AccessRefused | TenantUnavailable e) {
      return List.of();
    }
  }

  PagedList<GrantRow> grants(Environment environment, Id project) {
    return PagedList.read(
        new PagedList.Pages<>(
            "grants of a project in " + environment,
            page ->
                access.read(
                    Endpoint.GRANTS,
                    environment,
                    api.onProjects().grants(environment, project, page)),
            row -> row.id()));
  }

  /** The first of a project's grants, to see what they say; empty where they cannot be read. */
  Optional<List<GrantRow>> someGrants(Environment environment, Id project) {
    return api.onProjects().grants(environment, project, 1).last()
            instanceof CallOutcome.Accepted<ListPage<GrantRow>> read
        ? Optional.of(read.value().rows())
        : Optional.empty();
  }

  private static <T> List<T> whole(PagedList.Pages<T> pages) {
    PagedList<T> paged = PagedList.read(pages);
    if (!paged.complete()) {
      throw new TenantUnavailable(
          "the list of "
              + pages.what()
              + " does not have as many rows as it says; nothing was changed");
    }
    return paged.rows();
  }
}
