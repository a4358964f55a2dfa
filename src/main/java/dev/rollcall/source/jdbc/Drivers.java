package dev.rollcall.source.jdbc;

import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds the driver for an address: in a folder of jars first, then among those on board. */
final class Drivers {

  /** What the drivers on board read. */
  static final List<String> SCHEMES = List.of("postgresql", "mariadb", "mysql", "sqlserver", "h2");

  private final Path folder;

  private Drivers(Path folder) {
    this.folder = folder;
  }

  static Drivers in(Path folder) {
    return new Drivers(folder);
  }

  /**
   * A driver and what it wants.
   *
   * @param jars what its classes come from, where that is not the application itself
   */
  record Found(Driver driver, Dialect dialect, Optional<URLClassLoader> jars)
      implements AutoCloseable {
    @Override
    public void close() {
      jars.ifPresent(Drivers::close);
    }
  }

  private static void close(URLClassLoader jars) {
    try {
      jars.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The driver for the address of a source.
   *
   * @throws UnreadableSource where there is none
   */
  Found forSource(JdbcSettings settings) {
    String url = settings.login().url();
    Optional<URLClassLoader> jars = jars(settings.name());
    try {
      Optional<Driver> own = jars.flatMap(loader -> driver(loader, url));
      if (own.isPresent()) {
        return new Found(own.get(), Dialect.of(url, own.get()), jars);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      jars.ifPresent(Drivers::close);
      throw unusable(settings.name(), e);
    }
    jars.ifPresent(Drivers::close);
    Dialect dialect = Dialect.onBoard(url).orElseThrow(() -> unknown(settings));
    Driver driver =
        driver(Drivers.class.getClassLoader(), dialect.url(url))
            .orElseThrow(() -> unknown(settings));
    return new Found(driver, dialect, Optional.empty());
  }

  private Optional<URLClassLoader> jars(String source) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<URL> urls = new ArrayList<>();
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(url(jar));
      }
      // Apart from the application's own classes: a driver may bring another version of them.
      return urls.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    } catch (IOException e) {
      throw new UnreadableSource(
          new Problem(
              source, "the drivers in " + folder + " cannot be read", "look at its permissions"));
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private static Optional<Driver> driver(ClassLoader loader, String url) {
    for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
      if (accepts(driver, url)) {
        return Optional.of(driver);
      }
    }
    return Optional.empty();
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      return false;
    }
  }

  private UnreadableSource unusable(String source, Error cause) {
    return new UnreadableSource(
        new Problem(
            source,
            "a driver in " + folder + " cannot be used: " + cause.getMessage(),
            "put the jars it needs beside it; it must run on Java " + Runtime.version().feature()));
  }

  private UnreadableSource unknown(JdbcSettings settings) {
    String scheme = settings.login().url().replaceFirst("^jdbc:([^:]*):.*", "$1");
    String shown = scheme.matches("[A-Za-z0-9.+-]{1,40}") ? scheme : "such";
    return new UnreadableSource(
        new Problem(
            settings.name(),
            "there is no driver for jdbc:" + shown + ": addresses",
            Nearest.to(shown, SCHEMES).map(near -> "did you mean jdbc:" + near + ":? ").orElse("")
                + "on board are "
                + String.join(", ", SCHEMES)
                + "; put the jar of another into the folder "
                + folder
                + " (drivers: in the job file, or ROLLCALL_DRIVERS)"
                + (Files.isDirectory(folder) ? "" : ", which does not exist")));
  }
}
