package dev.rollcall.review;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Scope;
import dev.rollcall.report.review.Vouching;
import java.util.Optional;
import java.util.Set;

/** Why somebody holds something: the row, the rule or the line of the job file that says so. */
final class Reasons {

  private final Desired desired;
  private final Scope scope;
  private final Set<Email> protectedPeople;

  Reasons(Desired desired, Scope scope, Set<Email> protectedPeople) {
    this.desired = desired;
    this.scope = scope;
    this.protectedPeople = Set.copyOf(protectedPeople);
  }

  /** Why somebody has an account, or is invited. */
  Vouching account(Email email) {
    Vouching found = active(email).isPresent() ? Vouching.by(row(email)) : unlisted(email);
    String held = desired.held().get(email);
    Vouching told = held == null ? found : found.and("left alone: " + held);
    return scope.covers(email) ? told : told.and("out of the job's scope (scope.emails)");
  }

  private Vouching unlisted(Email email) {
    return protectedPeople.contains(email)
        ? Vouching.by("protected by the job file (safety.protected)")
        : Vouching.nobody(absence(email));
  }

  /** Why somebody holds something directly. */
  Vouching right(Email email, Entitlement right) {
    Optional<Member> active = active(email);
    if (active.isEmpty()) {
      return Vouching.nobody(absence(email));
    }
    boolean said = active.get().entitlements().contains(right);
    Optional<Attribution> because = desired.provenance().of(email, right);
    return said && because.isPresent()
        ? Vouching.by(inWords(because.get()))
        : Vouching.nobody(instead(active.get(), right));
  }

  /**
   * Why somebody holds what a group passes on: because they are in it; what it holds is its own.
   */
  Vouching inherited(Email email, Resource group, Entitlement right) {
    Vouching in = right(email, group.membership());
    Vouching held = group(group, right);
    String why =
        held.vouched()
            ? "the group by " + held.reason()
            : "nobody vouches for what the group holds";
    return in.vouched() ? Vouching.by(in.reason()).and(why) : in;
  }

  /** Why everybody holds what a group passes on in which all are. */
  Vouching everybodys(Resource group, Entitlement right) {
    Vouching held = group(group, right);
    return held.vouched()
        ? Vouching.by("everybody is in the group; the group by " + held.reason())
        : Vouching.nobody("everybody is in the group, and nothing says what it is to hold");
  }

  /** Why a group holds something. */
  Vouching group(Resource group, Entitlement right) {
    Optional<Group> declared =
        desired.roster().group(group).filter(each -> each.rights().contains(right));
    Optional<Attribution> line =
        Optional.ofNullable(desired.declared().get(group.membership()))
            .filter(each -> declared.isPresent());
    return line.map(each -> Vouching.by(each.origin().toString()))
        .orElseGet(() -> Vouching.nobody("the job file does not say that the group is to hold it"));
  }

  private Optional<Member> active(Email email) {
    return desired.roster().person(email).filter(person -> person.status() == Status.ACTIVE);
  }

  private String row(Email email) {
    return desired.provenance().of(email).map(Origin::toString).orElse("");
  }

  private String absence(Email email) {
    Optional<Member> listed = desired.roster().person(email);
    if (listed.isPresent()) {
      return switch (listed.get().status()) {
        case LEFT -> "has left, by " + row(email);
        case FUTURE -> "starts later, by " + row(email);
        default -> "by " + row(email);
      };
    }
    return desired.anybodyMayBeMissing()
        ? "in no roster, but a row without a readable address may be theirs"
        : "in no roster";
  }

  /** What the records say of the same resource; whether they speak of it at all. */
  private String instead(Member person, Entitlement right) {
    Optional<Entitlement> other = person.on(right.on());
    Optional<Attribution> because =
        other.flatMap(each -> desired.provenance().of(person.email(), each));
    if (other.isPresent() && because.isPresent()) {
      String level = other.get().level().orElse("");
      return inWords(because.get()) + " says \"" + level + "\"";
    }
    return desired.managed().covers(person, right)
        ? "the records do not give it, by " + row(person.email())
        : "the records say nothing of this " + right.kind().right();
  }

  private static String inWords(Attribution because) {
    return because.origin() + (because.rule().isEmpty() ? "" : ", rule \"" + because.rule() + "\"");
  }
}
