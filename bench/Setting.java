import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * With what everything is measured.
 *
 * @param home the top of this checkout
 * @param work a folder for this run alone
 * @param against the commit to compare with
 */
record Setting(
    Path home, Path work, Order order, Checkout here, Optional<Checkout> against) {

  static final String HELLO = "hello";

  /** Those that are started in turns. */
  List<Checkout> checkouts() {
    List<Checkout> checkouts = new ArrayList<>(List.of(here));
    against.ifPresent(checkouts::add);
    return checkouts;
  }

  Stopwatch stopwatch() {
    return new Stopwatch(work);
  }

  /** Turns in which a bare Java that says hello is the first. */
  RoundRobin besideHello() {
    Program hello = new Program(work, java(), "-cp", classes(), Hello.class.getName());
    return new RoundRobin().add(HELLO, () -> stopwatch().time(hello).expecting(0).cost());
  }

  /** As the launcher finds it. */
  static String java() {
    return Optional.ofNullable(System.getenv("JAVA_HOME"))
        .filter(home -> !home.isEmpty())
        .map(home -> home + "/bin/java")
        .orElse("java");
  }

  static String classes() {
    return System.getProperty("java.class.path");
  }
}
