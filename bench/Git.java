import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What git knows of this checkout. */
record Git(Path home) {

  /** The short name of a commit that is named in any way. */
  String commit(String named) throws IOException, InterruptedException {
    Program asked =
        new Program(home, "git", "rev-parse", "--verify", "--quiet", "--short=7", named + "^{commit}");
    try {
      return asked.output().strip();
    } catch (Trouble e) {
      throw new IllegalArgumentException("there is no commit \"" + named + "\" here");
    }
  }

  /** Whether anything that is measured differs from the newest commit. */
  boolean changed() throws IOException, InterruptedException {
    return !new Program(home, "git", "status", "--porcelain", "--", ".", ":!docs")
        .output()
        .isBlank();
  }

  /** Puts a commit into a folder that is not there yet. */
  void clone(String commit, Path folder) throws IOException, InterruptedException {
    for (List<String> command :
        List.of(
            List.of("git", "clone", "--quiet", "--shared", "--no-checkout", ".", folder.toString()),
            List.of("git", "-C", folder.toString(), "checkout", "--quiet", "--detach", commit))) {
      new Program(home, command.toArray(String[]::new)).output();
    }
  }
}
