package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule gives in the columns of a vendor's own, each item as it would stand in a cell. */
public record NamedRights(
    List<Located<String>> organizationRoles,
    List<Located<String>> workspaces,
    List<Located<String>> workspaceRoles,
    List<Located<String>> files) {

  static final Keys KEYS =
      Keys.of(
          Key.of("organization-roles", "Workiva: roles in the organization.", "[]"),
          Key.of("workspaces", "Workiva: workspaces to be a member of.", "[]"),
          Key.of(
              "workspace-roles",
              "Workiva: roles in workspaces, such as \"FY26 = Editor, Viewer\".",
              "[]"),
          Key.of("files", "Workiva: permissions, such as \"10-K = Viewer\".", "[]"));

  /** None. */
  public static final NamedRights NONE =
      new NamedRights(List.of(), List.of(), List.of(), List.of());

  /** Copies. */
  public NamedRights {
    organizationRoles = List.copyOf(organizationRoles);
    workspaces = List.copyOf(workspaces);
    workspaceRoles = List.copyOf(workspaceRoles);
    files = List.copyOf(files);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return byColumn().values().stream().allMatch(List::isEmpty);
  }

  /** By the key of the column in which a roster would say the same. */
  public Map<String, List<Located<String>>> byColumn() {
    Map<String, List<Located<String>>> byColumn = new LinkedHashMap<>();
    byColumn.put("organization-roles", organizationRoles);
    byColumn.put("workspaces", workspaces);
    byColumn.put("workspace-roles", workspaceRoles);
    byColumn.put("files", files);
    return byColumn;
  }
}
