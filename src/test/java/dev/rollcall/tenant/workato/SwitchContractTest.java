package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.sandbox.Switch;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract in a workspace of one's own, whose people are invited. */
class SwitchContractTest extends SwitchContract {

  private static final int COMBINATIONS = Integer.getInteger("switch.combinations", 50);

  @Override
  SwitchedCompany open(Map<Switch, String> turned) {
    return new SwitchedCompany(turned);
  }

  @Override
  List<Email> mailed() {
    return SwitchedCompany.joiners();
  }

  @Test
  void everyValueOfEverySwitchAlone() {
    for (Switch each : Switch.values()) {
      // Those of customers' workspaces turn nothing here.
      if (!each.key().startsWith("managed-")) {
        each.positions().forEach(value -> judge(Map.of(each, value)));
      }
    }
    tell("every value alone");
  }

  @Test
  void randomCombinations() {
    for (int seed = 1; seed <= COMBINATIONS; seed++) {
      judge(combination(new Random(seed)));
    }
    tell("random combinations");
  }
}
