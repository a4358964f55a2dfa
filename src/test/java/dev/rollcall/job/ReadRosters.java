package dev.rollcall.job;

import dev.rollcall.planning.RosterReading;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Rosters in a folder, read as a job file says: on 1 July 2026, with dev and prod. */
final class ReadRosters {

  static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  private final Path folder;

  ReadRosters(Path folder) {
    this.folder = folder;
  }

  /** What was gathered, and what was noticed about the sources. */
  record Read(Gathered gathered, List<String> remarks) {

    /** One person in one line: {@code ACTIVE dev Member, group Ops}. */
    String person(String name) {
      PersonRecord person = record(name);
      return person.status()
          + person.claims().stream()
              .filter(Claim::holds)
              .map(claim -> " " + claim.entitlement())
              .sorted()
              .reduce("", (all, one) -> all.isEmpty() ? one : all + "," + one);
    }

    PersonRecord record(String name) {
      return gathered.people().stream()
          .filter(each -> each.email().address().equals(name + "@example.com"))
          .findFirst()
          .orElseThrow();
    }

    List<String> people() {
      return gathered.people().stream().map(each -> name(each.email().address())).toList();
    }

    List<String> held() {
      return gathered.held().keySet().stream().map(each -> name(each.address())).sorted().toList();
    }

    List<String> problems() {
      return gathered.problems().stream().map(Object::toString).toList();
    }

    private static String name(String address) {
      return address.replace("@example.com", "");
    }
  }

  /** Writes a file of comma-separated lines; {@code ~} stands for the domain. */
  Path file(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      String text = String.join("\n", lines).replace("~", "@example.com");
      return Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the sources given as lines of YAML, one flow mapping each. */
  Read read(String... sources) {
    Path file = job(sources);
    LoadedJob job = JobFiles.reader().read(file, List.of());
    try (RosterReading reading =
        new RosterReading(job, TODAY, WorkatoTerms.destination("dev", "prod"))) {
      reading.gatherAll();
      return new Read(reading.seal(), reading.remarks());
    }
  }

  /** A job file with these sources. */
  Path job(String... sources) {
    return JobFiles.write(
        folder,
        "name: small\nsources:\n"
            + String.join("", Stream.of(sources).map(ReadRosters::item).toList())
            + """
            target: { type: workato, data-center: us, tokens: { dev: sandbox-dev, prod: sandbox-prod } }
            """);
  }

  /** A CSV source, unless it says otherwise. */
  private static String item(String source) {
    return "  - { " + (source.contains("type:") ? "" : "type: csv, ") + source + " }\n";
  }
}
