package dev.rollcall.cli;

/**
 * What the JDK's own logging begins with in this process: nothing that writes. Some drivers log by
 * it, whole addresses too; what matters reaches users as ours. The JDK makes one of these in place
 * of reading a configuration when, and if, somebody logs so for the first time.
 */
public final class SilentDrivers {

  private static final String FIRST_CONFIGURATION = "java.util.logging.config.class";

  /** Called by the JDK; sets nothing up. */
  public SilentDrivers() {}

  static void setUp() {
    System.setProperty(FIRST_CONFIGURATION, SilentDrivers.class.getName());
  }
}
