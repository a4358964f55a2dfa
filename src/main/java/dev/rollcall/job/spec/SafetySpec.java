package dev.rollcall.job.spec;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.job.yaml.Key;
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
    @Key(
            value =
                "What a tripped rule leaves: additions (only what hurts is held back), or stop.",
            fallback = "additions")
        OnTrip onTrip,
    @Key(
            value = "People removed, suspended, or ending with no access; the smaller one holds.",
            fallback = "{ share: 10%, count: 25 }")
        Limit removals,
    @Key(value = "Entitlements taken or lowered.", fallback = "{ share: 20% }") Limit losses,
    @Key(value = "Invitations sent.", fallback = "{ count: 200 }") Limit invites,
    @Key(
            "Roles whose grants are counted as admin grants; Environment admin and Admin where left"
                + " out.")
        Optional<List<String>> adminRoles,
    @Key(value = "Grants of an admin role.", fallback = "{ count: 2 }") Limit adminGrants,
    @Key(value = "No plan may leave fewer admins in an environment.", fallback = "2")
        int minimumAdmins,
    @Key(
            value = "Each grant or loss of these roles needs --allow sensitive-roles=N.",
            fallback = "[]")
        List<String> sensitiveRoles,
    @Key(
            value =
                "Whether each change of a group with used-by needs --allow certification-groups=N:"
                    + " report or strict.",
            fallback = "report")
        CertificationGroups certificationGroups,
    @Key(name = "protected", value = "People from whom nothing is taken.", fallback = "[]")
        List<Located<Email>> protectedAddresses,
    @Key(value = "How much smaller than the last accepted one a roster may be.", fallback = "20%")
        Percentage shrink,
    @Key(value = "How many people the workspace has room for.", fallback = "100") int seats,
    @Key(
            value =
                "More unusable rows, or people left alone because of a problem, than this end the"
                    + " run before it writes.",
            fallback = "5%")
        Percentage badRows,
    @Key(
            value =
                "How many people may be left alone because of a problem in a run that ends with 0: 3,"
                    + " 1%, or { count, share }.",
            fallback = "0")
        Tolerance leftAlone) {

  /** What becomes of changes of groups that a certification uses. */
  public enum CertificationGroups {
    /** They are said. */
    REPORT,
    /** Somebody has to look at them first. */
    STRICT
  }

  /** How much of something a plan may hold; where both are given, the smaller one holds. */
  public record Limit(
      @Key("The share of what is in scope.") Optional<Percentage> share,
      @Key("The number.") Optional<Integer> count) {
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
