package dev.rollcall.tenant.scim;

import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.directory.scim.core.repository.DefaultPatchHandler;
import org.apache.directory.scim.core.repository.RepositoryRegistry;
import org.apache.directory.scim.core.schema.SchemaRegistry;
import org.apache.directory.scim.server.configuration.ServerConfiguration;
import org.apache.directory.scim.server.rest.EtagGenerator;
import org.apache.directory.scim.server.rest.GroupResourceImpl;
import org.apache.directory.scim.server.rest.ScimpleFeature;
import org.apache.directory.scim.server.rest.ServiceProviderConfigResourceImpl;
import org.apache.directory.scim.server.rest.UserResourceImpl;
import org.apache.directory.scim.spec.resources.ScimGroup;
import org.apache.directory.scim.spec.resources.ScimUser;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * A service provider made of Apache SCIMple, over HTTP on the loopback address. What it is usually
 * given by a container is given to it by hand, so that none is needed.
 */
final class ScimpleProvider implements ForeignProvider {

  private static final String TOKEN = "scimple-token-of-the-test";

  private final HttpServer server;

  /**
   * One without anybody.
   *
   * @param filters whether it looks at filters at all
   */
  ScimpleProvider(boolean filters) {
    // Headers and body go out in two writes; without this each answer waits for the other side.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.server =
        JdkHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/scim/v2/"), application(filters));
  }

  private static ResourceConfig application(boolean filters) {
    SchemaRegistry schemas = new SchemaRegistry();
    ScimpleRows.Library library =
        new ScimpleRows.Library(schemas, new DefaultPatchHandler(schemas), filters);
    RepositoryRegistry rows = new RepositoryRegistry(schemas);
    rows.registerRepositories(
        List.of(
            new ScimpleRows<>(ScimUser.class, ScimUser::getUserName, library),
            new ScimpleRows<>(ScimGroup.class, ScimGroup::getDisplayName, library)));
    return new ResourceConfig(
            UserResourceImpl.class,
            GroupResourceImpl.class,
            ServiceProviderConfigResourceImpl.class,
            ScimpleFeature.class)
        .addProperties(
            Map.of(
                // Libraries that read and write JSON in tests alone are not asked to.
                ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                ServerProperties.WADL_FEATURE_DISABLE, true))
        .register(door())
        .register(given(schemas, rows));
  }

  private static ContainerRequestFilter door() {
    return request -> {
      if (!("Bearer " + TOKEN).equals(request.getHeaderString("Authorization"))) {
        request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
      }
    };
  }

  private static AbstractBinder given(SchemaRegistry schemas, RepositoryRegistry rows) {
    return new AbstractBinder() {
      @Override
      protected void configure() {
        bind(schemas).to(SchemaRegistry.class);
        bind(rows).to(RepositoryRegistry.class);
        bind(new ServerConfiguration()).to(ServerConfiguration.class);
        bind(new EtagGenerator()).to(EtagGenerator.class);
      }
    };
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/scim/v2");
  }

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
