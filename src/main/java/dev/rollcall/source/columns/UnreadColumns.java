package dev.rollcall.source.columns;

import dev.rollcall.source.RejectNotes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns of a source that feed no roster field, those first that may be about one. */
final class UnreadColumns {

  private final SourceProfile profile;
  private final Set<Integer> used;
  private final SecretColumns secrets;

  UnreadColumns(SourceProfile profile, Set<Integer> used, Optional<KnownLayout> layout) {
    this.profile = profile;
    this.used = used;
    this.secrets = new SecretColumns(profile.headers(), layout);
  }

  List<UnreadColumn> all() {
    List<String> headers = profile.headers();
    return IntStream.range(0, headers.size())
        .filter(column -> !used.contains(column) && !secrets.contains(column))
        .filter(column -> !headers.get(column).isBlank())
        .filter(column -> !RejectNotes.isNote(headers.get(column)))
        .mapToObj(this::unread)
        .sorted((one, other) -> Boolean.compare(one.guess().isEmpty(), other.guess().isEmpty()))
        .toList();
  }

  private UnreadColumn unread(int column) {
    String header = profile.headers().get(column);
    Optional<ColumnProfile> values = profile.values(column);
    return new UnreadColumn(
        header,
        Attributes.key(header),
        ColumnGuesses.of(header, values),
        ColumnGuesses.evidence(header, values));
  }
}
