package dev.rollcall.starter;

import dev.rollcall.model.Noun;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.UnreadColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked about a column that is not read and may be about something.
 *
 * @param destination the tenant in which people are to hold rights
 * @param layout the program whose export the roster is
 * @param headers those of each field that is read
 */
record UnreadQuestion(
    Destination destination, Optional<String> layout, Map<String, List<String>> headers) {

  /** Empty where nobody can guess what it is about. */
  Optional<OpenQuestion> about(UnreadColumn unread) {
    return unread
        .guess()
        .map(
            guess ->
                new OpenQuestion(
                    "%s is not read. %s If so, write %s under columns:."
                        .formatted(
                            ColumnWords.described(unread), question(guess), fix(guess, unread)),
                    ColumnWords.described(unread) + " is not read, and may be the " + guess.words(),
                    remedy(guess)));
  }

  private String question(UnreadColumn.Guess guess) {
    Noun tenant = destination.vocabulary().tenant();
    return destination.has(guess)
        ? guess.question(tenant)
        : "Does it state what people may do in the " + tenant + "?";
  }

  private String fix(UnreadColumn.Guess guess, UnreadColumn unread) {
    String header = ColumnWords.yaml(unread.header());
    if (!destination.has(guess)) {
      return String.join(": or ", destination.ways()) + ": " + header;
    }
    List<String> both = new ArrayList<>(headers.getOrDefault(guess.field(), List.of()));
    both.add(unread.header());
    return guess.field() + ": " + (both.size() == 1 ? header : YamlWord.list(both));
  }

  private String remedy(UnreadColumn.Guess guess) {
    if (layout.isPresent()) {
      return "take it out, for of " + layout.get() + " other columns are read";
    }
    return destination.has(guess)
        ? "call the column %s if it is; take it out if not".formatted(guess.header())
        : "call the column after what it states, of %s, if it does; take it out if not"
            .formatted(String.join(", ", destination.ways()));
  }
}
