package dev.rollcall.source.csv;

import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;

/** A roster in a text file with separated columns. */
public final class CsvSource implements Source {

  private final CsvSettings settings;

  /** A source that reads the file each time it is opened. */
  public CsvSource(CsvSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Rows open() {
    TextFileCheck.check(settings.path(), settings.label());
    try {
      return CsvRows.open(settings, Encoding.of(settings));
    } catch (IOException e) {
      throw new UnreadableSource(
          settings.label(), "the file cannot be read: " + e, "look at it and try again");
    }
  }
}
