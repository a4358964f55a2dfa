package dev.rollcall.testing.club;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.RecordingWorkspace;
import dev.rollcall.testing.TestingRepository;
import java.util.List;
import java.util.Optional;

/** Applies plans in a tenant that refuses one operation. */
final class Refusing {

  private Refusing() {}

  /** What became of each operation. */
  static List<OperationRecord> applied(Plan plan, ClubTenant tenant, int refused) {
    MemoryJournal journal = MemoryJournal.of(plan);
    RecordingWorkspace workspace =
        new RecordingWorkspace().answering(refused, new Outcome.Refused(403, "no more members"));
    Applier applier =
        new Applier(
            MemoryJournal.RUN,
            journal,
            workspace,
            new Stop(TestingRepository.clock(), Optional.empty(), 99),
            TestingRepository.clock());
    for (Stage stage : Stage.values()) {
      List<PlannedOperation> operations =
          plan.operations().stream().filter(each -> each.stage() == stage).toList();
      for (Request request : tenant.batching().requests(stage, operations)) {
        applier.apply(request);
      }
    }
    return journal.operations(MemoryJournal.RUN);
  }
}
