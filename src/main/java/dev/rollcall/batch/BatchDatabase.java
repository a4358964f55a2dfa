package dev.rollcall.batch;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spring Batch on its own tables in the repository. Put together by hand: an application context
 * would be begun for each run to find two objects.
 *
 * @param transactions on these tables
 * @param repository what they say of jobs
 * @param operator starts jobs
 */
record BatchDatabase(
    PlatformTransactionManager transactions, JobRepository repository, JobOperator operator) {

  static BatchDatabase on(DataSource dataSource) throws Exception {
    PlatformTransactionManager transactions = new JdbcTransactionManager(dataSource);
    JobRepository repository = repository(dataSource, transactions);
    return new BatchDatabase(transactions, repository, operator(repository));
  }

  private static JobRepository repository(
      DataSource dataSource, PlatformTransactionManager transactions) throws Exception {
    JdbcJobRepositoryFactoryBean making = new JdbcJobRepositoryFactoryBean();
    making.setDataSource(dataSource);
    making.setTransactionManager(transactions);
    // Batch would make any object that a row names.
    making.setSerializer(new PlainContexts());
    // Parameters are texts: what calls itself something else is not made.
    making.setConversionService(new GenericConversionService());
    // The lease admits one run at a time; serializable would only add failures.
    making.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
    making.afterPropertiesSet();
    return making.getObject();
  }

  private static JobOperator operator(JobRepository repository) throws Exception {
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(new MapJobRegistry());
    operator.afterPropertiesSet();
    return operator;
  }

  /** Makes an execution that died one that failed, whole or not at all. */
  void recover(JobExecution dead) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> operator.recover(dead));
  }
}
