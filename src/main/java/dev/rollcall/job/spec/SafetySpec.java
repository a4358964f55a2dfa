package dev.rollcall.job.spec;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Email;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.safety.Limits;
import dev.rollcall.safety.OnTrip;
import dev.rollcall.safety.ShareOrCount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a plan must not exceed. */
public record SafetySpec(
    OnTrip onTrip,
    Limit removals,
    Limit losses,
    Limit invites,
    Optional<List<String>> adminRoles,
    Limit adminGrants,
    int minimumAdmins,
    List<String> sensitiveRoles,
    CertificationGroups certificationGroups,
    List<Located<Email>> protectedAddresses,
    Percentage shrink,
    int seats,
    Percentage badRows,
    Tolerance leftAlone) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "on-trip",
              "What a tripped rule leaves: additions (only what hurts is held back), or stop.",
              "additions"),
          Key.of(
              "removals",
              "People removed, suspended, or ending with no access; the smaller one holds.",
              "{ share: 10%, count: 25 }"),
          Key.of("losses", "Entitlements taken or lowered.", "{ share: 20% }"),
          Key.of("invites", "Invitations sent.", "{ count: 200 }"),
          Key.of(
              "admin-roles",
              "Roles whose grants are counted as admin grants; Environment admin and Admin where left"
                  + " out."),
          Key.of("admin-grants", "Grants of an admin role.", "{ count: 2 }"),
          Key.of("minimum-admins", "No plan may leave fewer admins in an environment.", "2"),
          Key.of(
              "sensitive-roles",
              "Each grant or loss of these roles needs --allow sensitive-roles=N.",
              "[]"),
          Key.of(
              "certification-groups",
              "Whether each change of a group with used-by needs --allow certification-groups=N:"
                  + " report or strict.",
              "report"),
          Key.of("protected", "Whole addresses of people from whom nothing is taken.", "[]"),
          Key.of("shrink", "How much smaller than the last accepted one a roster may be.", "20%"),
          Key.of("seats", "How many people the workspace has room for.", "100"),
          Key.of(
              "bad-rows",
              "More unusable rows, or people left alone because of a problem, than this end the"
                  + " run before it writes.",
              "5%"),
          Key.of(
              "left-alone",
              "How many people may be left alone because of a problem in a run that ends with 0: 3,"
                  + " 1%, or { count, share }.",
              "0"));

  /** What becomes of changes of groups that a certification uses. */
  public enum CertificationGroups {
    /** They are said. */
    REPORT,
    /** Somebody has to look at them first. */
    STRICT
  }

  /** How much of something a plan may hold; where both are given, the smaller one holds. */
  public record Limit(Optional<Percentage> share, Optional<Integer> count) {

    static final Keys KEYS =
        Keys.of(Key.of("share", "The share of what is in scope."), Key.of("count", "The number."));

    /** Checks that it limits something. */
    public Limit {
      if (share.isEmpty() && count.isEmpty()) {
        throw new WrongValue("", "limits nothing", "write a share, a count or both");
      }
    }

    /** The same for the review of plans. */
    public ShareOrCount toCap() {
      return new ShareOrCount(share.map(Percentage::fraction), count);
    }
  }

  /** A limit that may be written as a bare number or share. */
  public record Tolerance(Limit limit) {}

  /** Copies. */
  public SafetySpec {
    adminRoles = adminRoles.map(List::copyOf);
    sensitiveRoles = List.copyOf(sensitiveRoles);
    protectedAddresses = List.copyOf(protectedAddresses);
  }

  /** The same for the review of plans, with what is not said as the vendor has it. */
  public Limits toLimits(Vocabulary vocabulary) {
    return new Limits(
        onTrip,
        removals.toCap(),
        losses.toCap(),
        invites.toCap(),
        adminRoles.map(Set::copyOf).orElse(vocabulary.administrators()),
        adminGrants.toCap(),
        minimumAdmins,
        Set.copyOf(sensitiveRoles),
        protectedAddresses.stream().map(Located::value).collect(toUnmodifiableSet()),
        shrink.fraction(),
        Optional.of(seats));
  }
}
