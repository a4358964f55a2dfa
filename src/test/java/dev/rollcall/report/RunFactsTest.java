package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.safety.LeftAlone;
import dev.rollcall.testing.Reports;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RunFactsTest {

  private final RunFacts facts = Reports.troubled().facts();

  @Test
  void areReadAsTheyWereKept() {
    assertThat(facts.leftAlone().count()).isPositive();
    assertThat(RunFacts.fromJson(facts.toJson())).isEqualTo(facts);
    assertThat(RunFacts.leftAloneIn(facts.toJson())).isEqualTo(facts.leftAlone());
  }

  @Test
  void ofARunBeforePeopleLeftAloneWereCountedNameNobody() {
    ObjectNode kept = (ObjectNode) JsonMapper.shared().readTree(facts.toJson());
    kept.remove("leftAlone");
    ((ObjectNode) kept.get("price")).remove("readBefore");

    RunFacts read = RunFacts.fromJson(kept.toString());

    assertThat(read.leftAlone()).isEqualTo(LeftAlone.NOBODY);
    assertThat(read.price().readBefore()).isZero();
    assertThat(read.problems()).isEqualTo(facts.problems());
    assertThat(RunFacts.leftAloneIn(kept.toString())).isEqualTo(LeftAlone.NOBODY);
    assertThat(RunFacts.leftAloneIn("")).isEqualTo(LeftAlone.NOBODY);
  }
}
