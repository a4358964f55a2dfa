package dev.rollcall.migration;

import dev.rollcall.job.RewrittenJobFile;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Thousands;
import java.util.List;
import java.util.Optional;

/**
 * What a migration does, or did, to everybody.
 *
 * @param tenant what is migrated: {@code workspace}
 * @param workspace its name
 * @param people everybody, by address
 * @param invitations that are open still
 * @param unlike where what is held now is not what was announced, as sentences
 * @param proposal the job file as it would have to be
 * @param notes what else is worth knowing
 */
public record MigrationReport(
    Noun tenant,
    String workspace,
    State state,
    List<PersonAccess> people,
    List<CustomRole> customRoles,
    List<OpenInvitation> invitations,
    List<String> unlike,
    Optional<RewrittenJobFile> proposal,
    List<String> notes) {

  /** How far it came. */
  public enum State {
    /** Only announced; nothing was changed. */
    REHEARSED("dry run: nothing was changed"),
    /** Held back, because people would lose access. */
    HELD("held back: nothing was migrated"),
    /** Not all of it was possible. */
    STOPPED("stopped"),
    /** Done. */
    MIGRATED("migrated");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** Copies. */
  public MigrationReport {
    people = List.copyOf(people);
    customRoles = List.copyOf(customRoles);
    invitations = List.copyOf(invitations);
    unlike = List.copyOf(unlike);
    notes = List.copyOf(notes);
  }

  /** How many people's access changes like this in some place. */
  public long count(AccessChange change) {
    return people.stream().filter(person -> person.has(change)).count();
  }

  /** How many lose something, as far as anybody can tell, or may. */
  public long losers() {
    return people.stream()
        .filter(person -> person.has(AccessChange.LOSES) || person.has(AccessChange.UNKNOWN))
        .count();
  }

  /** The last line: how many there are of each. */
  public String tally() {
    return "%s people: %s keep what they have, %s gain, %s lose, %s differ, %s not known yet."
        .formatted(
            Thousands.of(people.size()),
            Thousands.of(
                people.stream()
                    .filter(
                        person ->
                            person.places().stream()
                                .allMatch(place -> place.change() == AccessChange.SAME))
                    .count()),
            Thousands.of(count(AccessChange.GAINS)),
            Thousands.of(count(AccessChange.LOSES)),
            Thousands.of(count(AccessChange.DIFFERS)),
            Thousands.of(count(AccessChange.UNKNOWN)));
  }
}
