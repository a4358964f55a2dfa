package dev.rollcall.source.mapping;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Everything that is wrong with one row. */
final class RowProblems {

  private final Place place;
  private final Row row;
  private List<Problem> problems = List.of();
  private boolean whoseIsUnsure;
  private boolean isNobodys;
  private boolean isOpen;
  private boolean isOwnerLeftOut;
  private final BitSet columns = new BitSet();

  RowProblems(Place place, Row row) {
    this.place = place;
    this.row = row;
  }

  /** Adds a problem with a cell, once. */
  void add(int column, String what, String remedy) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>();
    }
    Problem problem = Problem.at(new Origin(place, row.line(), column), what, remedy);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    if (column >= 0) {
      columns.set(column);
    }
  }

  /** Adds a problem that says itself where it is. */
  void add(Problem problem) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>();
    }
    problems.add(problem);
  }

  /** Whether something is wrong with a cell, or may turn out to be. */
  boolean isInDoubt(int column) {
    return isOpen || columns.get(column);
  }

  /** The row belongs to somebody whose own row does not count. */
  void leaveOutWithOwner() {
    isOwnerLeftOut = true;
  }

  boolean isOwnerLeftOut() {
    return isOwnerLeftOut;
  }

  /** Adds a problem that makes it unsure whose row this is. */
  void addUnsure(int column, String what, String remedy) {
    add(column, what, remedy);
    whoseIsUnsure = true;
  }

  /** Adds a problem that shows that the row is about nobody in particular to be careful with. */
  void addNobodys(int column, String what, String remedy) {
    add(column, what, remedy);
    isNobodys = true;
  }

  /** Something about the row can only be told when all rows were seen. */
  void leaveOpen() {
    isOpen = true;
  }

  boolean isOpen() {
    return isOpen;
  }

  /** Whether the row, having no readable address, could be about anybody. */
  boolean couldBeAnybodys() {
    return whoseIsUnsure || !isNobodys;
  }

  boolean isUnsureWhose() {
    return whoseIsUnsure;
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  List<Problem> all() {
    return problems;
  }
}
