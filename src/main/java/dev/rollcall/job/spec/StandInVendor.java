package dev.rollcall.job.spec;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.source.columns.OwnHeaders;
import dev.rollcall.tenant.scim.ScimVocabulary;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose tenants a stand-in can stand in for. */
public enum StandInVendor {
  /** A Workato workspace. */
  WORKATO(WorkatoVocabulary.VOCABULARY),
  /** A Workiva organization. */
  WORKIVA(WorkivaVocabulary.VOCABULARY),
  /** A SCIM service provider. */
  SCIM(ScimVocabulary.VOCABULARY);

  /** Whose it is where nobody is named. */
  public static final StandInVendor USUAL = WORKATO;

  /** All of them, as they are written. */
  public static final String NAMES = "workato, workiva or scim";

  private final Vocabulary vocabulary;

  StandInVendor(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Whose words stand above the columns of a roster; the first where nobody's do. SCIM has none of
   * its own: its groups stand for what others call so.
   */
  public static StandInVendor of(List<String> headers) {
    return Stream.of(WORKATO, WORKIVA)
        .max(
            Comparator.comparingInt(
                    (StandInVendor each) -> new OwnHeaders(each.vocabulary).count(headers))
                .thenComparing(Comparator.reverseOrder()))
        .orElse(WORKATO);
  }

  /** What the job file has for its real tenants, as lines below {@code target:}. */
  public List<String> proposal() {
    return switch (this) {
      case WORKATO -> List.of("type: " + TargetSpec.PROPOSED, "data-center: us");
      case WORKIVA ->
          List.of(
              "type: workiva",
              "region: us                         # us, eu or apac",
              "organization: \"\"                   # what follows /o/ in Organization Admin",
              "client-id: \"${env:WORKIVA_CLIENT_ID}\"",
              "client-secret: \"${env:WORKIVA_CLIENT_SECRET}\"");
      case SCIM -> ScimSpec.PROPOSAL;
    };
  }

  /** Whose own export a roster is, where its layout is known; else by its headers. */
  public static StandInVendor of(Optional<String> layout, List<String> headers) {
    return layout.filter(name -> name.startsWith("Workiva")).isPresent() ? WORKIVA : of(headers);
  }

  /** What else the target of its own exports has to say, which the file does not. */
  public List<String> unsaid() {
    return this == WORKIVA
        ? List.of("workspace: FY26                  # which the groups are in: the file names none")
        : List.of();
  }

  /** What a stand-in's secret is called: of an environment, or in the words of the job file. */
  public String secret(String key) {
    return this == WORKIVA ? key : "token for " + key;
  }

  /** What a rule may give there, as an example. */
  public String grant() {
    return switch (this) {
      case WORKATO -> "{ roles: { dev: Member }, groups: [] }";
      case WORKIVA -> "{ workspace-roles: [\"FY26 = Viewer\"], groups: [\"FY26 / Controllers\"] }";
      case SCIM -> "{ groups: [] }";
    };
  }

  /** What there is to say of a group there, as an example. */
  public String group() {
    return this == WORKATO ? "{ description: \"\" }" : "{}";
  }

  /** Whose tenants a first job file offers beside: a protocol that many speak. */
  public Optional<StandInVendor> alternative() {
    return this == SCIM ? Optional.empty() : Optional.of(SCIM);
  }

  /** The words of the vendor, in which rights are stated. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** As it is written. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
