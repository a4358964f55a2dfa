package dev.rollcall.batch;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.plan.Stage;
import dev.rollcall.planning.RosterRow;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.tenant.Request;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.FlowJobBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.item.ChunkOrientedStep;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The batch job: read, plan, settle, the stages, verify, report. Every step may start again after
 * it was complete, because what is done is the journal's word, not Batch's; Batch keeps the
 * identity of a run, its restarts and its statistics.
 */
final class RunJob {

  static final String NAME = "rollcall";

  private static final int ROWS_A_CHUNK = 2_000;

  /** After so many Batch writes down its statistics; what was sent the journal has by itself. */
  private static final int REQUESTS_A_CHUNK = 50;

  private static final String GO_ON = "GO_ON";
  private static final String READ = "READ";

  private final Run run;
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;

  RunJob(Run run, BatchDatabase batch) {
    this.run = run;
    this.repository = batch.repository();
    this.transactions = batch.transactions();
  }

  /** The whole job; see {@code package-info} for the order and why. */
  Job whole() {
    JobExecutionDecider begin =
        (execution, step) -> new FlowExecutionStatus(run.isPlanned() ? GO_ON : READ);
    JobExecutionDecider end =
        (execution, step) ->
            run.reporter().ending().isFinished()
                ? FlowExecutionStatus.COMPLETED
                : FlowExecutionStatus.FAILED;
    Step read = readStep();
    Step plan = tasklet("plan", run.plan()::run);
    Step settle = tasklet("settle", run.settle()::run);
    Step verify = tasklet("verify", run::verify);
    Step report = tasklet("report", run::report);
    List<Step> steps = new ArrayList<>(List.of(read, plan, settle));
    for (Stage stage : Stage.values()) {
      steps.add(stage(stage));
    }
    steps.add(verify);
    FlowBuilder<FlowJobBuilder> flow =
        new JobBuilder(NAME, repository)
            .start(begin)
            .on(READ)
            .to(read)
            .from(begin)
            .on(GO_ON)
            .to(settle);
    for (int i = 0; i < steps.size(); i++) {
      Step next = i + 1 < steps.size() ? steps.get(i + 1) : report;
      flow.from(steps.get(i)).on("FAILED").to(report).from(steps.get(i)).on("*").to(next);
    }
    flow.from(report).on("*").to(end).from(end).on("FAILED").fail().from(end).on("*").end();
    return flow.end().build();
  }

  /** Rows of all sources, mapped and gathered; never restarted in the middle. */
  private Step readStep() {
    return new StepBuilder("read", repository)
        .<RosterRow, MappedRow>chunk(ROWS_A_CHUNK)
        .transactionManager(transactions)
        .reader(run.read()::next)
        .processor(run.read()::map)
        .writer(mapped -> mapped.forEach(run.read()::gather))
        .allowStartIfComplete(true)
        .build();
  }

  private Step tasklet(String name, Runnable body) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, context) -> {
              run.guard(body);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .transactionAttribute(outsideTransactions())
        .allowStartIfComplete(true)
        .build();
  }

  private Step stage(Stage stage) {
    String name = ApplyStep.nameOf(stage);
    return new StepBuilder(name, repository)
        .partitioner(name + "-lane", lanes(stage))
        .partitionHandler(new LanePartitions(run.resources().target()::laneThreads, this::worker))
        .allowStartIfComplete(true)
        .build();
  }

  /**
   * A partition for each lane, told apart by name alone. Batch writes the row of a partition first
   * and its context later; a process that dies in between leaves an empty context, which a restart
   * would be handed.
   */
  private Partitioner lanes(Stage stage) {
    return gridSize ->
        run.apply().lanes(stage).stream()
            .collect(
                toMap(lane -> LaneRequests.partition(stage, lane), lane -> new ExecutionContext()));
  }

  /**
   * One request an item and no transaction of Batch's around it: the journal commits by itself, and
   * each request looks for itself whether the run is to stop.
   */
  private Step worker(StepExecution lane) throws Exception {
    ChunkOrientedStep<Request, Request> worker =
        new ChunkOrientedStep<>(
            "lane",
            REQUESTS_A_CHUNK,
            new LaneRequests(run, lane.getStepName()),
            requests -> requests.forEach(run.apply()::apply),
            repository);
    worker.setTransactionManager(transactions);
    worker.setTransactionAttribute(outsideTransactions());
    worker.setAllowStartIfComplete(true);
    worker.afterPropertiesSet();
    return worker;
  }

  private static DefaultTransactionAttribute outsideTransactions() {
    return new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
  }
}
