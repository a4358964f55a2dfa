package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.SandboxException;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.StandIn;
import dev.rollcall.sandbox.StateDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stand-in SCIM service provider. Clients append {@code /scim/v2/…} to its address.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644">RFC 7644</a>
 */
public final class ScimSandbox extends StandIn {

  /** Where resources are, below its address. */
  public static final String PATH = "/scim/v2";

  private static final String SAMPLE = "sample.json";

  private final ScimService service;
  private final Optional<StateDocument> file;

  private ScimSandbox(ScimService service, Optional<StateDocument> file, Optional<Integer> port) {
    super(service, port);
    this.service = service;
    this.file = file;
  }

  /** Opens it for this process alone: like {@link #start}, but nobody listens at any port. */
  public static ScimSandbox open(SandboxOptions options) {
    return opened(options, Optional.empty());
  }

  /** Starts from the state file if it is there, else from the seed file, else from the sample. */
  public static ScimSandbox start(SandboxOptions options) {
    return opened(options, Optional.of(options.port()));
  }

  @Override
  public URI address() {
    return URI.create(url() + PATH);
  }

  /** Opens one that begins with a seed, in memory alone. */
  public static ScimSandbox of(String seed, SandboxOptions options) {
    return new ScimSandbox(
        new ScimService(read("seed", seed), options.clock(), kept -> {}),
        Optional.empty(),
        Optional.of(options.port()));
  }

  private static ScimSandbox opened(SandboxOptions options, Optional<Integer> port) {
    Optional<StateDocument> file = options.state().map(StateDocument::claim);
    try {
      ObjectNode beginning = beginning(file, options);
      ScimService service =
          new ScimService(
              beginning, options.clock(), kept -> file.ifPresent(document -> document.write(kept)));
      return new ScimSandbox(service, file, port);
    } catch (RuntimeException e) {
      file.ifPresent(StateDocument::close);
      throw e;
    }
  }

  private static ObjectNode beginning(Optional<StateDocument> file, SandboxOptions options) {
    return file.flatMap(StateDocument::read)
        .map(kept -> read("state", kept))
        .orElseGet(
            () ->
                options
                    .seed()
                    .map(path -> read(path.toString(), text(path)))
                    .orElseGet(() -> read(SAMPLE, sample())));
  }

  private static ObjectNode read(String name, String text) {
    try {
      ObjectNode seed = ScimJson.read(text);
      ScimSeed.check(seed);
      return seed;
    } catch (ScimRefusal e) {
      throw new SandboxException(name + ": " + e.detail());
    }
  }

  private static String text(Path path) {
    if (!Files.isReadable(path)) {
      throw new SandboxException(path + ": there is no such seed file");
    }
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new SandboxException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sample() {
    try (InputStream in = ScimSandbox.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + SAMPLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What one would begin with.
   *
   * @param environments those that an attribute of users tells a role in
   * @param now what its clock would say
   */
  public record Glimpse(List<String> environments, Instant now) {
    /** Copies. */
    public Glimpse {
      environments = List.copyOf(environments);
    }
  }

  /** Looks without starting anything; a state file that is not there yet is not made. */
  public static Glimpse glimpse(SandboxOptions options) {
    Optional<StateDocument> file = options.state().filter(Files::exists).map(StateDocument::claim);
    try {
      ScimService service = new ScimService(beginning(file, options), options.clock(), kept -> {});
      return new Glimpse(List.copyOf(service.roles().keySet()), service.now());
    } finally {
      file.ifPresent(StateDocument::close);
    }
  }

  /** The attribute that tells the role in each environment, in the words of paths. */
  public Map<String, String> roles() {
    return service.roles();
  }

  /** The one token it takes. */
  @Override
  public Map<String, String> tokens() {
    return Map.of("scim", service.token());
  }

  @Override
  public Map<String, String> particulars() {
    return Map.of(
        "oauth",
        "%s, client-id %s, client-secret %s, scopes %s"
            .formatted(
                url() + ScimTokens.PATH,
                service.client().id(),
                service.client().secret(),
                service.client().scopes()));
  }

  /** Turns a switch. */
  public ScimSandbox with(ScimSwitch which, String position) {
    behave(Map.of(which.key(), position));
    return this;
  }

  @Override
  public void close() {
    super.close();
    file.ifPresent(StateDocument::close);
  }
}
