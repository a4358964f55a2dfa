package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.model.Place;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.SourceProfile;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What further programs export, read with no configuration: who is here, and nothing granted. */
class ProgramsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  static Stream<Arguments> files() {
    return Stream.of(
        file(
            "Moodle",
            "username,firstname,lastname,email,suspended,deleted,role1",
            "a,Ana,Gil,a@example.com,0,0,manager = Ana Gil active",
            "b,Bo,Roy,b@example.com,1,0,manager = Bo Roy left",
            "c,Cy,May,c@example.com,0,1,student = Cy May left"),
        file(
            "JumpCloud",
            "email,username,firstname,lastname,activated,suspended,account_locked,state",
            "a@example.com,a,Ana,Gil,true,false,false,ACTIVATED = Ana Gil active",
            "b@example.com,b,Bo,Roy,true,true,false,SUSPENDED = Bo Roy left",
            "c@example.com,c,Cy,May,false,false,false,STAGED = Cy May active"),
        file(
            "OneRoster",
            "sourcedId,status,enabledUser,role,username,givenName,familyName,email",
            "u1,active,true,teacher,a,Ana,Gil,a@example.com = Ana Gil active",
            "u2,active,false,teacher,b,Bo,Roy,b@example.com = Bo Roy left",
            "u3,tobedeleted,true,student,c,Cy,May,c@example.com = Cy May left"),
        file(
            "Snipe-IT",
            "First Name,Last Name,Username,Email,Employee Number,Groups,Activated",
            "Ana,Gil,a,a@example.com,1,Admins,1 = Ana Gil active",
            "Bo,Roy,b,b@example.com,2,,0 = Bo Roy left"),
        file(
            "GAM",
            "primaryEmail,name.givenName,name.familyName,isAdmin,suspended,archived",
            "a@example.com,Ana,Gil,True,False,False = Ana Gil active",
            "b@example.com,Bo,Roy,False,True,False = Bo Roy left",
            "c@example.com,Cy,May,False,False,True = Cy May left"),
        file(
            "GitLab",
            "id,username,name,state,locked,avatar_url,web_url,email",
            "1,a,Ana Gil,active,false,,https://example.com/a,a@example.com = Ana Gil active",
            "2,b,Bo Roy,blocked,false,,https://example.com/b,b@example.com = Bo Roy left",
            "3,c,Cy May,blocked_pending_approval,false,,,c@example.com = held"),
        file(
            "ADP",
            "Payroll Name;Associate ID;Position Status;Hire Date;Termination Date;Work Email",
            "Gil, Ana;1;Active;2020-01-01;;a@example.com = Ana Gil active",
            "Roy, Bo;2;Terminated;2020-01-01;2024-03-31;b@example.com = Bo Roy left",
            "May, Cy;3;Leave;2020-01-01;;c@example.com = Cy May active"),
        file(
            "HiBob",
            "Display name,Email,Lifecycle status,Start date,Termination date",
            "Ana Gil,a@example.com,Employed,2020-01-01, = Ana Gil active",
            "Bo Roy,b@example.com,Terminated,2020-01-01,2024-03-31 = Bo Roy left",
            "Cy May,c@example.com,Hired,2030-01-01, = Cy May future"),
        file(
            "SAP SuccessFactors",
            "userId,emplStatus,firstName,lastName,email",
            "1,A,Ana,Gil,a@example.com = Ana Gil active",
            "2,T,Bo,Roy,b@example.com = Bo Roy left",
            "3,U,Cy,May,c@example.com = Cy May active",
            "4,X,Di,Fox,d@example.com = held"),
        file(
            "Personio",
            "First name,Last name,Email,Status,Hire date,Termination date,Termination type",
            "Ana,Gil,a@example.com,Active,2020-01-01,, = Ana Gil active",
            "Bo,Roy,b@example.com,Inactive,2020-01-01,2024-03-31,employee = Bo Roy left",
            "Cy,May,c@example.com,Onboarding,2030-01-01,, = Cy May future"),
        file(
            "Workiva",
            "Username,Groups",
            "a@example.com,Finance = active [group Finance]",
            "b@example.com,Finance;Legal = active [group Finance, group Legal]"));
  }

  private static Arguments file(String program, String header, String... rows) {
    return arguments(program, header, List.of(rows));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void areReadAndGrantNothingThatIsNotMeant(String program, String header, List<String> rows) {
    String delimiter = header.indexOf(';') > 0 ? ";" : ",";
    List<Row> read = new ArrayList<>();
    for (String row : rows) {
      String cells = row.substring(0, row.lastIndexOf(" = "));
      read.add(new Row(read.size() + 2, Arrays.asList(cells.split(delimiter, width(header)))));
    }
    Place place = new Place("people.csv", Place.Style.LINE, List.of(header.split("[,;]")));
    MappingSettings mapping =
        Given.mapping("hr", Map.of(), StatusWords.USUAL, TODAY, WorkatoTerms.destination("dev"));
    RowMapper mapper = RowMapper.of(mapping, SourceProfile.at(place, read, TODAY));

    assertThat(read.stream().map(row -> told(mapper.map(row))))
        .containsExactlyElementsOf(
            rows.stream().map(row -> row.substring(row.lastIndexOf(" = ") + 3)).toList());
    assertThat(mapper.remarks()).anyMatch(remark -> remark.contains(program));
  }

  private static int width(String header) {
    return header.split("[,;]").length;
  }

  private static String told(MappedRow mapped) {
    return mapped.fold(
        person ->
            (person.name()
                    + " "
                    + person.status().toString().toLowerCase(Locale.ROOT)
                    + (person.claims().isEmpty()
                        ? ""
                        : " " + person.claims().stream().map(Claim::entitlement).toList()))
                .strip(),
        reject -> "held",
        leftOut -> "later",
        later -> "later");
  }
}
