package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Profile;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a user of the organization is called. Those of another organization are changed there. */
record UserNames(WorkivaContext context, String user, Profile before, Profile after)
    implements Changeable {

  private static final String KEY = "name";

  /** What an account says; where no name is shown, it is made of the two. */
  static Profile of(UserRow row) {
    return new Profile(row.givenName(), row.familyName(), Optional.of(row.name()));
  }

  BatchItem item(int sequence) {
    return new BatchItem(sequence, KEY, Optional.of(after.toString()));
  }

  @Override
  public Map<String, String> read() {
    Profile now = of(context.access().read(WorkivaCallKind.USER, context.api().user(user)));
    return Map.of(KEY, now.equals(after) ? after.toString() : "");
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    return context.api().updateUser(user, fields());
  }

  /** Only what differs. */
  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "givenName", before.given(), after.given());
    put(fields, "familyName", before.family(), after.family());
    put(fields, "displayName", before.shown(), after.shown());
    return fields;
  }

  private static void put(Map<String, String> fields, String field, String old, String name) {
    if (!old.equals(name)) {
      fields.put(field, name);
    }
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    Outcome outcome = context.access().turnedAway(WorkivaCallKind.UPDATE_USER, finished);
    return outcome instanceof Outcome.Refused refused
        ? new Outcome.Refused(
            refused.status(),
            refused.message() + "; whoever belongs to another organization is only changed there")
        : outcome;
  }
}
