package dev.rollcall.journal;

import dev.rollcall.security.UnfinishedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who holds a repository's file: a note beside it, for the message that others get.
 *
 * @param run empty while no run has begun
 */
record Holder(String run, long pid, String host, Instant since) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** This process. */
  static Holder self(String run, Instant since) {
    return new Holder(
        run, ProcessHandle.current().pid(), localHost(), since.truncatedTo(ChronoUnit.SECONDS));
  }

  static Path beside(Path database) {
    return database.toAbsolutePath().resolveSibling("holder.json");
  }

  private static String localHost() {
    String fromEnvironment = System.getenv("HOSTNAME");
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return fromEnvironment;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Writes the note; a run goes on without it, for it only words a message. */
  void write(Path file) {
    ObjectNode note =
        JSON.createObjectNode()
            .put("run", run)
            .put("pid", pid)
            .put("host", host)
            .put("since", since.toString());
    try (UnfinishedFile fresh = UnfinishedFile.beside(file)) {
      Files.writeString(fresh.path(), note.toPrettyString() + "\n", StandardCharsets.UTF_8);
      fresh.replace(file);
    } catch (IOException e) {
      remove(file);
    }
  }

  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A stale note is overwritten by the next holder, and nobody decides by it.
    }
  }

  static Optional<Holder> read(Path file) {
    try {
      JsonNode note = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
      return Optional.of(
          new Holder(
              note.path("run").asString(""),
              note.path("pid").asLong(0),
              note.path("host").asString(""),
              Instant.parse(note.path("since").asString(""))));
    } catch (IOException | JacksonException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    String who = run.isEmpty() ? "process " + pid : "run " + run + " (process " + pid;
    return who + " on " + host + (run.isEmpty() ? "" : ")") + " since " + since;
  }
}
