package dev.rollcall.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.model.Config;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.WorkatoTerms;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The format of plans: its names are a promise to files that are already written. */
class PlanCodecTest {

  /** All kinds of operations, on persons and on others. */
  private static Class<?>[] kinds() {
    return Arrays.stream(Operation.class.getPermittedSubclasses())
        .flatMap(
            each ->
                each.isSealed() ? Arrays.stream(each.getPermittedSubclasses()) : Stream.of(each))
        .toArray(Class<?>[]::new);
  }

  @Test
  void knowsEveryKindOfOperation() {
    Set<Class<?>> kinds =
        Stream.concat(samples().stream(), later().stream())
            .<Class<?>>map(Operation::getClass)
            .collect(Collectors.toSet());

    assertThat(kinds).containsExactlyInAnyOrder(kinds());
    assertThat(
            Stream.concat(samples().stream(), later().stream())
                .map(OperationCodec::kind)
                .distinct())
        .hasSameSizeAs(kinds());
  }

  /** What is kept must be readable as long as it is kept. */
  private static final List<String> WRITTEN =
      Stream.of(
              "{'kind':'define','resource':{'kind':'workato:group','path':['Ops']},'after':{'description':'on call'}}",
              "{'kind':'join','email':'ana@example.com','name':'Ana','rights':[{'kind':'workato:environment','path':['dev'],'level':'Member'},{'kind':'workato:group','path':['Ops']}],'by':'INVITATION'}",
              "{'kind':'set','email':'ana@example.com','before':{'kind':'workato:environment','path':['dev'],'level':'Member'}}",
              "{'kind':'set','email':'ana@example.com','after':{'kind':'workato:group','path':['Ops']}}",
              "{'kind':'set','email':'ana@example.com','before':{'kind':'workato:group','path':['Ops']}}",
              "{'kind':'set','group':{'kind':'workato:group','path':['Ops']},'after':{'kind':'workato:project','path':['dev','Billing'],'level':'Builder'}}",
              "{'kind':'suspend','email':'ana@example.com','before':[{'kind':'workato:environment','path':['dev'],'level':'Member'}],'by':'WITHOUT_RIGHTS'}",
              "{'kind':'reinstate','email':'ana@example.com','rights':[{'kind':'workato:environment','path':['dev'],'level':'Member'}],'by':'WITHOUT_RIGHTS'}",
              "{'kind':'withdraw','email':'ana@example.com','right':{'kind':'workato:group','path':['Ops']},'invitation':'5000000000'}",
              "{'kind':'remove','email':'ana@example.com','before':[{'kind':'workato:environment','path':['dev'],'level':'Member'},{'kind':'workato:group','path':['Ops']},{'kind':'workato:project','path':['dev','Billing'],'level':'Builder'}]}")
          .map(text -> text.replace('\'', '"'))
          .toList();

  /** What came later, which version 4 of the schema did not know. */
  private static final List<String> LATER =
      Stream.of(
              "{'kind':'define','resource':{'kind':'workato:environment-role','path':['Captain']},'was':{'kind':'workato:environment-role','path':['Pilot']},'before':{'description':'','config':'{}'},'after':{'description':'','config':'{\\'n\\':1.50,\\'l\\':[\\'a\\',null,true]}'}}",
              "{'kind':'undefine','resource':{'kind':'workato:group','path':['Ops']},'before':{'description':'on call'}}",
              "{'kind':'profile','email':'ana@example.com','before':{'given':'Ana','family':'Silva'},'after':{'given':'Ana','family':'de la Cruz','display':'Ana Cruz'}}")
          .map(text -> text.replace('\'', '"'))
          .toList();

  private static List<Operation> later() {
    Resource role = Resource.of(WorkatoVocabulary.ENVIRONMENT_ROLE, "Captain");
    Map<String, Config> config = new LinkedHashMap<>();
    config.put("n", Config.number("1.50"));
    config.put(
        "l", new Config.Series(List.of(Config.text("a"), Config.none(), Config.truth(true))));
    return List.of(
        new Operation.Define(
            role,
            Optional.of(Resource.of(WorkatoVocabulary.ENVIRONMENT_ROLE, "Pilot")),
            Optional.of(Definition.of(Config.NOTHING)),
            Definition.of(new Config.Keyed(config))),
        new Operation.Undefine(WorkatoVocabulary.group("Ops"), new Definition("on call")),
        new Operation.UpdateProfile(
            new Email("ana@example.com"),
            new Profile("Ana", "Silva", Optional.empty()),
            new Profile("Ana", "de la Cruz", Optional.of("Ana Cruz"))));
  }

