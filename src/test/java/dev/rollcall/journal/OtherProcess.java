package dev.rollcall.journal;

import static dev.rollcall.testing.TestingRepository.id;

import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.testing.JavaCommand;
import dev.rollcall.testing.Plans;
import dev.rollcall.testing.TestingRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A process of its own that invites one person after the other in the journal, for ever, and says
 * what is done once it is acknowledged: {@code sent 7}, {@code recorded 7}.
 */
final class OtherProcess implements AutoCloseable {

  static final int PEOPLE = 3000;

  private final Process process;
  private final BufferedReader said;

  private OtherProcess(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it on the repository in this folder. */
  static OtherProcess start(Path folder) throws IOException {
    return new OtherProcess(
        new ProcessBuilder(JavaCommand.with("-Xmx256m").of(OtherProcess.class, folder.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  long pid() {
    return process.pid();
  }

  /** Waits for its next words; empty at its end. */
  String next() throws IOException {
    String line = said.readLine();
    while (line != null && !line.matches("(sent|recorded) \\d+")) {
      line = said.readLine();
    }
    return line == null ? "" : line;
  }

  /** Kills it as {@code kill -9} does, and waits until it is dead. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Plan everybody() {
    Plans plans = Plans.plan();
    IntStream.rangeClosed(1, PEOPLE)
        .forEach(i -> plans.with(Stage.ADDITIONS, Plans.invite("p" + i)));
    return plans.build();
  }

  /** The process. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    TestingRepository repository = TestingRepository.in(Path.of(args[0]));
    repository.begin(1, everybody());
    for (int sequence = 1; sequence <= PEOPLE; sequence++) {
      Instant at = TestingRepository.NOW.plusSeconds(sequence);
      Request request = new Request(new Lane("invitations"), false, List.of(sequence));
      repository.journal().sent(id(1), request, at);
      out.println("sent " + sequence);
      repository.journal().record(id(1), request, Map.of(sequence, new Outcome.Applied()), at);
      out.println("recorded " + sequence);
    }
  }
}
