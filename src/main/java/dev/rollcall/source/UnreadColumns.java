package dev.rollcall.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns of a source that feed no roster field, those first that may be about one. */
final class UnreadColumns {

  private final SourceProfile glance;
  private final Set<Integer> used;
  private final SecretColumns secrets;

  UnreadColumns(SourceProfile glance, Set<Integer> used, Optional<KnownLayout> layout) {
    this.glance = glance;
    this.used = used;
    this.secrets = new SecretColumns(glance.headers(), layout);
  }

  List<UnreadColumn> all() {
    List<String> headers = glance.headers();
    return IntStream.range(0, headers.size())
        .filter(column -> !used.contains(column) && !secrets.contains(column))
        .filter(column -> !headers.get(column).isBlank())
        .filter(column -> !RejectNotes.isNote(headers.get(column)))
        .mapToObj(this::unread)
        .sorted(Comparator.comparing((UnreadColumn unread) -> unread.guess().isEmpty()))
        .toList();
  }

  private UnreadColumn unread(int column) {
    String header = glance.headers().get(column);
    Optional<ColumnProfile> values = glance.values(column);
    return new UnreadColumn(
        header,
        Attributes.key(header),
        ColumnGuesses.of(header, values),
        ColumnGuesses.evidence(header, values));
  }
}
