package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Variant;
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
@Variant(value = "workiva", description = "A Workiva organization.")
public record WorkivaSpec(
    @Key("Where the organization lives; or write url.") Optional<WorkivaRegion> region,
    @Key("The address of the API, where it is none of these; instead of region.") Optional<URI> url,
    @Key("The id of the organization: what follows /o/ in the address of Organization Admin.")
        String organization,
    @Key("The id of an API grant; write ${env:NAME} or ${file:/path}.") Secret clientId,
    @Key("The secret of that grant; write ${env:NAME} or ${file:/path}.") Secret clientSecret,
    @Key(value = "The version of the API that is asked for.", fallback = "2026-01-01")
        String version,
    @Key("The workspace of groups and roles that name none, as in the file Update groups.")
        Optional<String> workspace,
    @Key(value = "Names for workspaces by their id, where several have one name.", fallback = "{}")
        Map<String, String> workspaces,
    @Key(
            value = "The files whose permissions are managed, by what they are called in rosters.",
            fallback = "{}")
        Map<String, FileSpec> files,
    @Key(
            value = "Whether new members of a workspace get Workiva's welcome mail.",
            fallback = "false")
        boolean welcomeMails,
    @Key(value = "How fast the API may be asked.", fallback = "{}") TargetSpec.RateSpec rate,
    @Key(value = "The most items in one request.", fallback = "100") int batch,
    @Key("Whose certificates are trusted, beside those that Java trusts.") Optional<TrustSpec> tls,
    @Key(value = "The proxy on the way: as for a Workato workspace.", fallback = "environment")
        ProxySpec proxy)
    implements TargetSpec {

  /** A file by its id. */
  public record FileSpec(
      @Key("The id of a document.") Optional<String> document,
      @Key("The id of a spreadsheet.") Optional<String> spreadsheet,
      @Key("The id of any other file.") Optional<String> file) {

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
