package dev.rollcall.source.jdbc;

import dev.rollcall.model.Nearest;
import dev.rollcall.security.JdbcUse;
import dev.rollcall.security.RefusedSetting;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds the driver for an address: among those on board, and in the operator's own folder only
 * where that is named for this source, or none on board reads the address.
 */
final class Drivers {

  /** What the drivers on board read. */
  static final List<String> SCHEMES = List.of("postgresql", "mariadb", "mysql", "sqlserver", "h2");

  private final JdbcSettings settings;

  private Drivers(JdbcSettings settings) {
    this.settings = settings;
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
   * The driver for the address of a source. Nothing is connected to, and no class of others loaded,
   * before it is known that the address says nothing that it must not.
   *
   * @throws UnreadableSource where there is none, or where it must not be asked
   */
  static Found forSource(JdbcSettings settings) {
    return new Drivers(settings).found();
  }

  private Found found() {
    Optional<Dialect> onBoard = Dialect.onBoard(settings.login().url());
    FurtherDrivers further = settings.drivers();
    if (further.folder().isPresent() && (further.first() || onBoard.isEmpty())) {
      refuse(JdbcUse.SOURCE_BY_OWN_DRIVER);
      Optional<Found> own = fromFolder(further.folder().get());
      if (own.isPresent()) {
        return own.get();
      }
    }
    Dialect dialect = onBoard.orElseThrow(this::unknown);
    refuse(JdbcUse.SOURCE);
    Driver driver =
        driver(Drivers.class.getClassLoader(), dialect.url(settings.login().address()))
            .orElseThrow(this::unknown);
    return new Found(driver, dialect, Optional.empty());
  }

  private void refuse(JdbcUse use) {
    Login login = settings.login();
    List<RefusedSetting> refused = new ArrayList<>(login.address().refused(use));
    login
        .properties()
        .forEach(
            (name, value) -> login.address().refusal(use, name, value).ifPresent(refused::add));
    if (!refused.isEmpty()) {
      RefusedSetting first = refused.get(0);
      throw new UnreadableSource(settings.name(), first.what(), first.remedy(Nearest::to));
    }
  }

  private Optional<Found> fromFolder(Path folder) {
    Optional<URLClassLoader> jars = new DriverJars(folder, settings.name()).loader();
    String url = settings.login().url();
    try {
      Optional<Driver> own = jars.flatMap(loader -> driver(loader, url));
      if (own.isPresent()) {
        return Optional.of(new Found(own.get(), Dialect.of(url, own.get()), jars));
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      jars.ifPresent(Drivers::close);
      throw unusable(folder, e);
    }
    jars.ifPresent(Drivers::close);
    return Optional.empty();
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

  private UnreadableSource unusable(Path folder, Error cause) {
    return new UnreadableSource(
        settings.name(),
        "a driver in " + folder + " cannot be used: " + cause.getMessage(),
        "put the jars it needs beside it; it must run on Java " + Runtime.version().feature());
  }

  private UnreadableSource unknown() {
    String scheme = settings.login().address().scheme();
    String shown = scheme.matches("[a-z0-9.+-]{1,40}") ? scheme : "such";
    return new UnreadableSource(
        settings.name(),
        "there is no driver for jdbc:" + shown + ": addresses",
        Nearest.to(shown, SCHEMES).map(near -> "did you mean jdbc:" + near + ":? ").orElse("")
            + "on board are "
            + String.join(", ", SCHEMES)
            + settings
                .drivers()
                .folder()
                .map(folder -> "; no jar in " + folder + " reads it")
                .orElse(
                    "; put the jar of another into a folder and name that"
                        + " (drivers: in the job file, or ROLLCALL_DRIVERS)"));
  }
}
