package dev.rollcall.source.jdbc;

import dev.rollcall.security.Tampering;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of jars that hold drivers. What is in them runs with all that we may do, so nobody else
 * may be able to put anything there.
 *
 * @param source for which they are wanted
 */
record DriverJars(Path folder, String source) {

  /**
   * Their classes; empty where there is no jar.
   *
   * @throws UnreadableSource where they cannot be read, or others could have written them
   */
  Optional<URLClassLoader> loader() {
    if (Files.notExists(folder)) {
      throw refused("the folder of drivers " + folder + " does not exist", "correct drivers:");
    }
    try (Stream<Path> files = Files.list(folder)) {
      Tampering others = Tampering.byOthers();
      others.with(folder).ifPresent(this::refuse);
      List<URL> urls = new ArrayList<>();
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        others.with(jar).ifPresent(this::refuse);
        urls.add(jar.toUri().toURL());
      }
      // Apart from the application's own classes: a driver may bring another version of them.
      return urls.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    } catch (IOException | UncheckedIOException e) {
      throw refused("the drivers in " + folder + " cannot be read", "look at its permissions");
    }
  }

  private void refuse(Tampering.Gap gap) {
    throw refused("no driver is taken from " + folder + ": " + gap.how(), gap.remedy());
  }

  private UnreadableSource refused(String what, String remedy) {
    return new UnreadableSource(source, what, remedy);
  }
}
