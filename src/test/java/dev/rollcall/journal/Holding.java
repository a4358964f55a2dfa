package dev.rollcall.journal;

import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;

import dev.rollcall.plan.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A process that is in the middle of a run: it has marked an invitation as sent, and waits. */
final class Holding {

  private Holding() {}

  public static void main(String[] arguments) throws IOException {
    Repository repository =
        Repository.open(
            RepositorySettings.of("jdbc:h2:file:" + Path.of(arguments[0]).toAbsolutePath()),
            Clock.systemUTC());
    repository.leases().acquire(Kept.WORKSPACE, Kept.RUN);
    repository.journal().begin(Kept.record(Kept.RUN));
    repository
        .journal()
        .plan(
            Kept.RUN,
            plan().with(Stage.ADDITIONS, invite("ana")).build(),
            Map.of(),
            Map.of(),
            "{}");
    repository.journal().sent(Kept.RUN, Kept.request(1), Kept.NOW);
    System.out.println("sent");
    System.in.read();
  }
}
