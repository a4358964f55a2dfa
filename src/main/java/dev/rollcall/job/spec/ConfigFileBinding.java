package dev.rollcall.job.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.YamlText;
import dev.rollcall.security.SmallFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of YAML or JSON: what is wrong in it is told with its own lines. */
final class ConfigFileBinding implements Binding<ConfigFile> {

  private static final int LARGEST = 1024 * 1024;

  private final JobFolder folder;

  /** Paths are relative to this folder. */
  ConfigFileBinding(JobFolder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<ConfigFile> bind(Node node, Binder binder) {
    return binder
        .scalar(node, "a path")
        .flatMap(scalar -> binder.follow(node, scalar))
        .flatMap(text -> read(text, node, binder));
  }

  private Optional<ConfigFile> read(String label, Node node, Binder binder) {
    String what;
    try {
      Path file = folder.resolve(label).path();
      String text =
          UTF_8.newDecoder().decode(ByteBuffer.wrap(SmallFile.read(file, LARGEST))).toString();
      // What is in it decides the run as the job file does.
      binder.remember(node, text);
      return parsed(label, text.startsWith("\uFEFF") ? text.substring(1) : text, node, binder);
    } catch (SmallFile.Unfit e) {
      what = String.valueOf(e.getMessage());
    } catch (NoSuchFileException e) {
      what = "does not exist";
    } catch (CharacterCodingException e) {
      what = "is not written in UTF-8";
    } catch (IOException | IllegalArgumentException e) {
      what = "cannot be read";
    }
    binder.problem(
        node.tree().position(),
        node.name() + " names the file " + Binder.shown(node) + ", which " + what,
        "it must be a file of YAML or JSON; its path is relative to the job file");
    return Optional.empty();
  }

  private static Optional<ConfigFile> parsed(String label, String text, Node node, Binder binder) {
    if (text.isBlank()) {
      binder.problem(
          node.tree().position(),
          node.name() + " names the file " + Binder.shown(node) + ", which is empty",
          "write into it what the role lets people do");
      return Optional.empty();
    }
    return YamlText.parse(label, text, binder::problem)
        .flatMap(tree -> new ConfigBinding().whole(tree, label, binder))
        .map(config -> new ConfigFile(label, config));
  }
}
