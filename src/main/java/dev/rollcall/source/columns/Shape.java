package dev.rollcall.source.columns;

/** What one row of a source is. */
public enum Shape {
  /** A person, with columns for what they are to hold. */
  PEOPLE,
  /** One thing a person is to hold; the rows of a person, taken together, are that person. */
  ASSIGNMENTS,
  /** One thing a person of another source is to hold; says nothing about the person themselves. */
  JOINED
}
