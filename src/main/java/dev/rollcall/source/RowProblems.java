package dev.rollcall.source;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one row. */
final class RowProblems {

  private final Place place;
  private final Row row;
  private List<Problem> problems = List.of();
  private boolean whoseIsUnsure;
  private boolean isNobodys;
  private boolean isOpen;

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
