package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.tenant.http.Proxies;
import dev.rollcall.tenant.http.ProxyLogin;
import dev.rollcall.tenant.http.ProxyServer;
import dev.rollcall.tenant.http.ProxyVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code none}, {@code environment}, an address, or an address with who asks. */
final class ProxyBinding implements Binding<ProxySpec> {

  private final Map<String, String> variables;

  /** The long form. */
  record Asked(String address, Optional<String> username, Optional<Secret> password) {

    static final Keys KEYS =
        Keys.of(
            Key.of("address", "Where the proxy is: http://host:port."),
            Key.of("username", "Who asks it."),
            Key.of("password", "The password for it."));

    /** Checks: a password is somebody's. */
    Asked {
      if (password.isPresent() && username.isEmpty()) {
        throw new WrongValue("password", "stands without username", "write both");
      }
    }

    ProxyServer server() {
      ProxyServer server = ProxyBinding.server(address);
      return username
          .map(name -> server.as(new ProxyLogin(name, password.map(Secret::reveal).orElse(""))))
          .orElse(server);
    }
  }

  /**
   * With the environment.
   *
   * @param variables {@code HTTPS_PROXY} and the like
   */
  ProxyBinding(Map<String, String> variables) {
    this.variables = variables;
  }

  @Override
  public Optional<ProxySpec> bind(Node node, Binder binder) {
    if (node.tree() instanceof Mapping) {
      return binder
          .bindTo(Asked.class, node)
          .flatMap(asked -> made(() -> Proxies.always(asked.server()), node, binder));
    }
    if (!(node.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(node, "none, environment or http://host:port");
      return Optional.empty();
    }
    return binder
        .followSecretly(node, scalar)
        .flatMap(text -> made(() -> proxies(text), node, binder));
  }

  private Proxies proxies(String text) {
    return switch (text) {
      case "none" -> Proxies.none();
      case "environment" -> new ProxyVariables(variables);
      default -> Proxies.always(server(text));
    };
  }

  private static ProxyServer server(String text) {
    ProxyServer server = ProxyServer.at(text);
    if (server.login().isPresent()) {
      throw new IllegalArgumentException(
          "who asks it does not belong into the address: write address, username and password:"
              + " ${file:/path} below it");
    }
    if (!text.matches(".*:\\d+/*\\s*")) {
      throw new IllegalArgumentException("it names no port: write http://host:port");
    }
    return server;
  }

  /** What is told repeats nothing of the text: there may be a password in it. */
  private static Optional<ProxySpec> made(Supplier<Proxies> proxies, Node node, Binder binder) {
    try {
      ProxySpec made = new ProxySpec(proxies.get());
      binder.keepSecrets(made.proxies().secrets());
      return Optional.of(made);
    } catch (IllegalArgumentException e) {
      binder.problem(
          node.tree().position(), node.name() + " names no proxy", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of("anyOf", List.of(schemas.of(String.class), schemas.of(Asked.class)));
  }
}
