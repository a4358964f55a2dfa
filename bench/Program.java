import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with its arguments, and what is different in its environment.
 *
 * @param folder where it is started
 */
record Program(List<String> command, Map<String, String> environment, Path folder) {

  private static final int SHOWN = 100;

  Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  Program(Path folder, String... command) {
    this(List.of(command), Map.of(), folder);
  }

  Program with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Program(command, more, folder);
  }

  /** The same, started by another one. */
  Program under(List<String> starter) {
    List<String> all = new ArrayList<>(starter);
    all.addAll(command);
    return new Program(all, environment, folder);
  }

  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  /** What it writes to stdout; stderr goes where ours goes. */
  String output() throws IOException, InterruptedException {
    Process process = builder().redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new Trouble(this + " ended with " + exitCode);
    }
    return out;
  }

  /** Enough of it to know it by. */
  @Override
  public String toString() {
    String words = String.join(" ", command);
    return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
  }
}
