package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.workiva.WorkivaFile;
import dev.rollcall.tenant.workiva.WorkivaRegion;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Workiva organization. */
public record WorkivaSpec(
    Optional<WorkivaRegion> region,
    Optional<URI> url,
    String organization,
    Secret clientId,
    Secret clientSecret,
    String version,
    Optional<String> workspace,
    Map<String, String> workspaces,
    Map<String, FileSpec> files,
    boolean welcomeMails,
    TargetSpec.RateSpec rate,
    int batch,
    Optional<TrustSpec> tls,
    ProxySpec proxy)
    implements TargetSpec {

  static final Keys KEYS =
      Keys.ofVariant(
          "workiva",
          "A Workiva organization.",
          Key.of("region", "Where the organization lives; or write url."),
          Key.of("url", "The address of the API, where it is none of these; instead of region."),
          Key.of(
              "organization",
              "The id of the organization: what follows /o/ in the address of Organization Admin."),
          Key.of("client-id", "The id of an API grant; write ${env:NAME} or ${file:/path}."),
          Key.of("client-secret", "The secret of that grant; write ${env:NAME} or ${file:/path}."),
          Key.of("version", "The version of the API that is asked for.", "2026-01-01"),
          Key.of(
              "workspace",
              "The workspace of groups and roles that name none, as in the file Update groups."),
          Key.of(
              "workspaces", "Names for workspaces by their id, where several have one name.", "{}"),
          Key.of(
              "files",
              "The files whose permissions are managed, by what they are called in rosters.",
              "{}"),
          Key.of(
              "welcome-mails",
              "Whether new members of a workspace get Workiva's welcome mail.",
              "false"),
          Key.of("rate", "How fast the API may be asked.", "{}"),
          Key.of("batch", "The most items in one request.", "100"),
          Key.of("tls", "Whose certificates are trusted, beside those that Java trusts."),
          Key.of("proxy", "The proxy on the way: as for a Workato workspace.", "environment"));

  /** A file by its id. */
  public record FileSpec(
      Optional<String> document, Optional<String> spreadsheet, Optional<String> file) {

    static final Keys KEYS =
        Keys.of(
            Key.of("document", "The id of a document."),
            Key.of("spreadsheet", "The id of a spreadsheet."),
            Key.of("file", "The id of any other file."));

    /** Checks that it is one. */
    public FileSpec {
      if (Stream.of(document, spreadsheet, file).filter(Optional::isPresent).count() != 1) {
        throw new WrongValue(
            "", "is not one file", "write document: ID, spreadsheet: ID or file: ID");
      }
    }

    /** The same for the client. */
    public WorkivaFile file(String name) {
      return document
          .map(id -> new WorkivaFile(WorkivaFile.Family.DOCUMENTS, id))
          .or(() -> spreadsheet.map(id -> new WorkivaFile(WorkivaFile.Family.SPREADSHEETS, id)))
          .orElseGet(() -> new WorkivaFile(WorkivaFile.Family.FILES, file.orElse(name)));
    }
  }

  /** Checks that there is one address, and something in a request; copies. */
  public WorkivaSpec {
    workspaces = Collections.unmodifiableMap(new LinkedHashMap<>(workspaces));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    if (region.isEmpty() && url.isEmpty()) {
      throw new WrongValue("", "needs \"region\" or \"url\"", "write region: us");
    }
    if (region.isPresent() && url.isPresent()) {
      throw new WrongValue("url", "stands beside region", "keep one of them");
    }
    if (organization.isBlank()) {
      throw new WrongValue(
          "organization", "is blank", "copy it from the address of Organization Admin, behind /o/");
    }
    refuseTwice(files, workspaces);
    if (batch < 1) {
      throw new WrongValue("batch", "must be at least 1", "100 is usual");
    }
  }

  /** What is named twice, or twice with another name, is not known to be either. */
  private static void refuseTwice(Map<String, FileSpec> files, Map<String, String> workspaces) {
    Map<Object, String> named = new LinkedHashMap<>();
    files.forEach((name, file) -> refuseTwice("files", name, file.file(name), named));
    files.forEach((name, file) -> refuseTwice("files", name, WorkivaVocabulary.file(name), named));
    workspaces.forEach((name, id) -> refuseTwice("workspaces", name, id.strip(), named));
    workspaces.forEach(
        (name, id) -> refuseTwice("workspaces", name, WorkivaVocabulary.workspace(name), named));
  }

  private static void refuseTwice(String key, String name, Object what, Map<Object, String> named) {
    String before = named.putIfAbsent(what, name);
    if (before != null) {
      throw new WrongValue(
          key, "names one twice, as \"%s\" and \"%s\"".formatted(before, name), "keep one of them");
    }
  }

  /** Where requests go. */
  public URI baseUrl() {
    return url.orElseGet(() -> region.orElseThrow().url());
  }

  @Override
  public Vocabulary vocabulary() {
    return WorkivaVocabulary.VOCABULARY;
  }

  @Override
  public Map<PlaceName, Secret> tokens() {
    return Map.of();
  }

  @Override
  public List<Resource> places() {
    return workspace.map(WorkivaVocabulary::workspace).stream().toList();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.workiva(this);
  }
}
