import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkout of Rollcall, started as its users start it: by the launcher at its top, which builds
 * what is missing. So it does not matter what a version is built as.
 *
 * @param name how tables call it
 */
record Checkout(String name, Path folder, Map<String, String> environment) {

  /** This one, built or not. */
  static Checkout here(Path home) {
    return new Checkout("this checkout", home, Map.of());
  }

  /** A clone of another commit, which stays below {@code target} for the next time. */
  static Checkout of(Path home, String commit) throws IOException, InterruptedException {
    return new Checkout(commit, cloned(home, commit), Map.of()).built();
  }

  /** A clone of the newest commit, started once, by a user whose cache was empty before. */
  static Checkout fresh(Path home) throws IOException, InterruptedException {
    String commit = new Git(home).commit("HEAD");
    Path cache = Files.createDirectories(home.resolve("target/bench/cache").resolve(commit));
    Map<String, String> user = Map.of("XDG_CACHE_HOME", cache.toString());
    return new Checkout("fresh clone", cloned(home, commit), user).built();
  }

  private static Path cloned(Path home, String commit) throws IOException, InterruptedException {
    Path folder = home.resolve("target/bench/commits").resolve(commit);
    if (Files.notExists(folder)) {
      Files.createDirectories(folder.getParent());
      new Git(home).clone(commit, folder);
    }
    return folder;
  }

  /** Itself, started once. */
  Checkout built() throws IOException, InterruptedException {
    System.err.println("starting " + name + " once, which builds it where that is needed");
    program("--version").output();
    return this;
  }

  /** A command of Rollcall. */
  Program program(String... arguments) {
    List<String> command = new ArrayList<>(List.of(folder.resolve("rollcall").toString()));
    command.addAll(List.of(arguments));
    return new Program(command, environment, folder);
  }
}
