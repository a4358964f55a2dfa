package dev.rollcall.tenant.workato;

import static dev.rollcall.tenant.workato.WorkatoCalls.bracketed;
import static dev.rollcall.tenant.workato.WorkatoCalls.classic;
import static dev.rollcall.tenant.workato.WorkatoCalls.encoded;
import static dev.rollcall.tenant.workato.WorkatoCalls.path;

import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.FolderRow;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.NewGrant;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the Developer API that is about projects: what there is, and who holds what on them.
 */
final class ProjectApi {

  private final WorkatoCalls calls;

  ProjectApi(WorkatoCalls calls) {
    this.calls = calls;
  }

  /** Workato Developer API, Projects: List projects, those of the token's environment. */
  FinishedCall<ListPage<ProjectRow>> projects(Environment environment, int page) {
    return calls.list(
        Endpoint.PROJECTS, environment, "/projects?" + classic(page), ProjectRow::read);
  }

  /**
   * Workato Developer API, Folders: List folders, those of the token's environment.
   *
   * @param parent whose folders these are; none for those at the top
   */
  FinishedCall<ListPage<FolderRow>> folders(Environment environment, Id parent, int page) {
    return calls.list(
        Endpoint.FOLDERS,
        environment,
        "/folders?"
            + (parent.exists() ? "parent_id=" + encoded(parent.text()) + "&" : "")
            + classic(page),
        FolderRow::read);
  }

  /** Workato Developer API, Project grants: List a project's grants. */
  FinishedCall<ListPage<GrantRow>> grants(Environment environment, Id project, int page) {
    return calls.list(
        Endpoint.GRANTS, environment, grantsOf(project) + "?" + bracketed(page), GrantRow::read);
  }

  /**
   * Workato Developer API, Workspace collaborators: List a collaborator's project grants, as far as
   * the token of the environment may see them.
   */
  FinishedCall<ListPage<GrantRow>> memberGrants(Environment environment, Id member, int page) {
    return calls.list(
        Endpoint.MEMBER_GRANTS,
        environment,
        "/members/" + path(member) + "/project_grants?" + bracketed(page),
        GrantRow::read);
  }

  /** Workato Developer API, Project grants: Add or update grants, at most 100. */
  FinishedCall<String> setGrants(
      Environment environment, Id project, List<NewGrant> grants, GrantPlaces places) {
    String query = places.query(grants);
    return calls.change(
        Endpoint.SET_GRANTS,
        environment,
        query.isEmpty() ? grantsOf(project) : grantsOf(project) + "?" + query,
        query.isEmpty() ? Optional.of(Map.of("project_grants", grants)) : Optional.empty());
  }

  /** Workato Developer API, Project grants: Get a grant. */
  FinishedCall<GrantRow> grant(Environment environment, Id grant) {
    return calls.get(Endpoint.GRANT, environment, grantAt(grant), calls.json().one(GrantRow::read));
  }

  /**
   * Workato Developer API, Project grants: Update a grant: gives it another role. Its body is not
   * documented.
   *
   * @param wrapped whether the role stands within {@code project_grant}
   */
  FinishedCall<String> changeGrant(Environment environment, Id grant, Id role, boolean wrapped) {
    Map<String, Id> bare = Map.of("project_role_id", role);
    return calls.change(
        Endpoint.CHANGE_GRANT,
        environment,
        grantAt(grant),
        Optional.of(wrapped ? Map.of("project_grant", bare) : bare));
  }

  /** Workato Developer API, Project grants: Delete a grant. */
  FinishedCall<String> deleteGrant(Environment environment, Id grant) {
    return calls.change(Endpoint.DELETE_GRANT, environment, grantAt(grant), Optional.empty());
  }

  /**
   * Workato Developer API, Collaborator groups: List a group's project grants, as far as the token
   * of the environment may see them.
   */
  FinishedCall<ListPage<GrantRow>> groupGrants(Environment environment, Id group, int page) {
    return calls.list(
        Endpoint.GROUP_GRANTS,
        environment,
        "/user_groups/" + path(group) + "/project_grants?" + bracketed(page),
        GrantRow::read);
  }

  private static String grantAt(Id grant) {
    return "/project_grants/" + path(grant);
  }

  private static String grantsOf(Id project) {
    return "/projects/" + path(project) + "/project_grants";
  }
}
