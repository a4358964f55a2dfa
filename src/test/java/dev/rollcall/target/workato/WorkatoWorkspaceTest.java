package dev.rollcall.target.workato;

import dev.rollcall.target.WorkspaceContractTest;
import dev.rollcall.target.WritableWorkspace;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class WorkatoWorkspaceTest extends WorkspaceContractTest {

  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  @Override
  protected WritableWorkspace workspace() {
    return company.workspace();
  }

  @Override
  protected Instant now() {
    return company.clock.instant();
  }
}
