package dev.rollcall.source;

/**
 * Something wrong with one cell that its text does not show: an error value, a number that has lost
 * digits.
 *
 * @param column from 0; -1 for the row as a whole
 * @param what is wrong, as the middle of a sentence
 * @param remedy what would be right; empty where nothing is known
 */
public record CellFlaw(int column, String what, String remedy) {}
