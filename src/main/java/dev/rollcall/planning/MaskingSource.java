package dev.rollcall.planning;

import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.security.Secrets;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * A source that masks the secrets of the job in what it tells: drivers and libraries quote what
 * they were told, and databases what they were asked.
 */
public final class MaskingSource implements Source {

  private final Source source;
  private final Secrets secrets;

  /** The source with what it must not tell. */
  public MaskingSource(Source source, Secrets secrets) {
    this.source = source;
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Rows open() {
    return new Discreet(hidden(source::open));
  }

  private <T> T hidden(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnreadableSource e) {
      throw new UnreadableSource(
          e.problems().stream()
              .map(each -> new Problem(each.where(), secrets.hide(each.what()), each.remedy()))
              .toList());
    }
  }

  /** Its rows. */
  private final class Discreet implements Rows {

    private final Rows rows;

    Discreet(Rows rows) {
      this.rows = rows;
    }

    @Override
    public Place place() {
      return rows.place();
    }

    @Override
    public List<String> remarks() {
      return rows.remarks().stream().map(secrets::hide).toList();
    }

    @Override
    public Row next() {
      return hidden(rows::next);
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
