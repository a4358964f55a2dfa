package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.http.Tried;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.MemberRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether somebody is a member, and their deletion. */
record Removal(Tools tools, Id member) implements Changeable {

  private static final String KEY = "member";

  Item item(int sequence) {
    return new Item(sequence, KEY, Optional.empty());
  }

  @Override
  public Map<String, String> read() {
    Tried<MemberRow> tried = tools.api().member(member);
    if (WorkatoErrors.notFound(tried.last())) {
      return Map.of();
    }
    tools.access().read(Endpoint.MEMBER, tools.main(), tried);
    return Map.of(KEY, "");
  }

  @Override
  public Tried<String> write(List<Item> items) {
    return tools.api().deleteMember(member);
  }

  @Override
  public Endpoint endpoint() {
    return Endpoint.DELETE_MEMBER;
  }

  @Override
  public Environment environment() {
    return tools.main();
  }
}
