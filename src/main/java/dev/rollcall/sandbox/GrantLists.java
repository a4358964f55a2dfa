package dev.rollcall.sandbox;

import java.util.stream.Stream;

/** Lists of project grants, cut down to what a token may see. */
final class GrantLists {
  private final SandboxTenant tenant;
  private final Shapes shapes;

  GrantLists(SandboxTenant tenant) {
    this.tenant = tenant;
    this.shapes = new Shapes(tenant.store());
  }

  Answer ofAssignee(ApiCall call, Stream<StoredRow.Grant> grants) {
    boolean all = tenant.is(Switch.ASSIGNEE_GRANTS, "all-environments");
    return Paging.bracketed(
        call,
        grants.filter(grant -> all || visible(call, grant)).toList(),
        grant -> shapes.grant(grant, tenant.behaviour()));
  }

  boolean visible(ApiCall call, StoredRow.Grant grant) {
    return tenant
        .store()
        .projects
        .find(Long.toString(grant.project()))
        .filter(call.token()::sees)
        .isPresent();
  }
}
