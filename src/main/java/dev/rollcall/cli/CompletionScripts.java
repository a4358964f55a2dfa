package dev.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * What lets a shell complete commands, options and files: made from the commands themselves, so
 * that nothing is offered that is not there. A step of the build.
 */
final class CompletionScripts {

  private CompletionScripts() {}

  /** Writes those of bash, zsh and fish into a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CommandLine commands = commands();
    Files.writeString(folder.resolve("rollcall.bash"), AutoComplete.bash("rollcall", commands));
    Files.writeString(folder.resolve("_rollcall"), new ZshCompletion(commands).script());
    Files.writeString(folder.resolve("rollcall.fish"), new FishCompletion(commands).script());
  }

  /** All commands, wired to nowhere. */
  static CommandLine commands() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Main.commandLine(new Terminal(nowhere, nowhere, false, Map.of()));
  }
}
