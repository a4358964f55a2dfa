package dev.rollcall.report;

import dev.rollcall.model.Problem;
import dev.rollcall.security.OwnerOnly;
import dev.rollcall.security.UnfinishedFile;
import dev.rollcall.security.WriteTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a command is asked to write, with what was found in its place before anything was
 * done. It becomes its owner's alone, and is there whole or not at all.
 */
public final class RequestedFile {

  /** What goes into it. */
  @FunctionalInterface
  public interface Content {
    /** Writes it, without closing the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  private final String where;
  private final Path path;
  private final boolean isThere;
  private final Optional<Problem> objection;

  private RequestedFile(String option, Path path, Overwriting overwriting, boolean hasFolder) {
    this.where = option + " " + path;
    this.path = path;
    this.isThere = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    this.objection =
        isThere
            ? overwriting.objection(where, path)
            : Optional.of(new Problem(where, "has no folder to be in", "make it, or name another"))
                .filter(problem -> hasFolder && !Files.isDirectory(folder()));
  }

  /**
   * One in a folder that there is.
   *
   * @param option with which it is named, such as {@code --out}
   */
  public static RequestedFile of(String option, Path path, Overwriting overwriting) {
    return new RequestedFile(option, path, overwriting, true);
  }

  /** The same, whose folder is made where it is missing. */
  public static RequestedFile withFolder(String option, Path path, Overwriting overwriting) {
    return new RequestedFile(option, path, overwriting, false);
  }

  /** As it was named. */
  public Path path() {
    return path;
  }

  /** Why it is not to be written. */
  public Optional<Problem> objection() {
    return objection;
  }

  /**
   * The same file, where nothing is against it.
   *
   * @throws CannotWrite where anything is
   */
  public RequestedFile checked() {
    if (objection.isPresent()) {
      throw new CannotWrite(objection.get());
    }
    return this;
  }

  /**
   * Writes it.
   *
   * @throws CannotWrite where that fails, and then nothing is left of it
   */
  public void write(Content content) {
    try (UnfinishedFile unfinished = begin()) {
      try (OutputStream out = unfinished.output()) {
        content.writeTo(out);
      }
      keep(unfinished);
    } catch (IOException e) {
      throw failed(e);
    } catch (UncheckedIOException e) {
      throw failed(Optional.ofNullable(e.getCause()).orElseThrow());
    }
  }

  /** Begins it, to be kept once it is proven. */
  public UnfinishedFile begin() throws IOException {
    OwnerOnly.ALONE.folder(folder());
    return UnfinishedFile.beside(path);
  }

  /** Puts it into its place: over what was there before, and over nothing that came meanwhile. */
  public void keep(UnfinishedFile unfinished) throws IOException {
    if (isThere) {
      unfinished.replace(path);
      return;
    }
    try {
      unfinished.place(path);
    } catch (FileAlreadyExistsException e) {
      throw new CannotWrite(
          new Problem(where, "has come to be there meanwhile", "name another, or say --force"));
    }
  }

  /** That it could not be written, and why. */
  public CannotWrite failed(IOException cause) {
    return new CannotWrite(
        new Problem(
            where,
            "could not be written: " + WriteTrouble.words(path, cause),
            "see that its folder can be written and has room, or name another"));
  }

  private Path folder() {
    return path.toAbsolutePath().normalize().resolveSibling("");
  }
}
