package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.SandboxException;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.StandIn;
import dev.rollcall.sandbox.StateDocument;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** A stand-in for a Workiva organization. */
public final class OrganizationSandbox extends StandIn {

  private final OrganizationService service;
  private final Optional<StateDocument> file;

  private OrganizationSandbox(
      OrganizationService service, Optional<StateDocument> file, Optional<Integer> port) {
    super(service, port);
    this.service = service;
    this.file = file;
  }

  /** Opens it for this process alone: nobody listens at any port. */
  public static OrganizationSandbox open(SandboxOptions options) {
    return opened(options, Optional.empty());
  }

  /** Starts from the state file if it is there, else from the seed file, else from the sample. */
  public static OrganizationSandbox start(SandboxOptions options) {
    return opened(options, Optional.of(options.port()));
  }

  private static OrganizationSandbox opened(SandboxOptions options, Optional<Integer> port) {
    Optional<StateDocument> file = options.state().map(StateDocument::claim);
    try {
      OrganizationState state =
          file.flatMap(StateDocument::read)
              .map(text -> read(text, options))
              .orElseGet(() -> OrganizationSeed.read(options.seed(), options.clock().instant()));
      return new OrganizationSandbox(
          new OrganizationService(state, file, options.clock()), file, port);
    } catch (RuntimeException e) {
      file.ifPresent(StateDocument::close);
      throw e;
    }
  }

  private static OrganizationState read(String text, SandboxOptions options) {
    try {
      return SandboxJson.mapper().readValue(text, OrganizationState.class);
    } catch (JacksonException e) {
      throw new SandboxException(
          options.state().orElseThrow() + ": is no state of an organization", e);
    }
  }

  /** What its clock would say; nothing is started. */
  public static Instant glimpse(SandboxOptions options) {
    boolean isKept = options.state().filter(Files::exists).isPresent();
    SandboxOptions looked =
        isKept ? options : new SandboxOptions(0, options.seed(), Optional.empty(), options.clock());
    try (OrganizationSandbox sandbox = open(looked)) {
      return sandbox.now();
    }
  }

  /** The id of the organization that it plays. */
  public String organization() {
    return service.state().organization().id();
  }

  @Override
  public Map<String, String> particulars() {
    return Map.of("organization", organization());
  }

  /** The ids of its files by name, each with its family before a slash. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    service.alone(
        () -> {
          service
              .state()
              .files()
              .values()
              .forEach(file -> files.put(file.name(), file.family() + "/" + file.id()));
          return true;
        });
    return files;
  }

  /** Makes all access tokens end at once. */
  public void endTokens() {
    service.alone(
        () -> {
          service.endTokens();
          return true;
        });
  }

  @Override
  public Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("client-id", service.state().client().id());
    tokens.put("client-secret", service.state().client().secret());
    return tokens;
  }

  @Override
  public List<Mail> mails() {
    return service.alone(
        () ->
            service.state().mails().stream().map(email -> new Mail(email, service.now())).toList());
  }

  @Override
  public void close() {
    super.close();
    service.alone(
        () -> {
          file.ifPresent(StateDocument::close);
          return true;
        });
  }
}
