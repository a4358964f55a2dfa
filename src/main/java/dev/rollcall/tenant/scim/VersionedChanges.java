package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes of what was read just before: only what differs is sent, with the version it differs
 * from, and where somebody else was quicker it is read and compared again.
 */
record VersionedChanges(ScimApi api, ServerTraits traits) {

  private static final int ATTEMPTS = 3;
  private static final String VERSION = "etag";

  /** A resource as it was read, and as of which version. */
  private record Seen(ScimAttributes resource, Optional<String> version) {

    static Seen of(CallOutcome.Accepted<ScimAttributes> accepted) {
      Map<String, String> headers = accepted.headers();
      String told = accepted.value().within("meta").text("version");
      Optional<String> version =
          Optional.ofNullable(headers.get(VERSION))
              .or(() -> told.isEmpty() ? Optional.empty() : Optional.of(told));
      return new Seen(accepted.value(), version);
    }
  }

  /**
   * Reads it, and changes what is to be changed.
   *
   * @param edit what that is, of the resource as it was read
   */
  FinishedCall<String> change(Resources resources, String id, Function<ScimAttributes, Edit> edit) {
    Optional<String> refused = Optional.empty();
    for (int attempt = 1; ; attempt++) {
      FinishedCall<ScimAttributes> read = api.get(resources, id);
      if (!(read.last() instanceof CallOutcome.Accepted<ScimAttributes> accepted)) {
        return unread(read);
      }
      Seen seen = Seen.of(accepted);
      if (refused.isPresent() && refused.equals(seen.version())) {
        // It is the very version that was refused as too old.
        traits.hasBrokenVersions();
      }
      Optional<String> version = traits.hasUsableVersions() ? seen.version() : Optional.empty();
      FinishedCall<String> changed =
          sent(resources, id, edit.apply(seen.resource()), new Seen(seen.resource(), version));
      boolean isRead = !ScimErrors.isNotOffered(changed.last()) || !traits.asksForMembers();
      if (!ScimErrors.isStale(changed.last()) && isRead || attempt == ATTEMPTS) {
        return changed;
      }
      refused = ScimErrors.isStale(changed.last()) ? version : Optional.empty();
    }
  }

  /** Changes it without having read it, where that would tell nothing. */
  FinishedCall<String> blindly(Resources resources, String id, Edit edit) {
    return edit.isEmpty() ? done() : api.patch(resources, id, edit.patch(), Optional.empty());
  }

  private FinishedCall<String> sent(Resources resources, String id, Edit edit, Seen seen) {
    if (edit.isEmpty()) {
      return done();
    }
    if (edit.impossible().isPresent()) {
      return new FinishedCall<>(new CallOutcome.Barred<>(edit.impossible().get()), 1);
    }
    if (traits.isChangedWhole(resources)) {
      return put(resources, id, edit, seen);
    }
    FinishedCall<String> patched = api.patch(resources, id, edit.patch(), seen.version());
    if (!ScimErrors.isNotOffered(patched.last())) {
      return patched;
    }
    traits.offersNoPatch(resources);
    // Where members had to be named, the rest of the group was not read.
    return traits.asksForMembers() ? patched : put(resources, id, edit, seen);
  }

  private FinishedCall<String> put(Resources resources, String id, Edit edit, Seen seen) {
    return api.put(resources, id, edit.whole().apply(seen.resource().writable()), seen.version());
  }

  private static FinishedCall<String> done() {
    return new FinishedCall<>(new CallOutcome.Accepted<>(200, ""), 1);
  }

  /** Nothing was sent; that it was not there is an answer all the same. */
  private static FinishedCall<String> unread(FinishedCall<ScimAttributes> read) {
    if (read.last() instanceof CallOutcome.Rejected<?> rejected && !read.last().isLost()) {
      return new FinishedCall<>(
          new CallOutcome.Rejected<>(
              rejected.status(), rejected.body(), rejected.retryAfter(), rejected.reference()),
          read.attempts());
    }
    return new FinishedCall<>(
        new CallOutcome.NotSent<>("not read before: " + ScimErrors.why(read.last())),
        read.attempts());
  }
}
