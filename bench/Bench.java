import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Measures what a command line asks for, prints it, and writes it into the page of figures. */
public final class Bench {

  private static final Path HOME = Path.of(System.getProperty("bench.home"));

  private Bench() {}

  /** What {@code bench/run} starts. */
  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Order.USAGE);
      return;
    }
    // However this ends, what it started ends with it.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    try {
      measure(Order.of(arguments).naming(new Git(HOME)));
    } catch (IllegalArgumentException e) {
      fail(e, 2);
    } catch (Trouble | IOException e) {
      fail(e, 1);
    }
  }

  private static void fail(Exception e, int exitCode) {
    System.err.println("bench/run: " + e.getMessage());
    System.exit(exitCode);
  }

  private static void measure(Order order) throws Exception {
    Path target = Files.createDirectories(HOME.resolve("target/bench"));
    Path work = Files.createTempDirectory(target, "work");
    try {
      Setting setting = setting(order, work);
      for (Part part : order.parts()) {
        System.err.println(part.word());
        String section = section(part, setting);
        System.out.println(section);
        if (order.write()) {
          Page.of(HOME.resolve("docs/performance.md")).write(part, section);
        }
      }
    } finally {
      Company.delete(work);
    }
  }

  private static Setting setting(Order order, Path work) throws Exception {
    Checkout here = Checkout.here(HOME);
    if (order.parts().stream().anyMatch(part -> !part.readsRosters())) {
      here.built();
    }
    Optional<Checkout> against = Optional.empty();
    if (order.against().isPresent()) {
      against = Optional.of(Checkout.of(HOME, order.against().get()));
    }
    return new Setting(HOME, work, order, here, against);
  }

  private static String section(Part part, Setting setting) throws Exception {
    Order order = setting.order();
    Git git = new Git(HOME);
    String commit = git.commit("HEAD") + (git.changed() ? " with changes" : "");
    Noise noise = Noise.begun();
    String figures = measured(part, setting);
    String origin =
        "%s, commit %s, %s; %s.%s"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                commit,
                Machine.described(),
                order.runs(part) == 1
                    ? "one turn each"
                    : part.turnsThatCount() + " of " + order.runs(part),
                noise.said());
    return Page.section(part, order.command(part), origin, figures);
  }

  private static String measured(Part part, Setting setting) throws Exception {
    return switch (part) {
      case START -> new StartBench(setting).measured();
      case PLAN -> new PlanBench(setting).measured();
      case SYNC -> new SyncBench(setting).measured();
      case QUOTA -> new QuotaBench(setting).measured();
      case GROWTH -> new GrowthBench(setting).measured();
      case CSV, EXCEL, JDBC -> new SourceBench(setting, part).measured();
    };
  }
}
