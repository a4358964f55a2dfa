package dev.rollcall.security;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes files and folders that are their owner's alone, or also a group's where a {@link FileMode}
 * says so, whatever the process's umask is.
 *
 * <p>Permissions are given as a file is made, so there is no moment at which others can open it.
 * What is ours and exists already is tightened before anything is written to it. A folder that
 * somebody else made, such as a shared one for reports, stays as it is: only {@link #own} changes
 * an existing folder. Where the file system knows no such permissions, nothing is done about them.
 */
public final class OwnerOnly {

  private static final PosixFilePermission[] BY_BIT = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  /** For the owner alone. */
  public static final OwnerOnly ALONE = new OwnerOnly(FileMode.OWNER);

  private final Set<PosixFilePermission> ofFiles;
  private final Set<PosixFilePermission> ofFolders;

  private OwnerOnly(FileMode mode) {
    this.ofFiles = permissions(mode.bits());
    this.ofFolders = permissions(mode.folderBits());
  }

  /** For those whom the mode lets in. */
  public static OwnerOnly of(FileMode mode) {
    return new OwnerOnly(mode);
  }

  private static Set<PosixFilePermission> permissions(int bits) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BY_BIT.length; bit++) {
      if ((bits & 1 << bit) != 0) {
        permissions.add(BY_BIT[bit]);
      }
    }
    return permissions;
  }

  /** Makes a folder and those above it as far as they are missing; what exists stays as it is. */
  public Path folder(Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
      if (Files.exists(each)) {
        break;
      }
      missing.add(0, each);
    }
    for (Path each : missing) {
      makeFolder(each);
    }
    // Says what is wrong where something else stands there, or a link that leads nowhere.
    Files.createDirectories(folder);
    return folder;
  }

  private void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, atCreation(folder, ofFolders));
      set(folder, ofFolders);
    } catch (FileAlreadyExistsException e) {
      // Somebody else has just made it: then it is theirs.
    }
  }

  /** The same for a folder of our own, such as that of a run: one that exists is tightened. */
  public Path own(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      set(folder, ofFolders);
      return folder;
    }
    return folder(folder);
  }

  /** Makes an empty file where there is none; one that is there is tightened and kept. */
  public Path file(Path file) throws IOException {
    try {
      Files.createFile(file, atCreation(file, ofFiles));
    } catch (FileAlreadyExistsException e) {
      // As good: it is tightened as a new one is.
    }
    set(file, ofFiles);
    return file;
  }

  /** Opens a file for writing, from its beginning. */
  public OutputStream output(Path file) throws IOException {
    return Files.newOutputStream(file(file));
  }

  /** The same for text in UTF-8. */
  public Writer writer(Path file) throws IOException {
    return Files.newBufferedWriter(file(file), StandardCharsets.UTF_8);
  }

  /** A new file in a folder, whose name nobody can foresee. */
  public Path temporaryFile(Path folder, String prefix, String suffix) throws IOException {
    Path file = Files.createTempFile(folder, prefix, suffix, atCreation(folder, ofFiles));
    set(file, ofFiles);
    return file;
  }

  /** A new folder in a folder, whose name nobody can foresee. */
  public Path temporaryFolder(Path folder, String prefix) throws IOException {
    Path made = Files.createTempDirectory(folder, prefix, atCreation(folder, ofFolders));
    set(made, ofFolders);
    return made;
  }

  /** Tightens a file of ours, where it is there. */
  public void tighten(Path file) {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      set(file, ofFiles);
    }
  }

  /**
   * At creation the owner alone: a umask can take away from it, and {@link #set} gives the rest.
   */
  private static FileAttribute<?>[] atCreation(Path where, Set<PosixFilePermission> permissions) {
    if (!knowsPermissions(where)) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> owner = EnumSet.copyOf(permissions);
    owner.removeIf(permission -> !permission.name().startsWith("OWNER_"));
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
  }

  private static void set(Path path, Set<PosixFilePermission> permissions) {
    if (!knowsPermissions(path)) {
      return;
    }
    try {
      if (!Files.getPosixFilePermissions(path).equals(permissions)) {
        Files.setPosixFilePermissions(path, permissions);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // Another owner's, or a mount without permissions: whether it can be written shows later.
    }
  }

  private static boolean knowsPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
