package dev.rollcall.starter;

import dev.rollcall.model.Status;
import dev.rollcall.source.columns.StatusWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the words in the status columns of a roster mean, as far as that can be told. */
final class StatusChoice {

  final List<String> active = new ArrayList<>();
  final List<String> left = new ArrayList<>();
  final Map<String, Integer> unknown = new LinkedHashMap<>();

  private final Questions questions;

  StatusChoice(Questions questions) {
    this.questions = questions;
  }

  /** Judges the words of each column, and asks what the others mean. */
  void judge(List<RosterColumn> columns) {
    columns.forEach(this::judge);
    if (columns.size() > 1) {
      // A yes may mean one thing in one of them and another in the other: each header decides.
      active.clear();
      left.clear();
    }
    unknown.forEach(
        (word, count) ->
            questions.ask(
                "What does the status \"%s\" (%d %s) mean? Put it under status: as active or as left; until then these rows are set aside."
                    .formatted(YamlWord.comment(word), count, count == 1 ? "row" : "rows")));
  }

  private void judge(RosterColumn column) {
    if (column.values().hasMany()) {
      String header = YamlWord.comment(column.header());
      questions.ask(
          new OpenQuestion(
              "Is \"%s\" really a status? It has more than 60 different values.".formatted(header),
              "\"%s\" would be read as the status, and has more than 60 different values"
                  .formatted(header),
              "call it something else, or take it out"));
      return;
    }
    for (Map.Entry<String, Integer> word : column.counts()) {
      Optional<Status> meaning = StatusWords.usually(word.getKey(), column.header());
      if (meaning.isEmpty()) {
        unknown.merge(word.getKey(), word.getValue(), Integer::sum);
      } else {
        (meaning.get() == Status.LEFT ? left : active).add(word.getKey());
      }
    }
  }

  /** The words as a job file would say them. */
  StatusWords words() {
    return new StatusWords(left, active);
  }
}
