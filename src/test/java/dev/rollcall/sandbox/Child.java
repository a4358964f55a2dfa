package dev.rollcall.sandbox;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A sandbox in a process of its own, to be killed. */
final class Child {

  private Child() {}

  public static void main(String[] arguments) throws InterruptedException {
    SandboxOptions options = SandboxOptions.of().withState(Path.of(arguments[0]));
    Sandbox sandbox = Sandbox.start(Acme.seed().build(), options);
    System.out.println(sandbox.url());
    new CountDownLatch(1).await();
  }
}
