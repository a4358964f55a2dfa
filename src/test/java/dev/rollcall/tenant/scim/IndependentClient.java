package dev.rollcall.tenant.scim;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A SCIM client that others have made, to look at what is there. */
final class IndependentClient implements AutoCloseable {

  private static final int PAGE = 50;

  private final ForeignProvider provider;
  private final Client client;
  private final ScimService service;

  IndependentClient(ForeignProvider provider) {
    this.provider = provider;
    String token = provider.token();
    ClientRequestFilter authorized =
        request -> request.getHeaders().putSingle("Authorization", "Bearer " + token);
    this.client = ClientBuilder.newClient().register(authorized);
    this.service = new ScimService(client.target(provider.url()));
  }

  /** Who has an account, and whether it is active. */
  Map<String, Boolean> users() {
    Map<String, Boolean> users = new TreeMap<>();
    for (UserResource user : all("Users", UserResource.class)) {
      users.put(user.getUserName(), !Boolean.FALSE.equals(user.getActive()));
    }
    return users;
  }

  /** What they are called: given and family name, and the name that is shown. */
  Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (UserResource user : all("Users", UserResource.class)) {
      Name name = Optional.ofNullable(user.getName()).orElseGet(Name::new);
      names.put(
          user.getUserName(),
          String.join(
              "|",
              String.valueOf(name.getGivenName()),
              String.valueOf(name.getFamilyName()),
              String.valueOf(user.getDisplayName())));
    }
    return names;
  }

  /** Who is in each group, by their user names. */
  Map<String, Set<String>> groups() {
    Map<String, String> names = new HashMap<>();
    all("Users", UserResource.class).forEach(user -> names.put(user.getId(), user.getUserName()));
    Map<String, Set<String>> groups = new TreeMap<>();
    for (GroupResource group : all("Groups", GroupResource.class)) {
      List<Member> members = Optional.ofNullable(group.getMembers()).orElse(List.of());
      Set<String> in = new TreeSet<>();
      for (Member member : members) {
        if (!in.add(names.getOrDefault(member.getValue(), member.getValue()))) {
          throw new AssertionError(member.getValue() + " is twice in " + group.getDisplayName());
        }
      }
      groups.put(group.getDisplayName(), in);
    }
    return groups;
  }

  private <T> List<T> all(String endpoint, Class<T> type) {
    try {
      List<T> all = new ArrayList<>();
      while (true) {
        ListResponse<T> page =
            service.searchRequest(endpoint).page(all.size() + 1, PAGE).invoke(type);
        page.getResources().forEach(all::add);
        if (page.getResources().isEmpty() || all.size() >= page.getTotalResults()) {
          return all;
        }
      }
    } catch (ScimException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes an account of somebody without a name. */
  void create(String userName) {
    create(new UserResource().setUserName(userName).setActive(true));
  }

  /** Makes an account. */
  void create(String userName, Name name, boolean isActive) {
    create(new UserResource().setUserName(userName).setName(name).setActive(isActive));
  }

  private void create(UserResource user) {
    try {
      service.create("Users", user);
    } catch (ScimException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes a group. */
  void createGroup(String name, String... members) {
    Map<String, String> ids = new HashMap<>();
    all("Users", UserResource.class).forEach(user -> ids.put(user.getUserName(), user.getId()));
    GroupResource group = new GroupResource().setDisplayName(name);
    List<Member> all = new ArrayList<>();
    for (String member : members) {
      all.add(new Member().setValue(ids.get(member)));
    }
    group.setMembers(all);
    try {
      service.create("Groups", group);
    } catch (ScimException e) {
      throw new AssertionError(e);
    }
  }

  /** Adds somebody to a group, by the whole of it. */
  void add(String name, String member) {
    try {
      Map<String, String> ids = new HashMap<>();
      all("Users", UserResource.class).forEach(user -> ids.put(user.getUserName(), user.getId()));
      for (GroupResource group : all("Groups", GroupResource.class)) {
        if (name.equals(group.getDisplayName())) {
          List<Member> members = new ArrayList<>(group.getMembers());
          members.add(new Member().setValue(ids.get(member)));
          replace(group.setMembers(members));
        }
      }
    } catch (ScimException e) {
      throw new AssertionError(e);
    }
  }

  /** Some tell where it is by a path alone. */
  private void replace(GroupResource group) throws ScimException {
    URI there = URI.create(provider.url() + "/Groups/" + group.getId());
    service.replaceRequest(there, group).invoke();
  }

  /** Calls a group otherwise, by the whole of it. */
  void rename(String name, String other) {
    try {
      for (GroupResource group : all("Groups", GroupResource.class)) {
        if (name.equals(group.getDisplayName())) {
          replace(group.setDisplayName(other));
        }
      }
    } catch (ScimException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
