package dev.rollcall.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.mapping.LeftOutRow;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other programs, each read with no configuration at all. */
class KnownLayoutsTest {

  @TempDir private Path folder;

  private final List<String> remarks = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();

  @Test
  void readsTheUserListOfGoogleWorkspace() {
    assertThat(
            read(
                """
                First Name [Required],Last Name [Required],Email Address [Required],\
                Password [Required],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],\
                Status [READ ONLY],Last Sign In [READ ONLY],Recovery Email,Work Secondary Email,\
                Employee ID,Department,New Status [UPLOAD ONLY]
                Ana,García,ana@example.com,****,/Sales,,Active,2026/06/30 8:00:00,\
                ana@example.net,ana.g@example.com,E1,Sales,
                Bo,Holm,bo@example.com,****,/,,Suspended,Never logged in,,,E2,IT,
                Chi,Ito,chi@example.com,****,/,,Active,Never logged in,,,E3,IT,Suspended
                """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE",
            "bo@example.com Bo Holm LEFT",
            "chi@example.com Chi Ito LEFT");
    assertThat(remarks).singleElement().asString().contains("Google Workspace's list of users");
    assertThat(attributes).contains("employee-id", "department").noneMatch(isPassword());
  }

  @Test
  void readsTheUploadTemplateOfGoogleWorkspace() {
    assertThat(
            read(
                """
                First Name [Required],Last Name [Required],Email Address [Required],\
                Password [Required],Org Unit Path [Required],Employee ID,Department,\
                Change Password at Next Sign-In,New Status [UPLOAD ONLY]
                Ana,García,ana@example.com,Secret-1,/,E1,Sales,True,
                Bo,Holm,bo@example.com,Secret-2,/,E2,IT,False,Archived
                """))
        .containsExactly("ana@example.com Ana García ACTIVE", "bo@example.com Bo Holm LEFT");
    assertThat(attributes).noneMatch(isPassword());
  }

  @Test
  void readsTheTemplateOfEntraForNewUsersWhereYesMeansBlocked() {
    assertThat(
            read(
                """
                version:v1.0
                Name [displayName] Required,User name [userPrincipalName] Required,\
                Initial password [passwordProfile] Required,\
                Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],\
                Last name [surname],Department [department]
                Example: Kim Roe,kim@example.org,Secret-1,No,Kim,Roe,
                Ana García,ana@example.com,Secret-2,No,Ana,García,Sales
                Bo Holm,bo@example.com,Secret-3,Yes,Bo,Holm,IT
                """))
        .containsExactly(
            "reject: this is the example of the template, no person",
            "ana@example.com Ana García ACTIVE",
            "bo@example.com Bo Holm LEFT");
    assertThat(attributes).noneMatch(isPassword());
  }

  @Test
  void readsTheTemplateOfEntraForGuests() {
    assertThat(
            read(
                """
                version:v1.0
                Email address to invite [inviteeEmail] Required,\
                Redirection url [inviteRedirectURL] Required,\
                Send invitation message (true or false) [sendEmail],\
                Customized invitation message [customizedMessageBody]
                ana@example.org,https://example.com,true,Welcome
                """))
        .containsExactly("ana@example.org  ACTIVE");
  }

  @Test
  void readsTheUserListOfEntraAndNoUserNameOfAGuest() {
    String header =
        "userPrincipalName,displayName,surname,mail,givenName,accountEnabled,department";

    assertThat(
            read(
                header
                    + """

                    ana.g@example.com,Ana García,García,ana@example.com,Ana,True,Sales
                    bo@example.com,Bo Holm,Holm,bo@example.com,Bo,False,IT
                    chi_example.org#EXT#@example.com,Chi Ito,Ito,chi@example.org,Chi,true,
                    backup@example.com,Backup,,,,True,
                    """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE",
            "bo@example.com Bo Holm LEFT",
            "chi@example.org Chi Ito ACTIVE",
            "reject: the e-mail address is blank");
    assertThat(
            read(
                """
                userPrincipalName,displayName,accountEnabled
                chi_example.org#EXT#@example.com,Chi Ito,true
                ana@example.com,Ana,true
                """))
        .containsExactly(
            "reject: \"chi_example.org#ext#@example.com\" is the user name of a guest, no address",
            "ana@example.com Ana ACTIVE");
  }

  @Test
  void readsTheUserListOfMicrosoft365() {
    assertThat(
            read(
                """
                Block credential,Department,Display name,First name,Last name,User principal name
                False,Sales,Ana García,Ana,García,ana@example.com
                True,IT,Bo Holm,Bo,Holm,bo@example.com
                """))
        .containsExactly("ana@example.com Ana García ACTIVE", "bo@example.com Bo Holm LEFT");
  }

  @Test
  void readsTheUserListOfOkta() {
    List<String> statuses =
        List.of(
            "ACTIVE",
            "STAGED",
            "PROVISIONED",
            "RECOVERY",
            "PASSWORD_EXPIRED",
            "LOCKED_OUT",
            "SUSPENDED",
            "DEPROVISIONED",
            "UNHEARD_OF");
    StringBuilder file =
        new StringBuilder("User Id,login,email,firstName,lastName,secondEmail,status,department\n");
    for (String status : statuses) {
      String user = status.toLowerCase(java.util.Locale.ROOT).replace("_", "");
      file.append(
          "00u1,%1$s@example.net,%1$s@example.com,Ana,Gil,x@example.org,%2$s,IT%n"
              .formatted(user, status));
    }

    assertThat(read(file.toString()))
        .containsExactly(
            "active@example.com Ana Gil ACTIVE",
            "staged@example.com Ana Gil ACTIVE",
            "provisioned@example.com Ana Gil ACTIVE",
            "recovery@example.com Ana Gil ACTIVE",
            "passwordexpired@example.com Ana Gil ACTIVE",
            "lockedout@example.com Ana Gil ACTIVE",
            "suspended@example.com Ana Gil LEFT",
            "deprovisioned@example.com Ana Gil LEFT",
            "reject: \"UNHEARD_OF\" is no status we know");
  }

  @Test
  void readsAReportOfBambooHr() {
    assertThat(
            read(
                """
                Employee #,"Last Name, First Name",Work Email,Home Email,Status,Hire Date,Termination Date
                17,"García, Ana",ana@example.com,ana@example.net,Active,2020-01-02,
                18,"Holm, Bo",bo@example.com,,Inactive,2020-01-02,2026-01-31
                19,"Ito, Chi",chi@example.com,,Active,2026-09-01,
                """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE",
            "bo@example.com Bo Holm LEFT",
            "chi@example.com Chi Ito FUTURE");
    assertThat(attributes).contains("employee-id");
    assertThat(remarks)
        .singleElement()
        .asString()
        .contains("a BambooHR report", "employee-id is \"Employee #\"");
  }

  @Test
  void readsAReportOfWorkdayBelowItsTitles() {
    assertThat(
            read(
                """
                Active and Terminated Workers,,,,,,
                Effective date,2026-07-01,,,,,

                Worker,Employee ID,Email - Primary Work,Worker Status,Hire Date,Termination Date,Cost Center
                Ana García (On Leave),1001,ana@example.com,On Leave,2020-01-02,,CC1 Sales
                Bo Holm [C],1002,bo@example.com,Terminated,2020-01-02,2026-01-31,CC2 IT
                Chi Ito,1003,chi@example.com,Active,2026-09-01,,CC2 IT
                """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE",
            "bo@example.com Bo Holm LEFT",
            "chi@example.com Chi Ito FUTURE");
    assertThat(remarks)
        .anyMatch(remark -> remark.contains("line 4"))
        .anyMatch(remark -> remark.contains("a Workday report"));
  }

  @Test
  void readsAUsersFileOfAdobesUserSync() {
    assertThat(
            read(
                """
                firstname,lastname,email,country,groups,type,username,domain
                Ana,García,ana@example.com,US,"Editors,Writers",federatedID,ana@example.org,example.org
                Bo,Holm,bo@example.com,US,Editors
                Chi,Ito,chi@example.com,US
                """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE [group Editors, group Writers]",
            "bo@example.com Bo Holm ACTIVE [group Editors]",
            "reject: the row has 4 cells, the header 8");
  }

  @Test
  void readsTheMemberListOfSlack() {
    assertThat(
            read(
                """
                username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,expiration-timestamp
                ana,ana@example.com,Primary Owner,1,1,0,U1,Ana García,Nan,
                bo,bo@example.com,Member,1,0,0,U2,Bo Holm,bo,
                chi,chi@example.com,Deactivated,0,0,0,U3,Chi Ito,chi,
                di,di@example.com,Admin,1,0,0,U4,Di Fox,di,
                robot,robot@example.com,Bot,0,0,0,U5,Robot,robot,
                """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE",
            "bo@example.com Bo Holm ACTIVE",
            "chi@example.com Chi Ito LEFT",
            "di@example.com Di Fox ACTIVE",
            "reject: \"Bot\" is no status we know");
  }

  @Test
  void readsTheUserListOfAtlassian() {
    assertThat(
            read(
                """
                User id,User name,email,User status,Added to org,Org role,Last seen in Jira - acme,\
                Last seen in Confluence - acme
                712020:1,Ana García,ana@example.com,Active,3 Jan 2024,,28 Apr 2024,Never accessed
                712020:2,Bo Holm,bo@example.com,Inactive,3 Jan 2024,,,
                712020:3,Chi Ito,chi@example.com,Suspended,3 Jan 2024,,,
                """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE",
            "bo@example.com Bo Holm LEFT",
            "chi@example.com Chi Ito LEFT");
  }

  @Test
  void readsWhatRollcallExports() {
    assertThat(
            read(
                """
                Email,Name,Status,Groups,Projects,role.dev
                ana@example.com,Ana García,Active,Finance; Ops,Billing@dev = Builder,Member
                """))
        .containsExactly(
            "ana@example.com Ana García ACTIVE [dev Member, group Finance, group Ops,"
                + " Billing@dev Builder]");
    assertThat(remarks).singleElement().asString().contains("Rollcall's own export");
  }

  @Test
  void leavesWordsToTheJobFileWhereItGivesThem() {
    MappingSettings mapping =
        Given.mapping(
            "hr",
            Map.of("email", ColumnSpec.of("login"), "status", ColumnSpec.of("status")),
            new StatusWords(List.of("Gone"), List.of()),
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination());

    assertThat(
            read(
                "login,firstName,lastName,status\na@example.com,A,B,STAGED\nb@example.com,A,B,SUSPENDED\n",
                mapping))
        .containsExactly("a@example.com  ACTIVE", "reject: \"SUSPENDED\" is no status we know");
  }

  private static java.util.function.Predicate<String> isPassword() {
    return name -> name.contains("password [") || name.contains("initial password");
  }

  private List<String> read(String text) {
    return read(
        text,
        Given.mapping(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination("dev")));
  }

  private List<String> read(String text, MappingSettings mapping) {
    try {
      remarks.clear();
      Path file = Files.writeString(folder.resolve("people.csv"), text);
      try (Source.Rows rows = new CsvSource(Given.csv("hr", file)).open()) {
        RowMapper mapper = RowMapper.of(mapping, rows.place());
        remarks.addAll(rows.remarks());
        remarks.addAll(mapper.remarks());
        List<String> read = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
          read.add(
              mapper
                  .map(row)
                  .fold(this::told, KnownLayoutsTest::told, LeftOutRow::told, later -> ""));
        }
        return read;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String told(PersonRecord person) {
    attributes.addAll(person.attributes().keySet());
    List<String> claims =
        person.claims().stream().map(claim -> claim.entitlement().toString()).toList();
    return person.email()
        + " "
        + person.name()
        + " "
        + person.status()
        + (claims.isEmpty() ? "" : " " + claims);
  }

  private static String told(Reject reject) {
    return "reject: " + reject.problems().get(0).what();
  }
}
