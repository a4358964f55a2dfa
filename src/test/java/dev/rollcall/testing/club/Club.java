package dev.rollcall.testing.club;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A club's own books, in a file that outlives its process. Each line is an account ({@code
 * account|ana@example.com|here|Ana}), a team ({@code team|Chess|Looks at boards}), somebody in a
 * team ({@code in|Chess|ana@example.com}) or a key ({@code key|Chess|Hall|Member}).
 */
public final class Club {

  /** The doors there are. */
  public static final List<String> DOORS = List.of("Hall", "Safe");

  /** The levels of keys there are. */
  public static final List<String> LEVELS = List.of("Guest", "Member", "Steward");

  private final Path file;

  /** The club that is kept in a file, which need not exist yet. */
  public Club(Path file) {
    this.file = file;
  }

  /** All lines, sorted. */
  public Set<String> lines() {
    try {
      return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a line is there. */
  public boolean has(String line) {
    return lines().contains(line);
  }

  /** Adds lines. */
  public Club with(String... more) {
    Set<String> lines = lines();
    lines.addAll(List.of(more));
    write(lines);
    return this;
  }

  /** Takes out all lines that begin so. */
  public void without(String beginning) {
    Set<String> lines = lines();
    lines.removeIf(line -> line.startsWith(beginning));
    write(lines);
  }

  /** Gives a team another name, with whoever is in it and its keys. */
  void rename(String team, String name) {
    Set<String> renamed = new TreeSet<>();
    for (String line : lines()) {
      renamed.add(
          line.replaceFirst("^(team|in|key)\\|" + Pattern.quote(team) + "\\|", "$1|" + name + "|"));
    }
    write(renamed);
  }

  private void write(Set<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of an account, split; empty where there is none. */
  List<String> account(Email email) {
    return split().stream()
        .filter(fields -> fields.get(0).equals("account"))
        .filter(fields -> fields.get(1).equals(email.address()))
        .findFirst()
        .orElse(List.of());
  }

  /** Everybody and all teams. */
  public Roster roster() {
    List<Member> people = new ArrayList<>();
    List<Group> teams = new ArrayList<>();
    for (List<String> fields : split()) {
      if (fields.get(0).equals("account")) {
        people.add(
            new Member(
                new Email(fields.get(1)),
                fields.get(3),
                fields.get(2).equals("here") ? Status.ACTIVE : Status.SUSPENDED,
                teamsOf(fields.get(1))));
      } else if (fields.get(0).equals("team")) {
        teams.add(
            new Group(ClubVocabulary.team(fields.get(1)), fields.get(2), keysOf(fields.get(1))));
      }
    }
    return Roster.of(people, teams);
  }

  private List<Entitlement> teamsOf(String address) {
    return split().stream()
        .filter(fields -> fields.get(0).equals("in") && fields.get(2).equals(address))
        .map(fields -> ClubVocabulary.in(fields.get(1)))
        .toList();
  }

  private List<Entitlement> keysOf(String team) {
    return split().stream()
        .filter(fields -> fields.get(0).equals("key") && fields.get(1).equals(team))
        .map(fields -> ClubVocabulary.key(fields.get(2), fields.get(3)))
        .toList();
  }

  private List<List<String>> split() {
    return lines().stream().map(line -> List.of(line.split("\\|", -1))).toList();
  }
}
