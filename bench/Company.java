import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invented company in a folder: a roster, a workspace and a job file.
 *
 * @param changes how many people differ between roster and workspace, and how
 */
record Company(Path folder, int people, Changes changes) {

  /** How many join, move and leave. */
  record Changes(int joiners, int movers, int leavers) {

    /** Of 100 people one joins and two move, of 250 one leaves. */
    static Changes of(int people) {
      return new Changes(people / 100, people / 50, people / 250);
    }

    int all() {
      return joiners + movers + leavers;
    }
  }

  /** Makes it up; the same sizes give the same company. */
  static Company made(Path folder, int people, Changes changes) throws IOException {
    GenerateCompany.make(
        "--people", String.valueOf(people),
        "--joiners", String.valueOf(changes.joiners()),
        "--movers", String.valueOf(changes.movers()),
        "--leavers", String.valueOf(changes.leavers()),
        "--out", folder.toString());
    return new Company(folder, people, changes);
  }

  Path workspace() {
    return folder.resolve("workspace.json");
  }

  /** Its job, with the workspace inside the process. */
  Path job() {
    return folder.resolve("company.yaml");
  }

  /** Its job with a workspace somewhere else, in a folder of its own that remembers nothing. */
  Path job(String url, Path anew) throws IOException {
    delete(anew);
    Files.createDirectories(anew);
    Files.createLink(anew.resolve("people.csv"), folder.resolve("people.csv"));
    String target =
        "target: { type: workato, url: '%s', rate: { per-minute: 1000000 }, tokens: { %s } }"
            .formatted(url, "dev: sandbox-dev, test: sandbox-test, prod: sandbox-prod");
    List<String> lines = Files.readAllLines(job());
    lines.replaceAll(line -> line.startsWith("target:") ? target : line);
    return Files.write(anew.resolve("company.yaml"), lines);
  }

  int members() {
    return people - changes.joiners();
  }

  /** The numbers in the line that ends a plan, in whatever words. */
  List<Integer> planned() {
    return List.of(
        changes.joiners(), changes.movers(), changes.leavers(), people - changes.all());
  }

  /** Deletes a folder with all that is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
