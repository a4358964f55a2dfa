package dev.rollcall.source;

import dev.rollcall.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source in a file that must not change while it is read: half a file that is still being written
 * would look like a roster of fewer people.
 */
public final class SteadyFile implements Source {

  /** What differs as soon as a file is written to. */
  private record State(long size, long modified, String identity) {}

  private final Source source;
  private final FileChoice.Chosen file;

  /** The source that reads the file. */
  public SteadyFile(Source source, FileChoice.Chosen file) {
    this.source = source;
    this.file = file;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Rows open() {
    Optional<State> before = state();
    return new Steady(source.open(), before);
  }

  private Optional<State> state() {
    try {
      BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return Optional.of(
          new State(now.size(), now.lastModifiedTime().toMillis(), String.valueOf(now.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The rows, which look at the file again at their end. */
  private final class Steady implements Rows {

    private final Rows rows;
    private final Optional<State> before;

    Steady(Rows rows, Optional<State> before) {
      this.rows = rows;
      this.before = before;
    }

    @Override
    public Place place() {
      return rows.place();
    }

    @Override
    public List<String> remarks() {
      List<String> all = new ArrayList<>(file.remarks());
      all.addAll(rows.remarks());
      return all;
    }

    @Override
    public @Nullable Row next() {
      Row row = rows.next();
      if (row == null && !before.equals(state())) {
        throw new UnreadableSource(
            file.label(),
            "the file has changed while it was read",
            "wait until it is written; best write it elsewhere and move it here when whole");
      }
      return row;
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
