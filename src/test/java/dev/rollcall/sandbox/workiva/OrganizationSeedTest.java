package dev.rollcall.sandbox.workiva;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.sandbox.SandboxException;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a seed that is none. */
class OrganizationSeedTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { "workspace": [] }                   | (line 1): unknown name 'workspace'; did you mean 'workspaces'?
          { "people": [ { "usernam": "a" } ] }  | (line 1): unknown name 'usernam'; did you mean 'username'?
          { "people": "ana" }                   | (line 1): people is not of the kind that belongs here
          { "people": [ { "roles": {} } ] }     | (line 1): people[].roles is not of the kind
          [ ]                                   | (line 1): this is not of the kind
          { "people": [                         | (line 1)
          """)
  void whatIsWrongIsNamedWithoutTheNamesOfClasses(String text, String said) throws IOException {
    Path seed = Files.writeString(folder.resolve("seed.json"), text);

    assertThatThrownBy(() -> OrganizationSandbox.open(SandboxOptions.of().withSeed(seed)))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("seed.json " + said)
        .message()
        .doesNotContain("dev.rollcall")
        .doesNotContain("class ");
  }

  @Test
  void aSeedThatIsNotThereIsSaid() {
    Path seed = folder.resolve("none.json");

    assertThatThrownBy(() -> OrganizationSandbox.open(SandboxOptions.of().withSeed(seed)))
        .isInstanceOf(SandboxException.class)
        .hasMessage(seed + ": there is no such seed file");
  }
}
