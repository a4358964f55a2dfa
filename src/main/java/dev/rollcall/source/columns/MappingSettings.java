package dev.rollcall.source.columns;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The settings of a row mapper: how the rows of one source are to be read.
 *
 * @param source the source's name
 * @param columns for each roster field its columns; empty where the usual headers are to be
 *     recognised. Where it is given, only what it names is read
 * @param status what the words of a status column mean
 * @param today the day dates are judged by, in the job's time zone
 * @param destination the tenant in which they state rights
 * @param shape what a row is
 * @param dates how dates are written
 * @param compared the attributes, by key, that rules compare as dates
 * @param belonging which rows are about people of ours
 */
public record MappingSettings(
    String source,
    Map<String, ColumnSpec> columns,
    StatusWords status,
    LocalDate today,
    Destination destination,
    Shape shape,
    DateStyle dates,
    Predicate<String> compared,
    RowSelection belonging) {

  /** Copies. */
  public MappingSettings {
    columns = Map.copyOf(columns);
  }

  /** Whether rules or the condition of the source compare an attribute, by its key, as a date. */
  public boolean isCompared(String key) {
    return compared.test(key) || belonging.comparesAsDate(key);
  }
}
