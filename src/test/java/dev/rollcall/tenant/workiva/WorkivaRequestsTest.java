package dev.rollcall.tenant.workiva;

import static dev.rollcall.tenant.workiva.WorkivaVocabulary.group;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.role;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.workspace;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Plan;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.tenant.Price;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many requests it takes to put people into workspaces, beside the most that it may take. */
class WorkivaRequestsTest {

  private static final int MEMBERS_A_REQUEST = 100;

  @TempDir Path folder;

  /** So many people into so many workspaces, each with roles and groups in every one. */
  private record Joining(int people, int workspaces, int roles, int groups) {

    int seats() {
      return people * workspaces;
    }

    /** The first request of its kind adds one member alone, to see what such a request does. */
    int groupRequests() {
      int full = (people + MEMBERS_A_REQUEST - 1) / MEMBERS_A_REQUEST;
      return groups == 0 ? 0 : workspaces * groups * full + 1;
    }

    String seed() {
      String roleNames =
          IntStream.range(0, Math.max(1, roles))
              .mapToObj(i -> "\"Role " + i + "\"")
              .collect(joining(","));
      String groupNames =
          IntStream.range(0, groups)
              .mapToObj(i -> "\"Group " + i + "\": [\"old@example.com\"]")
              .collect(joining(","));
      String spaces =
          IntStream.range(0, workspaces)
              .mapToObj(
                  i ->
                      """
                      { "name": "Space %d", "roles": [%s],
                        "members": { "old@example.com": [] }, "groups": { %s } }
                      """
                          .formatted(i, roleNames, groupNames))
              .collect(joining(","));
      return """
      { "organization": { "id": "org-1", "name": "Many" }, "roles": ["Org User Admin"],
        "people": [ { "username": "old@example.com" } ],
        "workspaces": [ %s ],
        "files": [ { "id": "doc-1", "family": "documents", "name": "10-K", "permissions": {} } ] }
      """
          .formatted(spaces);
    }

    List<Member> members() {
      List<Member> members = new ArrayList<>();
      for (int person = 0; person < people; person++) {
        List<Entitlement> rights = new ArrayList<>();
        for (int space = 0; space < workspaces; space++) {
          Resource workspace = workspace("Space " + space);
          rights.add(workspace.membership());
          IntStream.range(0, roles)
              .forEach(i -> rights.add(role(workspace, "Role " + i).membership()));
          IntStream.range(0, groups)
              .forEach(i -> rights.add(group(workspace, "Group " + i).membership()));
        }
        members.add(
            new Member(
                new Email("joiner" + person + "@example.com"),
                "Joiner " + person,
                Status.ACTIVE,
                rights));
      }
      return members;
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,1,1", "3,2,5,0", "12,3,2,2", "7,1,0,1", "130,1,2,1", "205,2,1,1"})
  void peopleGoIntoWorkspacesWithNoMoreRequestsThanThat(
      int people, int workspaces, int roles, int groups) {
    Joining joining = new Joining(people, workspaces, roles, groups);
    try (OrganizationWithClient organization = new OrganizationWithClient(folder, joining.seed())) {
      RosterApplied roster = new RosterApplied(organization, joining.members());
      Plan plan = roster.plan();
      Price price = Price.of(plan, organization.client().batching());
      int before = organization.sandbox.requests().size();

      roster.apply(plan);
      roster.readBack(plan);

      Sent sent = new Sent(organization.sandbox.requests(), before);
      System.out.println(joining);
      int roleRequests = roles == 0 ? 0 : joining.seats();
      sent.atMost("accounts", "POST .*/users", people);
      sent.atMost("memberships", "POST .*/membershipCreation", joining.seats());
      sent.atMost("roles", "POST .*/roles/assignment", roleRequests);
      sent.atMost("groups", "POST .*/members/modification", joining.groupRequests());
      sent.atMost("polls", "GET /operations/.*", roleRequests);
      sent.priced(price.requests());
      assertThat(roster.plan().operations()).isEmpty();
    }
  }

  /** Those behind the first so many. */
  private record Sent(List<RecordedRequest> requests, int former) {

    List<String> lines() {
      return requests.stream()
          .skip(former)
          .map(request -> request.method() + " " + request.path())
          .toList();
    }

    void atMost(String what, String pattern, int most) {
      long count = lines().stream().filter(line -> line.matches(pattern)).count();
      System.out.printf("  %-11s %5d of at most %d%n", what, count, most);
      assertThat(count).as(what).isLessThanOrEqualTo(most);
    }

    void priced(int price) {
      System.out.printf("  %-11s %5d as priced%n", "all of them", lines().size());
      assertThat(lines()).hasSize(price);
    }
  }
}
