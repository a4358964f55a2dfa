package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.tenant.AccessInventory;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Activity;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workato.payload.AccountRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts of the workspace with what is known of their use. The member list is read a second
 * time for that, so that the many who make plans need not keep it.
 */
final class WorkatoAccounts {

  private static final String COLLABORATOR = "team";

  private final WorkatoContext context;

  WorkatoAccounts(WorkatoContext context) {
    this.context = context;
  }

  /** All access, of what was read of it. */
  AccessInventory with(
      List<ActualMember> members,
      WorkatoCatalogue names,
      Collection<Environment> tokens,
      GatheredHoldings holdings) {
    members.forEach(WorkatoAccounts::refuseNameless);
    Map<Id, AccountRow> rows = rows(members);
    Map<Email, List<Entitlement>> held = holdings.actual().everybody(members);
    Catalogue catalogue = names.catalogue(members, tokens);
    SortedMap<Resource, List<Entitlement>> groups = new TreeMap<>();
    holdings
        .actual()
        .everyGroup()
        .forEach((name, rights) -> groups.put(WorkatoVocabulary.group(name), rights));
    return new AccessInventory(
        catalogue,
        members.stream()
            .map(
                member ->
                    account(member, Optional.ofNullable(rows.get(member.id())).orElseThrow(), held))
            .toList(),
        groups,
        catalogue.of(WorkatoVocabulary.GROUP).builtIn(),
        holdings.incomplete());
  }

  /** Rows of groups and projects would not find whom they are about. */
  private static void refuseNameless(ActualMember member) {
    if (member.email().isEmpty()) {
      throw new TenantUnavailable(
          "the account \"%s\" (id %s) has no address that can be read, so nobody can tell what it holds"
              .formatted(member.name(), member.id()));
    }
  }

  private Map<Id, AccountRow> rows(List<ActualMember> members) {
    List<ListPage<AccountRow>> listings =
        context.lists().memberPlaces().stream()
            .map(
                place ->
                    context.access().read(Endpoint.MEMBERS, place, context.api().accounts(place)))
            .toList();
    Map<Id, AccountRow> rows =
        listings.stream()
            .flatMap(listing -> listing.rows().stream())
            .collect(toMap(AccountRow::id, row -> row, (one, two) -> one));
    boolean same =
        listings.stream().allMatch(ListPage::present)
            && (listings.size() > 1 || rows.size() == members.size())
            && members.stream().allMatch(member -> rows.containsKey(member.id()));
    if (!same) {
      throw new TenantUnavailable(
          "the member list has changed, or was cut short, while it was read; try again");
    }
    return rows;
  }

  private static Account account(
      ActualMember member, AccountRow row, Map<Email, List<Entitlement>> held) {
    Email email = member.email().orElseThrow();
    return new Account(
        member.id().text(),
        email,
        member.name(),
        member.team() || row.grantType().equals(COLLABORATOR)
            ? ""
            : row.grantType().replace('_', ' '),
        WorkatoLog.time(row.createdAt()),
        activity(row),
        held.getOrDefault(email, List.of()));
  }

  private static Optional<Activity> activity(AccountRow row) {
    return row.lastActivity()
        .flatMap(
            last ->
                WorkatoLog.time(last.createdAt()).map(at -> new Activity(at, last.eventType())));
  }
}
