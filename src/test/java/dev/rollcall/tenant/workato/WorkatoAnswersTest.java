package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.testing.WorkatoTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the workspace answers, it is told as what it is: who asks, and who is told of it. */
class WorkatoAnswersTest {

  private static final Environment PROD = new Environment("prod");
  private static final Email CY = new Email("cy@example.com");

  private final WorkspaceWithClient company = new WorkspaceWithClient();

  @AfterEach
  void close() {
    company.close();
  }

  /** Shapes and texts, each with what an invitation and a change of roles come to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "400 | {'message':'Bad request'}                              | Refused | Refused | 400: Bad request",
        "400 | {'errors':[{'title':'Role Boss not found'}]}           | Refused | Refused | 400: Role Boss not found",
        "400 | {'message':'Environment moon not found'}               | Refused | Refused | Environment moon not found",
        "400 | {'message':'role_name or env_roles is required'}       | Refused | Refused | env_roles is required",
        "400 | {'message':'Email is invalid'}                         | Refused | Refused | Email is invalid",
        "401 | {'message':'Unauthorized'}                             | Refused | Refused | may not",
        "403 | {'message':'Forbidden'}                                | Refused | Refused | may not",
        "404 | {'message':'Not found'}                                | Refused | Refused | 404: Not found",
        "405 | {}                                                     | Refused | Refused | 405: {}",
        "408 | ~~                                                     | InDoubt | Failed  | 408: without a message",
        "409 | {'message':'Conflict'}                                 | Refused | Refused | 409: Conflict",
        "422 | {'message':'Bad','errors':{'name':['is short']}}       | Refused | Refused | 422: Bad {\"name\":[\"is short\"]}",
        "422 | {'errors':{'name':'is short'}}                         | Refused | Refused | is short",
        "422 | Only one invitation in 20 minutes can be sent          | Deferred | Refused | 20 minutes",
        "429 | {'message':'Too many requests'}                        | Failed  | Failed  | 429: Too many requests",
        "500 | {'message':'Server error','id':'7f-31'}                | InDoubt | Failed  | 500: Server error (id 7f-31)",
        "500 | <html><body>Oops</body></html>                         | InDoubt | Failed  | 500: <html>",
        "501 | {'detail':'Not made'}                                  | InDoubt | Failed  | Not made",
        "502 | ~~                                                     | InDoubt | Failed  | 502: without a message",
        "503 | {'error':'Down'}                                       | InDoubt | Failed  | 503: Down",
        "504 | {'description':'Slow'}                                 | InDoubt | Failed  | 504: Slow",
        "520 | {'message':'Odd',                                      | InDoubt | Failed  | 520: {'message':",
        "302 | ~~                                                     | Refused | Refused | a redirect"
      })
  void toWhoeverWrites(int status, String body, String invited, String changed, String words) {
    for (String method : List.of("POST", "PUT")) {
      company.sandbox.fail(
          FaultDraft.status(
                  method,
                  method.equals("PUT") ? "/api/members/:id" : "/api/member_invitations",
                  status)
              .withBody(json(body))
              .withHeader("X-Request-Id", "req-81")
              .always()
              .made());
    }

    Outcome invitation = send(joiner());
    Outcome change = send(mover());

    assertThat(kind(invitation)).isEqualTo(invited);
    assertThat(kind(change)).isEqualTo(changed);
    assertThat(List.of(invitation.message(), change.message()))
        .allSatisfy(message -> assertThat(message).contains(json(words)));
    if (status / 100 != 3) {
      assertThat(change.message()).contains("(request req-81)");
    }
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String kind(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed && failed.inDoubt()
        ? "InDoubt"
        : outcome.getClass().getSimpleName();
  }

  /** Answers to the member list, each with what it ends in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "401 | {'message':'Unauthorized'}                 | AccessRefused     | 401: Unauthorized",
        "403 | <html>Forbidden</html>                     | AccessRefused     | tick \"Admin",
        "404 | {'message':'Not found'}                    | TenantUnavailable | 404: Not found",
        "422 | {'errors':[{'title':'No'}]}                | TenantUnavailable | 422: No",
        "429 | {'message':'Too many requests'}            | TenantUnavailable | 429",
        "500 | {'message':'Server error','id':'7f'}       | TenantUnavailable | (id 7f) (request req-81)",
        "503 | ~~                                         | TenantUnavailable | 503: without a message",
        "200 | ~~                                         | TenantUnavailable | unusable answer",
        "200 | <html>Please sign in</html>                | TenantUnavailable | unusable answer",
        "200 | {'data':[{'id':1                           | TenantUnavailable | unusable answer",
        "200 | {'data':null,'total':null}                 | TenantUnavailable | without data",
        "200 | {'data':[]}                                | TenantUnavailable | without its total",
        "200 | {'data':[],'total':2}                      | TenantUnavailable | incomplete: 0 members of 2",
        "200 | {'data':[7],'total':1}                     | TenantUnavailable | unusable answer",
        "200 | 'OK'                                       | TenantUnavailable | unusable answer"
      })
  void toWhoeverReads(int status, String body, String end, String words) {
    company.sandbox.fail(
        FaultDraft.status("GET", "/api/members", status)
            .withBody(json(body))
            .withHeader("X-Correlation-ID", "req-81")
            .always()
            .made());

    assertThatThrownBy(() -> company.workspace().snapshot(Usual.everything()))
        .isInstanceOf(end.equals("AccessRefused") ? AccessRefused.class : TenantUnavailable.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'data':[{'id':7,'email':'eve@example.com','name':'Eve','grant_type':'team','roles':[{'environment_type':'dev','role_name':'Member','role_type':'environment','since':[1,{}]}],'new_field':{'a':[null]}}],'total':1,'page':null}",
        "{'total':1,'data':[{'id':'7','email':'eve@example.com','name':'Eve','grant_type':'team','roles':[{'environment_type':'dev','role_name':'Member'}],'external_id':null}]}",
        "{'meta':{'data':[1]},'total':1,'data':[{'roles':[{'role_name':'Member','environment_type':'dev'}],'last_activity_log':null,'grant_type':'team','name':null,'email':'eve@example.com','id':'u-7'}]}"
      })
  void fieldsInWhateverOrderAndIdsOfWhateverType(String body) {
    company.sandbox.fail(
        FaultDraft.status("GET", "/api/members", 200).withBody(json(body)).always().made());

    assertThat(company.workspace().snapshot(Usual.everything()).actual().people())
        .extracting(member -> member.email() + " " + member.entitlements())
        .containsExactly("eve@example.com [dev Member]");
  }

  @ParameterizedTest
  @CsvSource({"EMPTY, 1", "HTML, 1", "GARBAGE, 1", "TRUNCATED, 2"})
  void whatAChangeIsAnsweredDoesNotMatterWhereItWorked(InjectedFault.Effect effect, int most) {
    company.sandbox.fail(FaultDraft.of("PUT", "/api/members/:id", effect).made());

    assertThat(send(mover())).isEqualTo(new Outcome.Applied());

    assertThat(company.count("PUT /api/members/:id")).isLessThanOrEqualTo(most);
  }

  private static Operation joiner() {
    return WorkatoTerms.invite(
        new Email("new@example.com"),
        "New",
        new TreeMap<>(Map.of(PROD, "Member")),
        new TreeSet<>());
  }

  private static Operation mover() {
    return WorkatoTerms.setEnvironmentRole(CY, PROD, Optional.empty(), Optional.of("Member"));
  }

  private Outcome send(Operation operation) {
    company.experience.remember(WorkatoBatchKinds.SET_ENVIRONMENT_ROLES, Trust.MANY_WORK, "");
    company.workspace().snapshot(Usual.everything());
    PlannedOperation planned =
        new PlannedOperation(1, Stage.ADDITIONS, operation, Reason.MOVER, "", "");
    return Optional.ofNullable(
            company
                .workspace()
                .send(new Request(WorkatoLanes.MEMBERS, true, List.of(1)), List.of(planned))
                .get(1))
        .orElseThrow();
  }
}
