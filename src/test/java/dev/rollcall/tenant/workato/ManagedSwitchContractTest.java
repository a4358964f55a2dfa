package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Vocabulary.Joining;
import dev.rollcall.sandbox.Switch;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The contract in one of two customers' workspaces of a partner. What is asked of it beside: nobody
 * in the other one is touched.
 */
class ManagedSwitchContractTest {

  private static final int COMBINATIONS = Integer.getInteger("switch.combinations", 50) / 8;

  abstract static class Customer extends SwitchContract {

    private final Joining joining;

    Customer(Joining joining) {
      this.joining = joining;
    }

    @Override
    SwitchedCompany open(Map<Switch, String> turned) {
      return new SwitchedCompany(turned, joining);
    }

    @Test
    void everyValueOfItsOwnSwitchesAlone() {
      for (Switch each : Switch.values()) {
        if (each.key().startsWith("managed-")) {
          each.positions().forEach(value -> judge(Map.of(each, value)));
        }
      }
      judge(Map.of(Switch.NO_ACCESS_ROW, "omitted"));
      tell("every value alone");
    }

    @Test
    void randomCombinations() {
      for (int seed = 1001; seed <= 1000 + COMBINATIONS; seed++) {
        judge(combination(new Random(seed)));
      }
      tell("random combinations");
    }
  }

  @Nested
  class WherePeopleAreInvited extends Customer {
    WherePeopleAreInvited() {
      super(Joining.INVITATION);
    }

    @Override
    List<Email> mailed() {
      return SwitchedCompany.joiners();
    }
  }

  @Nested
  class WherePeopleAreAdded extends Customer {
    WherePeopleAreAdded() {
      super(Joining.ACCOUNT);
    }

    @Override
    List<Email> mailed() {
      return List.of();
    }

    @Override
    Map<Switch, Set<String>> futile() {
      return Map.of(Switch.MANAGED_ADD_EMAIL, Set.of("ignored"));
    }
  }
}
