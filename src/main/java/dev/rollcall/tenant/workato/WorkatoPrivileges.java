package dev.rollcall.tenant.workato;

import dev.rollcall.model.Resource;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.PrivilegeReading;
import dev.rollcall.tenant.Privileges;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.PrivilegeRow;
import dev.rollcall.tenant.workato.payload.ProjectPrivilegeRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What collaborators may do, asked of the workspace one by one: two requests each. */
final class WorkatoPrivileges implements PrivilegeReading {

  private static final int REQUESTS_EACH = 2;

  private final WorkatoContext context;
  private final RequestQuota rate;
  private final FolderNames folders;

  WorkatoPrivileges(WorkatoContext context, RequestQuota rate) {
    this.context = context;
    this.rate = rate;
    this.folders = FolderNames.of(context);
  }

  @Override
  public Cost cost(int accounts) {
    int requests = accounts * REQUESTS_EACH;
    return new Cost(
        requests, Duration.ofSeconds(60L * requests / rate.perMinute()), rate.perMinute());
  }

  @Override
  public List<Privileges> of(Account account) {
    Id id = Id.of(account.id());
    List<Privileges> all = new ArrayList<>();
    environments(id).forEach(row -> all.add(inEnvironment(row)));
    projects(id).forEach(row -> all.add(inProject(row)));
    return all;
  }

  private List<PrivilegeRow> environments(Id id) {
    return whole(
        Endpoint.MEMBER_PRIVILEGES,
        context
            .access()
            .read(Endpoint.MEMBER_PRIVILEGES, context.main(), context.api().privileges(id)));
  }

  private List<ProjectPrivilegeRow> projects(Id id) {
    return whole(
        Endpoint.MEMBER_PROJECTS_PRIVILEGES,
        context
            .access()
            .read(
                Endpoint.MEMBER_PROJECTS_PRIVILEGES,
                context.main(),
                context.api().projectsPrivileges(id)));
  }

  private static <T> List<T> whole(Endpoint endpoint, ListPage<T> page) {
    if (!page.present() || page.total().orElse(page.rows().size()) != page.rows().size()) {
      throw new TenantUnavailable(
          "the answer to " + endpoint.call() + " is not whole: it does not have the rows it says");
    }
    return page.rows();
  }

  private Privileges inEnvironment(PrivilegeRow row) {
    return new Privileges(
        environment(row.environmentType(), Endpoint.MEMBER_PRIVILEGES),
        WorkatoVocabulary.isNoAccess(row.name()) ? List.of() : List.of(row.name()),
        folders.of(new Environment(row.environmentType()), row.folders()),
        new TreeMap<>(row.privileges()));
  }

  private static Privileges inProject(ProjectPrivilegeRow row) {
    Resource environment = environment(row.environmentType(), Endpoint.MEMBER_PROJECTS_PRIVILEGES);
    if (row.project().name().isBlank()) {
      throw unknown(Endpoint.MEMBER_PROJECTS_PRIVILEGES, "project");
    }
    return new Privileges(
        Resource.of(WorkatoVocabulary.PROJECT, environment, row.project().name()),
        row.roles().stream().map(NamedRow::name).toList(),
        List.of(),
        new TreeMap<>(row.privileges()));
  }

  private static Resource environment(String type, Endpoint endpoint) {
    if (type.isBlank()) {
      throw unknown(endpoint, "environment");
    }
    return WorkatoVocabulary.resource(new Environment(type));
  }

  private static TenantUnavailable unknown(Endpoint endpoint, String what) {
    return new TenantUnavailable(
        "the answer to " + endpoint.call() + " does not say of which " + what + " it is");
  }
}
