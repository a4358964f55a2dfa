package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.WorkspaceRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which workspace the tokens belong to, and that it is one and the same. */
final class WorkatoIdentity {

  private final WorkatoApi api;
  private final WorkatoAccess access;
  private final WorkatoSettings settings;

  WorkatoIdentity(WorkatoApi api, WorkatoAccess access, WorkatoSettings settings) {
    this.api = api;
    this.access = access;
    this.settings = settings;
  }

  Identity read() {
    Map<Environment, WorkspaceRow> rows = new LinkedHashMap<>();
    String refusal = "";
    for (Environment environment : settings.differentTokens()) {
      FinishedCall<WorkspaceRow> finished = api.workspace(environment);
      if (WorkatoErrors.notPermitted(finished.last())) {
        refusal = access.refusal(Endpoint.WORKSPACE, environment, finished.last());
        access.check();
      } else {
        rows.put(environment, access.read(Endpoint.WORKSPACE, environment, finished));
      }
    }
    return rows.isEmpty() ? named(refusal) : identified(rows);
  }

  private Identity identified(Map<Environment, WorkspaceRow> rows) {
    List<String> ids = rows.values().stream().map(row -> row.id().text()).distinct().toList();
    if (ids.size() > 1) {
      List<String> each =
          rows.entrySet().stream()
              .map(row -> row.getKey() + " of " + row.getValue().id() + " " + name(row.getValue()))
              .toList();
      throw new AccessRefused(
          "the tokens belong to different workspaces: " + String.join(", ", each));
    }
    WorkspaceRow row = rows.getOrDefault(settings.main(), rows.values().iterator().next());
    return settings
        .managed()
        .map(customer -> customer(customer, ids.get(0), name(row)))
        .orElseGet(
            () -> new Identity(key(ids.get(0)), name(row), CompleteLists.email(row.email())));
  }

  /** Where no token may read it, the job file has to name the workspace. */
  private Identity named(String refusal) {
    String name =
        settings
            .workspaceName()
            .orElseThrow(
                () ->
                    new AccessRefused(
                        "which workspace it is cannot be read: "
                            + refusal
                            + "; or name the workspace in target.workspace"));
    return settings
        .managed()
        .map(customer -> customer(customer, name, name))
        .orElseGet(() -> new Identity(key(name), name, Optional.empty()));
  }

  /** A customer's workspace lies below that of its partner, with whose others it shares quotas. */
  private Identity customer(ManagedWorkspace customer, String partner, String partnerName) {
    String id = customer.id(settings.main());
    return new Identity(
        key(partner) + "/managed_users/" + id,
        "customer workspace " + id + " of " + partnerName,
        Optional.empty(),
        key(partner));
  }

  private String key(String id) {
    return WorkatoSettings.keysBegin(settings.base()) + id;
  }

  private static String name(WorkspaceRow row) {
    return row.companyName().isBlank() ? row.name() : row.companyName();
  }
}
