package dev.rollcall.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Environment;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import dev.rollcall.testing.Plans;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The format of plans: its names are a promise to files that are already written. */
class PlanCodecTest {

  @Test
  void knowsEveryKindOfOperation() {
    Set<Class<?>> kinds =
        samples().stream().<Class<?>>map(Operation::getClass).collect(Collectors.toSet());

    assertThat(kinds).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    assertThat(samples()).extracting(OperationCodec::kind).doesNotHaveDuplicates();
  }

  @Test
  void keepsItsFieldNames() {
    assertThat(samples())
        .extracting(operation -> OperationCodec.write(operation).toString())
        .containsExactly(
            "{'kind':'create-group','group':'Ops','description':'on call'}".replace('\'', '"'),
            ("{'kind':'invite','email':'ana@example.com','name':'Ana','roles':{'dev':'Member'},"
                    + "'groups':['Ops']}")
                .replace('\'', '"'),
            ("{'kind':'set-environment-role','email':'ana@example.com','environment':'dev',"
                    + "'before':'Member'}")
                .replace('\'', '"'),
            "{'kind':'add-to-group','email':'ana@example.com','group':'Ops'}".replace('\'', '"'),
            "{'kind':'remove-from-group','email':'ana@example.com','group':'Ops'}"
                .replace('\'', '"'),
            ("{'kind':'set-project-role','group':'Ops','project':'Billing','environment':'dev',"
                    + "'after':'Builder'}")
                .replace('\'', '"'),
            "{'kind':'suspend','email':'ana@example.com','before':{'dev':'Member'}}"
                .replace('\'', '"'),
            "{'kind':'reinstate','email':'ana@example.com','roles':{'dev':'Member'}}"
                .replace('\'', '"'),
            ("{'kind':'withdraw-from-group','email':'ana@example.com','group':'Ops',"
                    + "'invitation':5000000000}")
                .replace('\'', '"'),
            ("{'kind':'remove','email':'ana@example.com','before':["
                    + "{'environment':'dev','role':'Member'},{'group':'Ops'},"
                    + "{'project':'Billing','environment':'dev','role':'Builder'}]}")
                .replace('\'', '"'));
  }

  private static List<Operation> samples() {
    Email ana = new Email("ana@example.com");
    Environment dev = new Environment("dev");
    SortedMap<Environment, String> roles = new TreeMap<>();
    roles.put(dev, "Member");
    return List.of(
        new Operation.CreateGroup("Ops", "on call"),
        new Operation.Invite(ana, "Ana", roles, new TreeSet<>(Set.of("Ops"))),
        new Operation.SetEnvironmentRole(ana, dev, Optional.of("Member"), Optional.empty()),
        new Operation.AddToGroup(ana, "Ops"),
        new Operation.RemoveFromGroup(ana, "Ops"),
        new Operation.SetProjectRole(
            new Assignee.GroupNamed("Ops"),
            "Billing",
            dev,
            Optional.empty(),
            Optional.of("Builder")),
        new Operation.Suspend(ana, roles),
        new Operation.Reinstate(ana, roles),
        new Operation.WithdrawFromGroup(ana, "Ops", 5_000_000_000L),
        new Operation.Remove(
            ana,
            List.of(
                new Entitlement.EnvironmentRole(dev, "Member"),
                new Entitlement.GroupMembership("Ops"),
                new Entitlement.ProjectRole("Billing", dev, "Builder"))));
  }

  @Test
  void saysWhatItCannotRead() {
    assertThatExceptionOfType(PlanCodec.Unreadable.class)
        .isThrownBy(() -> OperationCodec.read(PlanCodec.parse("{\"kind\":\"promote\"}")))
        .withMessage("\"promote\" is no kind of operation");
    assertThatExceptionOfType(PlanCodec.Unreadable.class)
        .isThrownBy(
            () ->
                OperationCodec.read(
                    PlanCodec.parse("{\"kind\":\"add-to-group\",\"email\":\"ana@example.com\"}")))
        .withMessage("\"group\" is missing");
    assertThatExceptionOfType(PlanCodec.Unreadable.class)
        .isThrownBy(() -> PlanCodec.readPlan(PlanCodec.parse("{\"format_version\":\"2.0\"}")))
        .withMessage("its format is version 2.0, and this Rollcall reads 1.1");
    assertThatExceptionOfType(PlanCodec.Unreadable.class)
        .isThrownBy(() -> PlanCodec.readPlan(PlanCodec.parse("{\"format_version\":\"1.2\"}")))
        .withMessage("its format is version 1.2, and this Rollcall reads 1.1");
  }

  @Test
  void readsWhatWasWrittenBeforeOperationsHadNotes() {
    Plan plan = Plans.plan().with(Stage.ADDITIONS, Plans.invite("ana")).build();
    String before = PlanCodec.write(plan).toString().replace("\"1.1\"", "\"1.0\"");

    assertThat(before).contains("\"1.0\"").doesNotContain("\"note\"");
    assertThat(PlanCodec.readPlan(PlanCodec.parse(before))).isEqualTo(plan);
  }
}
