/** The least that a Java program can cost: what starting is compared with. */
public final class Hello {

  private Hello() {}

  /** Says hello. */
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
