/** What keeps a figure from being measured, in one line for whoever asked for it. */
final class Trouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Trouble(String message) {
    super(message);
  }
}
