package dev.rollcall.tenant.scim;

import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.directory.scim.core.repository.PatchHandler;
import org.apache.directory.scim.core.repository.Repository;
import org.apache.directory.scim.core.schema.SchemaRegistry;
import org.apache.directory.scim.server.exception.UnableToCreateResourceException;
import org.apache.directory.scim.spec.exception.ResourceException;
import org.apache.directory.scim.spec.filter.Filter;
import org.apache.directory.scim.spec.filter.FilterExpressions;
import org.apache.directory.scim.spec.filter.FilterResponse;
import org.apache.directory.scim.spec.filter.PageRequest;
import org.apache.directory.scim.spec.filter.SortRequest;
import org.apache.directory.scim.spec.filter.attribute.AttributeReference;
import org.apache.directory.scim.spec.patch.PatchOperation;
import org.apache.directory.scim.spec.resources.ScimResource;
import org.jspecify.annotations.Nullable;

/** What {@link ScimpleProvider} holds of one type; a name is taken once. */
final class ScimpleRows<T extends ScimResource> implements Repository<T> {

  private static final int MOST = 50;

  private final Class<T> type;
  private final Function<T, String> name;
  private final Library library;
  private final Map<String, T> byId = new LinkedHashMap<>();
  private int last;

  /**
   * What SCIMple does about rows.
   *
   * @param filters whether it is asked to filter them
   */
  record Library(SchemaRegistry schemas, PatchHandler patches, boolean filters) {

    private <T extends ScimResource> Predicate<? super T> matching(
        @Nullable Filter filter, String type) {
      return filter == null || !filters
          ? (ScimResource row) -> true
          : FilterExpressions.inMemory(filter, schemas.getBaseSchemaOfResourceType(type));
    }
  }

  /** None yet. */
  ScimpleRows(Class<T> type, Function<T, String> name, Library library) {
    this.type = type;
    this.name = name;
    this.library = library;
  }

  @Override
  public Class<T> getResourceClass() {
    return type;
  }

  @Override
  public synchronized T create(T made) throws ResourceException {
    if (byId.values().stream().anyMatch(row -> key(row).equals(key(made)))) {
      throw new UnableToCreateResourceException(Status.CONFLICT, name.apply(made) + " is taken");
    }
    return stored(made.getResourceType() + "-" + ++last, made);
  }

  private String key(T row) {
    return name.apply(row).toLowerCase(Locale.ROOT);
  }

  @Override
  public synchronized T update(
      String id,
      @Nullable String version,
      T whole,
      Set<AttributeReference> some,
      Set<AttributeReference> others)
      throws ResourceException {
    there(id);
    return stored(id, whole);
  }

  @Override
  public synchronized T patch(
      String id,
      @Nullable String version,
      List<PatchOperation> operations,
      Set<AttributeReference> some,
      Set<AttributeReference> others)
      throws ResourceException {
    return stored(id, library.patches().apply(there(id), operations));
  }

  private T stored(String id, T row) {
    row.setId(id);
    byId.put(id, row);
    return row;
  }

  private T there(String id) throws ResourceException {
    T row = byId.get(id);
    if (row == null) {
      throw new ResourceException(Status.NOT_FOUND.getStatusCode(), "there is no " + id);
    }
    return row;
  }

  @Override
  public synchronized T get(String id) throws ResourceException {
    return there(id);
  }

  @Override
  public synchronized void delete(String id) throws ResourceException {
    there(id);
    byId.remove(id);
  }

  @Override
  public synchronized FilterResponse<T> find(
      @Nullable Filter filter, PageRequest page, @Nullable SortRequest sort) {
    String resource = type.getSimpleName().substring("Scim".length());
    List<T> found = byId.values().stream().filter(library.<T>matching(filter, resource)).toList();
    int start = page.getStartIndex() == null ? 1 : page.getStartIndex();
    int count = page.getCount() == null ? MOST : Math.min(MOST, page.getCount());
    List<T> shown = found.stream().skip(start - 1L).limit(count).toList();
    return new FilterResponse<>(shown, page, found.size());
  }
}
