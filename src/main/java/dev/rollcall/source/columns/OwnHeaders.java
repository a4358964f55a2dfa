package dev.rollcall.source.columns;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The headers above a vendor's own ways of stating rights: {@code Workspace roles}, and {@code
 * workspace.FY26} for all that is held in one resource.
 */
public final class OwnHeaders {

  private final Vocabulary vocabulary;

  /** Of a vendor. */
  public OwnHeaders(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** How many of these headers are such. */
  public int count(List<String> headers) {
    return of(headers).values().stream().mapToInt(List::size).sum();
  }

  /** The columns of each, in their order. */
  public Map<RightsColumn, List<Integer>> of(List<String> headers) {
    Map<RightsColumn, List<Integer>> found = new LinkedHashMap<>();
    for (int column = 0; column < headers.size(); column++) {
      int at = column;
      of(headers.get(column))
          .ifPresent(way -> found.computeIfAbsent(way, key -> new ArrayList<>()).add(at));
    }
    return found;
  }

  /** What stands below such a header. */
  Optional<RightsColumn> of(String header) {
    String folded = CellText.fold(header);
    return ways()
        .filter(way -> way.headers().stream().map(CellText::fold).anyMatch(folded::equals))
        .findFirst()
        .or(() -> within(header));
  }

  /** What a key of {@code columns:} names. */
  Optional<RightsColumn> keyed(String key) {
    return ways()
        .filter(way -> way.key().equals(key.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(() -> within(key));
  }

  /** The keys that there are; a resource of one's own stands for itself. */
  List<String> keys() {
    return Stream.concat(
            ways().map(RightsColumn::key), inOne().map(kind -> prefix(kind) + "<name>"))
        .toList();
  }

  private Optional<RightsColumn> within(String header) {
    String text = CellText.clean(header);
    return inOne()
        .filter(kind -> text.toLowerCase(Locale.ROOT).startsWith(prefix(kind)))
        .filter(kind -> !text.substring(prefix(kind).length()).isBlank())
        .findFirst()
        .map(
            kind ->
                kind.column()
                    .orElseThrow()
                    .in(
                        Resource.of(
                            kind.container().orElseThrow().kind(),
                            text.substring(prefix(kind).length()))));
  }

  /** The first kind of what lies in each is what a column of its own lists. */
  private Stream<Kind> inOne() {
    return vocabulary.kinds().stream()
        .filter(kind -> kind.is(Kind.Trait.OF_MEMBERS))
        .filter(kind -> kind.column().filter(RightsColumn::isOwn).isPresent());
  }

  private Stream<RightsColumn> ways() {
    return vocabulary.kinds().stream()
        .flatMap(kind -> kind.column().stream())
        .filter(RightsColumn::isOwn);
  }

  private static String prefix(Kind kind) {
    return kind.container().orElseThrow().kind().noun().one().toLowerCase(Locale.ROOT) + ".";
  }
}
