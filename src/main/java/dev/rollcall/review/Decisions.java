package dev.rollcall.review;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.plan.DecidedRemovals;
import dev.rollcall.plan.DecidedRemovals.Decision;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.source.UnreadableSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decisions of a sheet compared with what is held now.
 *
 * @param removals what is held and to be taken
 * @param remarks lines that are over, and what the records say otherwise
 */
record Decisions(List<Decision> removals, List<String> remarks) {

  Decisions {
    removals = List.copyOf(removals);
    remarks = List.copyOf(remarks);
  }

  /**
   * Compares.
   *
   * @throws UnreadableSource with all lines that cannot be done as they are decided
   */
  static Decisions of(List<DecidedLine> lines, String job, JudgedPlan read) {
    Comparing comparing = new Comparing(job, read);
    lines.forEach(comparing::take);
    if (!comparing.problems.isEmpty()) {
      throw new UnreadableSource(comparing.problems);
    }
    return new Decisions(comparing.removals, comparing.remarks);
  }

  /** One sheet under comparison. */
  private static final class Comparing {

    private final String job;
    private final JudgedPlan read;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Decision> removals = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Boolean> decided = new HashMap<>();

    Comparing(String job, JudgedPlan read) {
      this.job = job;
      this.read = read;
    }

    void take(DecidedLine line) {
      if (!line.isOf(read.situation().workspace(), job)) {
        refuse(
            line,
            line.inWords()
                + " is not as the review has written it: it was changed by hand, or is of another"
                + " job or "
                + read.plan().tenant(),
            "leave all cells but the decision and the comment as they are, or review anew");
        return;
      }
      Boolean before = decided.putIfAbsent(line.id(), line.remove());
      if (before != null && before != line.remove()) {
        refuse(line, line.inWords() + " is decided both ways", "decide it once");
      } else if (before == null && line.remove()) {
        remove(line);
      }
    }

    private void remove(DecidedLine line) {
      if (line.isInherited()) {
        refuse(
            line,
            line.inWords() + " comes through " + line.through(),
            "decide where they are in the group, or where the group holds it");
        return;
      }
      Optional<Assignee> holder = holder(line);
      if (holder.isEmpty()) {
        over(line);
      } else if (!DecidedRemovals.mayBeDecided(holder.get(), read.scope(), read.snapshot())) {
        refuse(
            line,
            line.who() + " is not this job's to change",
            "out of its scope, built in, or the owner: decide nothing about it here");
      } else {
        remove(line, holder.get());
      }
    }

    private void remove(DecidedLine line, Assignee holder) {
      if (line.isAboutTheAccount()) {
        removals.add(new Decision(holder, Optional.empty(), line.place()));
        holder.person().flatMap(this::rowOf).ifPresent(row -> stillAskedFor(line, row));
        return;
      }
      Optional<Entitlement> right =
          held(holder).stream().filter(each -> isSame(each, line)).findFirst();
      if (right.isEmpty()) {
        over(line);
      } else if (isNotOurs(right.get())) {
        refuse(
            line,
            line.inWords() + " is given by an identity provider, or is built in",
            "take it away there");
      } else {
        removals.add(new Decision(holder, right, line.place()));
        reason(holder, right.get()).ifPresent(why -> stillAskedFor(line, why));
      }
    }

    private boolean isNotOurs(Entitlement right) {
      return snapshot().catalogue().isBuiltIn(right.on())
          || read.scope().isByIdentityProvider(right.on());
    }

    /** Whoever the line is about, where they are there; invited people are not. */
    private Optional<Assignee> holder(DecidedLine line) {
      Optional<Assignee> group =
          snapshot().actual().groups().stream()
              .filter(
                  each -> line.who().equals(each.resource().kind().noun() + " " + each.resource()))
              .<Assignee>map(each -> new Assignee.GroupNamed(each.resource()))
              .findFirst();
      return group.isPresent()
          ? group
          : email(line.who()).filter(this::isThere).map(Assignee.Person::new);
    }

    /** Whoever is foreign is not in the snapshot, and the owner neither: both are told apart. */
    private boolean isThere(Email email) {
      return snapshot().actual().person(email).isPresent()
          || !read.scope().covers(email)
          || snapshot().owner().filter(email::equals).isPresent();
    }

    private static Optional<Email> email(String text) {
      try {
        return Optional.of(Email.parse(text));
      } catch (MalformedEmail e) {
        return Optional.empty();
      }
    }

    private List<Entitlement> held(Assignee holder) {
      return holder
          .group()
          .flatMap(group -> snapshot().actual().group(group))
          .map(Group::rights)
          .or(
              () ->
                  holder
                      .person()
                      .flatMap(email -> snapshot().actual().person(email))
                      .map(Member::entitlements))
          .orElse(List.of());
    }

    private static boolean isSame(Entitlement right, DecidedLine line) {
      return right.kind().right().one().equals(line.right())
          && right.on().toString().equals(line.on())
          && right.level().orElse("").equals(line.level());
    }

    private Optional<String> rowOf(Email email) {
      return desired()
          .roster()
          .person(email)
          .filter(person -> person.status() == Status.ACTIVE)
          .flatMap(person -> desired().provenance().of(email))
          .map(Origin::toString);
    }

    private Optional<String> reason(Assignee holder, Entitlement right) {
      Optional<Attribution> ofPerson =
          holder
              .person()
              .filter(
                  email ->
                      desired()
                          .roster()
                          .person(email)
                          .filter(person -> person.entitlements().contains(right))
                          .isPresent())
              .flatMap(email -> desired().provenance().of(email, right));
      return ofPerson
          .map(because -> because.origin().toString())
          .or(
              () ->
                  holder
                      .group()
                      .flatMap(group -> desired().roster().group(group))
                      .filter(group -> group.rights().contains(right))
                      .map(group -> desired().declared().get(group.resource().membership()))
                      .map(because -> because.origin().toString()));
    }

    private void stillAskedFor(DecidedLine line, String why) {
      remarks.add(
          "%s: %s is removed, but %s asks for it: unless that is changed, the next sync gives it back"
              .formatted(line.place(), line.inWords(), why));
    }

    private void over(DecidedLine line) {
      String invited =
          email(line.who()).flatMap(read.situation().invitations()::to).isPresent()
              ? " (an open invitation can only be taken back in the " + read.plan().tenant() + ")"
              : "";
      remarks.add("%s: %s is not held any more%s".formatted(line.place(), line.inWords(), invited));
    }

    private void refuse(DecidedLine line, String what, String remedy) {
      problems.add(new Problem(line.place(), what, remedy));
    }

    private Snapshot snapshot() {
      return read.snapshot();
    }

    private Desired desired() {
      return read.desired();
    }
  }
}