  @Test
  void whatCameLaterIsKeptAndReadTheSame() {
    assertThat(later())
        .map(operation -> OperationCodec.write(operation).toString())
        .isEqualTo(LATER);
    assertThat(LATER).map(text -> OperationCodec.read(PlanCodec.parse(text))).isEqualTo(later());
    assertThat(LATER).map(GeneralRights::operation).isEqualTo(LATER);
    assertThatExceptionOfType(PlanCodec.Unreadable.class)
        .isThrownBy(
            () ->
                OperationCodec.read(
                    PlanCodec.parse(
                        "{\"kind\":\"undefine\",\"resource\":{\"kind\":\"workato:group\","
                            + "\"path\":[\"Ops\"]},\"before\":{\"description\":\"\","
                            + "\"config\":\"{]\"}}")))
        .withMessage("\"config\" is not JSON");
  }

  /** The same as version 4 of the schema kept it. */
  private static final List<String> FORMERLY =
      Stream.of(
              "{'kind':'create-group','group':'Ops','description':'on call'}",
              "{'kind':'invite','email':'ana@example.com','name':'Ana','roles':{'dev':'Member'},"
                  + "'groups':['Ops']}",
              "{'kind':'set-environment-role','email':'ana@example.com','environment':'dev',"
                  + "'before':'Member'}",
              "{'kind':'add-to-group','email':'ana@example.com','group':'Ops'}",
              "{'kind':'remove-from-group','email':'ana@example.com','group':'Ops'}",
              "{'kind':'set-project-role','group':'Ops','project':'Billing','environment':'dev',"
                  + "'after':'Builder'}",
              "{'kind':'suspend','email':'ana@example.com','before':{'dev':'Member'}}",
              "{'kind':'reinstate','email':'ana@example.com','roles':{'dev':'Member'}}",
              "{'kind':'withdraw-from-group','email':'ana@example.com','group':'Ops',"
                  + "'invitation':5000000000}",
              "{'kind':'remove','email':'ana@example.com','before':["
                  + "{'environment':'dev','role':'Member'},{'group':'Ops'},"
                  + "{'project':'Billing','environment':'dev','role':'Builder'}]}")
          .map(text -> text.replace('\'', '"'))
          .toList();

  @Test
  void keepsItsFieldNames() {
    assertThat(samples())
        .map(operation -> OperationCodec.write(operation).toString())
        .isEqualTo(WRITTEN);
  }

  @Test
  void whatWasKeptBeforeIsRewrittenOnce() {
    assertThat(FORMERLY).map(GeneralRights::operation).isEqualTo(WRITTEN);
    assertThat(WRITTEN).map(GeneralRights::operation).isEqualTo(WRITTEN);
  }

  private static List<Operation> samples() {
    Email ana = new Email("ana@example.com");
    Environment dev = new Environment("dev");
    SortedMap<Environment, String> roles = new TreeMap<>();
    roles.put(dev, "Member");
    return List.of(
        WorkatoTerms.createGroup("Ops", "on call"),
        WorkatoTerms.invite(ana, "Ana", roles, new TreeSet<>(Set.of("Ops"))),
        WorkatoTerms.setEnvironmentRole(ana, dev, Optional.of("Member"), Optional.empty()),
        WorkatoTerms.addToGroup(ana, "Ops"),
        WorkatoTerms.removeFromGroup(ana, "Ops"),
        WorkatoTerms.setProjectRole(
            WorkatoTerms.groupNamed("Ops"),
            "Billing",
            dev,
            Optional.empty(),
            Optional.of("Builder")),
        WorkatoTerms.suspend(ana, roles),
        WorkatoTerms.reinstate(ana, roles),
        WorkatoTerms.withdrawFromGroup(ana, "Ops", 5_000_000_000L),
        new Operation.Remove(
            ana,
            List.of(
                WorkatoVocabulary.environmentRole(dev, "Member"),
                WorkatoVocabulary.membership("Ops"),
                WorkatoVocabulary.projectRole("Billing", dev, "Builder"))));
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
                    PlanCodec.parse("{\"kind\":\"suspend\",\"email\":\"ana@example.com\"}")))
        .withMessage("\"before\" is missing");
    assertThatExceptionOfType(PlanCodec.Unreadable.class)
        .isThrownBy(() -> PlanCodec.readPlan(PlanCodec.parse("{\"format_version\":\"1.1\"}")))
        .withMessage("its format is version 1.1, and this Rollcall reads 2.2");
    assertThatExceptionOfType(PlanCodec.Unreadable.class)
        .isThrownBy(() -> PlanCodec.readPlan(PlanCodec.parse("{\"format_version\":\"2.3\"}")))
        .withMessage("its format is version 2.3, and this Rollcall reads 2.2");
  }
}
