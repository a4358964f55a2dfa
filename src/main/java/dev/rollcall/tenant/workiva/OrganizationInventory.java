package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Inventory;
import dev.rollcall.tenant.Inventory.Counting;
import dev.rollcall.tenant.Inventory.Entry;
import dev.rollcall.tenant.Inventory.Gap;
import dev.rollcall.tenant.Inventory.Holders;
import dev.rollcall.tenant.Inventory.Section;
import dev.rollcall.tenant.Inventory.Sort;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workiva.payload.IdName;
import dev.rollcall.tenant.workiva.payload.MembershipRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reading of all names with their ids, list by list: one that may not be read leaves a gap, and
 * the others go on.
 */
final class OrganizationInventory {

  private final WorkivaContext context;
  private final WorkivaLists lists;
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Entry> roles = new ArrayList<>();
  private final List<Entry> groups = new ArrayList<>();
  private final Map<String, Integer> holders = new HashMap<>();
  private boolean counts;
  private boolean anythingRead;

  OrganizationInventory(WorkivaContext context) {
    this.context = context;
    this.lists = context.lists();
  }

  /** Who holds roles is asked person by person, which takes as many requests. */
  Inventory read(Counting counting) {
    counts = counting == Counting.ALWAYS;
    List<Section> sections = new ArrayList<>();
    if (counts) {
      gap("users", () -> lists.users().forEach(user -> count(lists.userRoles(user.id()), "")));
    }
    List<Entry> organizationRoles = new ArrayList<>();
    if (gap(
        "organization roles",
        () ->
            lists
                .organizationRoles()
                .forEach(
                    row ->
                        organizationRoles.add(
                            entry(row, "", Optional.empty(), holders(row, "")))))) {
      sections.add(resources(WorkivaVocabulary.ORGANIZATION_ROLE, organizationRoles));
    }
    List<Entry> workspaces = new ArrayList<>();
    if (gap("workspaces", () -> lists.workspaces().forEach(row -> workspace(row, workspaces)))) {
      sections.add(resources(WorkivaVocabulary.WORKSPACE, workspaces));
      sections.add(resources(WorkivaVocabulary.WORKSPACE_ROLE, roles));
      sections.add(resources(WorkivaVocabulary.GROUP, groups));
    }
    if (!context.files().all().isEmpty()) {
      files(sections);
    }
    return new Inventory(sections, gaps);
  }

  private static Section resources(Kind kind, List<Entry> entries) {
    return new Section(kind, Sort.RESOURCES, entries);
  }

  private static Entry entry(IdName row, String type, Optional<Resource> within, Holders holders) {
    return new Entry(row.name(), row.id(), type, within, holders, true);
  }

  private void workspace(IdName row, List<Entry> workspaces) {
    Resource workspace = WorkivaVocabulary.workspace(row.name());
    Holders[] members = {Holders.UNKNOWN};
    gap("members of " + workspace, () -> members[0] = members(row.id()));
    workspaces.add(entry(row, "", Optional.empty(), members[0]));
    gap(
        "roles of " + workspace,
        () ->
            lists
                .workspaceRoles(row.id())
                .forEach(
                    role ->
                        roles.add(
                            entry(role, "", Optional.of(workspace), holders(role, row.id())))));
    gap(
        "groups of " + workspace,
        () -> lists.groups(row.id()).forEach(group -> group(row.id(), workspace, group)));
  }

  private Holders members(String workspace) {
    List<MembershipRow> seats = lists.memberships(workspace);
    if (counts) {
      seats.forEach(
          seat -> count(lists.membershipRoles(new SeatId(workspace, seat.id())), workspace));
    }
    return Holders.people(seats.size());
  }

  private void count(List<IdName> held, String workspace) {
    held.forEach(role -> holders.merge(workspace + " " + role.id(), 1, Integer::sum));
  }

  private Holders holders(IdName role, String workspace) {
    return counts
        ? Holders.people(holders.getOrDefault(workspace + " " + role.id(), 0))
        : Holders.UNKNOWN;
  }

  private void group(String workspaceId, Resource workspace, IdName row) {
    Holders[] members = {Holders.UNKNOWN};
    gap(
        "members of " + workspace + " / " + row.name(),
        () ->
            members[0] =
                Holders.people(lists.groupMembers(new GroupId(workspaceId, row.id())).size()));
    String type = row.name().equals(WorkivaCatalogue.EVERYBODY) ? "system" : "";
    groups.add(entry(row, type, Optional.of(workspace), members[0]));
  }

  private void files(List<Section> sections) {
    List<Entry> files = new ArrayList<>();
    context
        .files()
        .all()
        .forEach(
            (name, file) ->
                files.add(
                    entry(
                        new IdName(file.id(), name.name()),
                        file.family().path(),
                        Optional.empty(),
                        Holders.UNKNOWN)));
    sections.add(resources(WorkivaVocabulary.FILE, files));
    List<Entry> levels = new ArrayList<>();
    if (gap(
        "permissions",
        () ->
            lists.permissions().stream()
                .filter(row -> !WorkivaFiles.isNone(row.name()))
                .forEach(row -> levels.add(entry(row, "", Optional.empty(), Holders.UNKNOWN))))) {
      sections.add(new Section(WorkivaVocabulary.FILE, Sort.LEVELS, levels));
    }
  }

  /** Reads a list, or notes why that cannot be done. */
  private boolean gap(String what, Runnable reading) {
    try {
      reading.run();
      anythingRead = true;
      return true;
    } catch (ReadingStopped e) {
      throw e;
    } catch (AccessRefused e) {
      context.access().check();
      gaps.add(new Gap(what, String.valueOf(e.getMessage())));
    } catch (TenantUnavailable e) {
      if (!anythingRead) {
        throw e;
      }
      gaps.add(new Gap(what, String.valueOf(e.getMessage())));
    }
    return false;
  }
}
