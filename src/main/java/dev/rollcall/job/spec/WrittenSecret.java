package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.Position;

/** What is said of secrets that stand where they can be read. */
final class WrittenSecret {

  private static final String REMEDY = "write ${env:NAME} or ${file:/path} instead";

  private WrittenSecret() {}

  /**
   * In a file it is doubtful. On a command line it is wrong: that is seen by everybody on the
   * machine, and is kept with the run.
   */
  static void complain(Binder binder, Node node, Position position, String inFile) {
    if (position.isWhole()) {
      binder.problem(
          position, node.name() + " holds a secret, and a command line keeps none", REMEDY);
    } else {
      binder.warning(position, inFile, REMEDY);
    }
  }
}
