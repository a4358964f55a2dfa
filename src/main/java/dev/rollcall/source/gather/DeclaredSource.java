package dev.rollcall.source.gather;

import dev.rollcall.source.columns.Shape;

/**
 * A source as the job file declares it, as far as taking sources together depends on it.
 *
 * @param onConflict what holds where a row of this source contradicts a later one
 * @param people the source whose people its rows are about: itself, unless it is joined to another
 */
public record DeclaredSource(String name, Shape shape, OnConflict onConflict, String people) {

  /** A source of its own. */
  public DeclaredSource(String name, Shape shape, OnConflict onConflict) {
    this(name, shape, onConflict, name);
  }

  /** The assignments that are joined to the people of this source. */
  public DeclaredSource joined() {
    return new DeclaredSource(joinedName(name), Shape.JOINED, onConflict, name);
  }

  /** What the assignments of a source are called; no source of a job file can have such a name. */
  public static String joinedName(String source) {
    return source + ".assignments";
  }
}
