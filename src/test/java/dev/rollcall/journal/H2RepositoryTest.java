package dev.rollcall.journal;

import dev.rollcall.testing.TestingRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on an H2 file. */
class H2RepositoryTest extends RepositoryContract {

  @TempDir Path folder;

  @Override
  TestingRepository empty() {
    return TestingRepository.in(folder);
  }
}
