package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Email;
import dev.rollcall.model.Profile;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user who is made, or brought in from another organization where the answer says who it is. A
 * user name is there once, so that asking twice makes no second one.
 */
record WorkivaUserCreation(WorkivaContext context, Operation.Join operation) implements Changeable {

  private static final int CONFLICT = 409;

  private Email email() {
    return operation.email();
  }

  BatchItem item(int sequence) {
    return new BatchItem(sequence, email().address(), Optional.of(""));
  }

  @Override
  public Map<String, String> read() {
    context.index().users(context.lists().users());
    return context.index().user(email()).isPresent() ? Map.of(email().address(), "") : Map.of();
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    FinishedCall<UserRow> made = context.api().createUser(fields());
    Optional<String> elsewhere = elsewhere(made);
    FinishedCall<UserRow> finished =
        elsewhere.isPresent() ? context.api().assignUser(elsewhere.get()) : made;
    return known(
        finished,
        row -> {
          context.index().add(row);
          if (elsewhere.isEmpty()) {
            // Whoever was just made holds nothing; whoever is brought in may.
            context.holdings().ofUser(row.id(), List.of());
          }
        });
  }

  /** Who is somebody else's, and named by the answer. */
  private Optional<String> elsewhere(FinishedCall<UserRow> made) {
    return WorkivaErrors.is(made.last(), CONFLICT)
        ? WorkivaErrors.target(made.last())
            .filter(target -> target.length() > 8 && !isField(target))
        : Optional.empty();
  }

  private boolean isField(String target) {
    return fields().containsKey(target) || fields().containsValue(target);
  }

  private Map<String, String> fields() {
    String address = email().address();
    String full = operation.name();
    Profile profile =
        Profile.of(full.isBlank() ? address.replaceAll("@.*", "") : full)
            .called(
                operation.details().getOrDefault(Profile.GIVEN, ""),
                operation.details().getOrDefault(Profile.FAMILY, ""));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("givenName", profile.given());
    fields.put("familyName", profile.family());
    fields.put("displayName", profile.shown());
    fields.put("email", address);
    fields.put("username", address);
    return fields;
  }

  /** The same outcome without its row, which is taken note of. */
  static <T> FinishedCall<String> known(FinishedCall<T> finished, Noting<T> noting) {
    CallOutcome<T> last = finished.last();
    if (last instanceof CallOutcome.Accepted<T> accepted) {
      noting.take(accepted.value());
      return new FinishedCall<>(
          new CallOutcome.Accepted<>(accepted.status(), ""), finished.attempts());
    }
    return new FinishedCall<>(Untold.of(last), finished.attempts());
  }

  /** Takes note of a row. */
  interface Noting<T> {
    void take(T row);
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(WorkivaCallKind.CREATE_USER, finished);
  }
}
