package dev.rollcall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.docs.Manual.Block;
import dev.rollcall.job.InvalidJobFile;
import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.JobFileSchema;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.model.Problem;
import dev.rollcall.testing.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every job file that the manual shows, whole or in part, is right. */
class ManualJobFilesTest {

  /** What a part of a job file is put into. */
  private static final String REST =
      """
      name: part
      sources: [{ name: hr, type: csv, path: people.csv }]
      target:
        type: workato
        data-center: us
        tokens: { dev: "${env:WORKATO_TOKEN_DEV}", prod: "${file:/run/secrets/prod}" }
      """;

  private static final ReferenceSources SURROUNDINGS =
      new ReferenceSources(
          Map.of(
              "WORKATO_TOKEN_DEV", "a-token",
              "WORKATO_PARTNER_TOKEN", "a-third",
              "WORKIVA_CLIENT_ID", "a-client",
              "WORKIVA_CLIENT_SECRET", "a-secret",
              "SCIM_TOKEN", "a-token-of-scim"),
          path -> "another-token");

  @TempDir static Path folder;

  static Stream<Block> jobFiles() {
    return Manual.pages().stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.language().equals("yaml") && parsed(block.text()).isPresent());
  }

  @BeforeAll
  static void makeWhatJobFilesName() throws IOException {
    Files.move(
        new TestCertificates(folder).pem(TestCertificates.CA), folder.resolve("company-ca.pem"));
    Files.writeString(folder.resolve("assignments.sql"), "select * from assignment");
    Files.createDirectory(folder.resolve("roles"));
    Files.writeString(folder.resolve("roles/auditor.yaml"), "jobs: { privileges: [read] }");
  }

  @ParameterizedTest
  @MethodSource("jobFiles")
  void isReadWithoutAProblemOrAWarning(Block block) throws IOException {
    assertThat(complaints(block.text())).isEmpty();
  }

  @Test
  void thereAreSome() {
    assertThat(jobFiles()).hasSizeGreaterThan(6);
  }

  @Test
  void aMistakeIsNoticed() throws IOException {
    assertThat(complaints("safety:\n  seat: 100\n")).isNotEmpty();
    assertThat(complaints("rules:\n  - { name: x, when: person., grant: {} }\n")).isNotEmpty();
  }

  @Test
  void editorsFindTheSchemaWhereTheManualSaysThatItIs() {
    assertThat(Manual.page("job-file.md").text())
        .contains("$schema=../target/classes/" + JobFileSchema.RESOURCE + "\n");
  }

  private static List<String> complaints(String yaml) throws IOException {
    Map<String, Object> whole = new LinkedHashMap<>(parsed(REST).orElseThrow());
    Map<String, Object> shown = parsed(yaml).orElseThrow();
    merge(whole, shown);
    if (shown.get("target") instanceof Map<?, ?> target && target.containsKey("managed-users")) {
      // That has its own token, in place of those of the rest.
      mapping(whole.get("target")).remove("tokens");
    }
    String text = new Dump(DumpSettings.builder().build()).dumpToString(whole);
    Path file = Files.writeString(folder.resolve("job.yaml"), text);
    try {
      LoadedJob job = new JobFileReader(SURROUNDINGS).read(file, List.of());
      return job.warnings().stream().map(Object::toString).toList();
    } catch (InvalidJobFile invalid) {
      return invalid.problems().stream().map(Problem::toString).toList();
    }
  }

  /** Values of the one among those of the other; lists, and what is of another type, as a whole. */
  private static void merge(Map<String, Object> whole, Map<String, Object> part) {
    part.forEach(
        (key, value) -> {
          if (whole.get(key) instanceof Map<?, ?> there
              && value instanceof Map<?, ?> other
              && isOneType(there, other)) {
            Map<String, Object> below = new LinkedHashMap<>(mapping(whole.get(key)));
            merge(below, mapping(value));
            whole.put(key, below);
          } else {
            whole.put(key, value);
          }
        });
  }

  private static boolean isOneType(Map<?, ?> one, Map<?, ?> other) {
    return !other.containsKey("type") || Objects.equals(one.get("type"), other.get("type"));
  }

  /** A mapping; empty where there are only remarks. */
  private static Optional<Map<String, Object>> parsed(String yaml) {
    return Optional.ofNullable(new Load(LoadSettings.builder().build()).loadFromString(yaml))
        .map(ManualJobFilesTest::mapping);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapping(Object value) {
    return (Map<String, Object>) value;
  }
}
