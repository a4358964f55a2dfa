import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs of one company's job, with the requests that each checkout makes in a run. */
final class JobRuns {

  private final Setting setting;
  private final Company company;
  private final String heap;
  private final Map<String, Requests> requests = new HashMap<>();

  JobRuns(Setting setting, Company company, String heap) {
    this.setting = setting;
    this.company = company;
    this.heap = heap;
  }

  /** A dry run, which must plan what the company was made for. */
  Cost plan(Checkout checkout, SandboxProcess workspace) throws IOException, InterruptedException {
    return counted(checkout, workspace, "plan").cost();
  }

  /** A run that changes a workspace which nobody has changed yet. */
  Cost sync(Checkout checkout, SandboxProcess workspace) throws IOException, InterruptedException {
    return counted(checkout, workspace, "sync").cost();
  }

  private Ended counted(Checkout checkout, SandboxProcess workspace, String command)
      throws IOException, InterruptedException {
    Map<String, Integer> before = workspace.counts();
    Ended ended =
        setting.stopwatch().time(program(checkout, workspace, command, heap)).expecting(0);
    if (!planned(ended).equals(company.planned())) {
      throw new Trouble(
          checkout.name() + " planned " + planned(ended) + ", not " + company.planned());
    }
    requests.put(checkout.name(), Requests.between(before, workspace.counts()));
    return ended;
  }

  /** Whether a dry run does in a heap of another size, and in so much time. */
  boolean plansIn(String otherHeap, Duration patience, Checkout checkout, SandboxProcess workspace)
      throws IOException, InterruptedException {
    Ended ended =
        setting
            .stopwatch()
            .time(program(checkout, workspace, "plan", otherHeap), patience);
    return ended.exitCode() == 0 && planned(ended).equals(company.planned());
  }

  private Program program(Checkout checkout, SandboxProcess workspace, String command, String size)
      throws IOException {
    Path job = company.job(workspace.url(), setting.work().resolve("anew"));
    return checkout.program(command, job.toString()).with("ROLLCALL_JAVA_OPTS", "-Xmx" + size);
  }

  /** The numbers of the line that sums a plan up. */
  private static List<Integer> planned(Ended ended) {
    return ended.out().stream()
        .filter(line -> line.startsWith("Plan: "))
        .flatMap(line -> Arrays.stream(line.replace(",", "").split("[^0-9]+")))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  /** What a checkout asked for in its last run. */
  Requests requests(Checkout checkout) {
    return requests.get(checkout.name());
  }
}
