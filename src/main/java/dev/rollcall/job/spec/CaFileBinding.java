package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.security.Certificates;
import dev.rollcall.security.SmallFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A PEM file of certificates: what is wrong with it is wrong with the job file. */
final class CaFileBinding implements Binding<CaFile> {

  private final JobFolder folder;

  CaFileBinding(JobFolder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<CaFile> bind(Node node, Binder binder) {
    return binder
        .scalar(node, "a path")
        .flatMap(scalar -> binder.follow(node, scalar))
        .flatMap(text -> read(text, node, binder));
  }

  private Optional<CaFile> read(String text, Node node, Binder binder) {
    String what;
    try {
      Path file = folder.resolve(text).path();
      return Optional.of(new CaFile(text, Certificates.inPem(file)));
    } catch (SmallFile.Unfit e) {
      what = String.valueOf(e.getMessage());
    } catch (NoSuchFileException e) {
      what = "does not exist";
    } catch (IOException | IllegalArgumentException e) {
      what = "cannot be read";
    }
    binder.problem(
        node.tree().position(),
        node.name() + " names the file " + Binder.shown(node) + ", which " + what,
        "it must be a PEM file: certificates between BEGIN CERTIFICATE and END CERTIFICATE");
    return Optional.empty();
  }
}
