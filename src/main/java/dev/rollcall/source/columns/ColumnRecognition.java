package dev.rollcall.source.columns;

import dev.rollcall.source.columns.ColumnProfile.Look;
import java.util.List;
import java.util.Optional;

/** The recognition of columns: which are about which roster field, as far as nobody says so. */
final class ColumnRecognition {

  private final SourceProfile profile;
  private final HeaderIndex headings;
  private final UsualHeaders usual;
  private final Optional<KnownLayout> layout;

  ColumnRecognition(SourceProfile profile) {
    this.profile = profile;
    this.headings = HeaderIndex.of(profile.headers());
    this.usual = new UsualHeaders(profile);
    this.layout = KnownLayouts.of(profile.headers());
  }

  /** The program whose export or template it is. */
  Optional<KnownLayout> layout() {
    return layout;
  }

  UsualHeaders usual() {
    return usual;
  }

  /** What feeds a field: what is known of the program, else by usual headers. */
  List<FieldReader> feeds(RosterField field) {
    List<FieldReader> known = layout.map(own -> own.feeds(field, headings)).orElse(List.of());
    if (!known.isEmpty() || layout.filter(own -> !own.leavesToUsualHeaders(field)).isPresent()) {
      return known;
    }
    return usual.of(field).stream().map(FieldReader::of).toList();
  }

  /** Whether the feeds are those of the program. */
  boolean isOfLayout(RosterField field) {
    return layout.filter(own -> own.feed(field, headings).isPresent()).isPresent();
  }

  /** Whether what stands in a column of that name is plainly something else. */
  boolean isSomethingElse(RosterField field, FieldReader feed) {
    Optional<ColumnProfile> values = profile.values(feed.column());
    if (values.isEmpty() || values.get().filled() == 0) {
      return false;
    }
    ColumnProfile seen = values.get();
    return switch (field) {
      case ROLE -> isTheirs(seen) || isNoName(seen);
      case GROUPS -> isNoName(seen);
      case PROJECTS -> seen.of(Look.WITH_ROLE) == 0 || isNoName(seen);
      default -> false;
    };
  }

  /** At least as many words of other programs as of ours. */
  private static boolean isTheirs(ColumnProfile seen) {
    return seen.of(Look.THEIR_ROLE) > 0 && seen.of(Look.THEIR_ROLE) >= seen.of(Look.OUR_ROLE);
  }

  private static boolean isNoName(ColumnProfile seen) {
    return seen.mostly(Look.NUMBER)
        || seen.mostly(Look.YES_OR_NO)
        || seen.holdsDates()
        || seen.holdsAddresses();
  }
}
