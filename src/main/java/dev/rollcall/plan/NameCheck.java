package dev.rollcall.plan;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares the names on the desired side with those the workspace offers; case counts. */
final class NameCheck {

  private final Desired desired;
  private final Catalogue catalogue;
  private final Vocabulary vocabulary;
  private final KnownNames known;

  NameCheck(PlanInput situation) {
    this.desired = situation.desired();
    this.catalogue = situation.snapshot().catalogue();
    this.vocabulary = catalogue.vocabulary();
    this.known = new KnownNames(situation);
  }

  /**
   * Checks what the job file itself names.
   *
   * @throws UnknownNames with all that are wrong
   */
  void checkDeclared() {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<Entitlement, Attribution> entry : new TreeMap<>(desired.declared()).entrySet()) {
      String place = entry.getValue().origin().toString();
      known
          .judge(entry.getKey())
          .map(complaint -> isOption(place) ? complaint.inCell(place) : complaint.inJobFile(place))
          .ifPresent(problems::add);
    }
    for (Group owned : desired.roster().groups()) {
      checkOwned(owned, problems);
    }
    if (!problems.isEmpty()) {
      throw new UnknownNames(problems.stream().distinct().toList());
    }
  }

  /** What is wrong with the names in one person's cells. */
  List<Problem> check(Member person) {
    List<Problem> problems = new ArrayList<>();
    for (Entitlement entitlement : person.entitlements()) {
      Optional<NameComplaint> wrong = wrongHolder(entitlement, Kind.Holder.PERSON);
      if (wrong.isEmpty()) {
        wrong = known.judge(entitlement);
      }
      if (wrong.isPresent()) {
        problems.add(wrong.get().inCell(place(person.email(), entitlement)));
      }
    }
    return problems;
  }

  /** A right that somebody of this sort cannot hold. */
  private static Optional<NameComplaint> wrongHolder(Entitlement right, Kind.Holder holder) {
    return right.kind().isHeldBy(holder)
        ? Optional.empty()
        : Optional.of(
            new NameComplaint(
                "\"%s\" is %s, which no %s can hold"
                    .formatted(
                        right,
                        right.kind().right().indefinite(),
                        holder.name().toLowerCase(Locale.ROOT)),
                "leave it out"));
  }

  /** An option holds its list in one text, as a cell does. */
  private static boolean isOption(String place) {
    return place.startsWith("--");
  }

  private void checkOwned(Group owned, List<Problem> problems) {
    twin(owned.resource()).ifPresent(problems::add);
    List<Entitlement> named = new ArrayList<>(owned.rights());
    named.add(owned.resource().membership());
    for (Entitlement entitlement : named) {
      Optional<NameComplaint> wrong =
          entitlement.on().equals(owned.resource())
              ? Optional.empty()
              : wrongHolder(entitlement, Kind.Holder.GROUP);
      if (wrong.isPresent() || !desired.declared().containsKey(entitlement)) {
        wrong
            .or(() -> known.judge(entitlement))
            .map(complaint -> complaint.inJobFile(""))
            .ifPresent(problems::add);
      }
    }
  }

  /** A group that is to be made, beside one that nobody could tell from it. */
  private Optional<Problem> twin(Resource owned) {
    if (catalogue.has(owned) || catalogue.isBuiltIn(owned)) {
      return Optional.empty();
    }
    String look = Naming.look(owned.toString());
    Catalogue.Section there = catalogue.of(owned.kind());
    return Stream.concat(there.resources().stream(), there.builtIn().stream())
        .filter(group -> Naming.look(group.toString()).equals(look))
        .sorted()
        .findFirst()
        .map(
            group ->
                new Problem(
                    declaredAt(owned.membership()),
                    "the %s has %s \"%s\"; \"%s\" would be a second one that looks like it"
                        .formatted(
                            vocabulary.tenant(), owned.kind().noun().indefinite(), group, owned),
                    "did you mean \"" + group + "\"?"));
  }

  private String declaredAt(Entitlement declared) {
    Attribution because = desired.declared().get(declared);
    return because == null ? "" : because.origin().toString();
  }

  private String place(Email email, Entitlement entitlement) {
    return Cause.of(desired, email, entitlement).origin();
  }
}
