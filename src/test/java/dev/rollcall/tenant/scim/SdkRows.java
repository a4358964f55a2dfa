package dev.rollcall.tenant.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What {@link SdkProvider} holds. */
final class SdkRows {

  private SdkRows() {}

  /** Users; a user name is taken once. */
  static final class Users extends ResourceHandler<User> {

    private final Rows<User> rows;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    Users(boolean filters) {
      rows = new Rows<>(User.class, filters);
    }

    @Override
    public User createResource(User made, Context context) {
      if (!names.add(made.getUserName().orElse("").toLowerCase(Locale.ROOT))) {
        throw new ConflictException("the userName is taken", ScimType.RFC7644.UNIQUENESS);
      }
      return rows.add(made);
    }

    @Override
    public User getResource(
        String id, List<SchemaAttribute> some, List<SchemaAttribute> others, Context context) {
      return rows.get(id);
    }

    @Override
    public PartialListResponse<User> listResources(
        long start,
        int count,
        @Nullable FilterNode filter,
        @Nullable SchemaAttribute sort,
        @Nullable SortOrder order,
        List<SchemaAttribute> some,
        List<SchemaAttribute> others,
        Context context) {
      return rows.listed(start, count);
    }

    @Override
    public User updateResource(User changed, Context context) {
      return rows.put(changed);
    }

    @Override
    public void deleteResource(String id, Context context) {
      rows.remove(id);
    }
  }

  /** Groups. */
  static final class Groups extends ResourceHandler<Group> {

    private final Rows<Group> rows;

    Groups(boolean filters) {
      rows = new Rows<>(Group.class, filters);
    }

    @Override
    public Group createResource(Group made, Context context) {
      return rows.add(made);
    }

    @Override
    public Group getResource(
        String id, List<SchemaAttribute> some, List<SchemaAttribute> others, Context context) {
      return rows.get(id);
    }

    @Override
    public PartialListResponse<Group> listResources(
        long start,
        int count,
        @Nullable FilterNode filter,
        @Nullable SchemaAttribute sort,
        @Nullable SortOrder order,
        List<SchemaAttribute> some,
        List<SchemaAttribute> others,
        Context context) {
      return rows.listed(start, count);
    }

    @Override
    public Group updateResource(Group changed, Context context) {
      return rows.put(changed);
    }

    @Override
    public void deleteResource(String id, Context context) {
      rows.remove(id);
    }
  }

  /** Rows of one type, each handed out as a copy. */
  private static final class Rows<T extends ResourceNode> {

    private final Class<T> type;
    private final boolean filters;
    private final Map<String, T> byId = new LinkedHashMap<>();
    private int last;
    private int version;

    /**
     * None yet.
     *
     * @param filters whether the library filters them, and makes pages of them
     */
    Rows(Class<T> type, boolean filters) {
      this.type = type;
      this.filters = filters;
    }

    synchronized T add(T made) {
      made.setId(type.getSimpleName() + "-" + ++last);
      meta(made).setCreated(Instant.now());
      return stored(made);
    }

    synchronized T put(T changed) {
      get(changed.getId().orElseThrow());
      return stored(changed);
    }

    private T stored(T row) {
      Meta meta = meta(row);
      meta.setLastModified(Instant.now());
      meta.setVersion(ETag.builder().weak(true).tag(String.valueOf(++version)).build());
      byId.put(row.getId().orElseThrow(), copy(row));
      return copy(row);
    }

    private Meta meta(T row) {
      Optional<Meta> there = row.getMeta();
      if (there.isEmpty()) {
        row.setMeta(new Meta());
      }
      return row.getMeta().orElseThrow();
    }

    synchronized T get(String id) {
      T row = byId.get(id);
      if (row == null) {
        throw new ResourceNotFoundException("there is no " + id);
      }
      return copy(row);
    }

    synchronized PartialListResponse<T> listed(long start, int count) {
      long skipped = filters ? 0 : start - 1;
      long most = filters ? Long.MAX_VALUE : count;
      List<T> page = byId.values().stream().skip(skipped).limit(most).map(this::copy).toList();
      return PartialListResponse.<T>builder().resources(page).totalResults(byId.size()).build();
    }

    synchronized void remove(String id) {
      if (byId.remove(id) == null) {
        throw new ResourceNotFoundException("there is no " + id);
      }
    }

    private T copy(T row) {
      return JsonHelper.readJsonDocument(row.toString(), type);
    }
  }
}
