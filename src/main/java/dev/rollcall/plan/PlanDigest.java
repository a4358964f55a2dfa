package dev.rollcall.plan;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Identifies a set of operations with their before-states; origins, reasons, numbers and order do
 * not count.
 */
public final class PlanDigest {

  private static final Key KEY = new Key();

  private PlanDigest() {}

  /** SHA-256 over the sorted keys of the operations, in hexadecimal. */
  public static String of(Collection<PlannedOperation> operations) {
    MessageDigest digest = Sha256.digest();
    operations.stream()
        .map(planned -> key(planned.operation()))
        .sorted()
        .forEach(
            key -> {
              digest.update(key.getBytes(StandardCharsets.UTF_8));
              digest.update((byte) '\n');
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One operation with its before-state as a line of text: equal for equal operations only. */
  public static String key(Operation operation) {
    return operation.accept(KEY);
  }

  private static final class Key implements Operation.Visitor<String> {

    @Override
    public String define(Operation.Define operation) {
      return line(
              "define",
              text(operation.resource()),
              change(operation.before().map(Key::text), Optional.of(text(operation.after()))),
              operation.was().map(was -> "was " + text(was)).orElse(""))
          .strip();
    }

    @Override
    public String undefine(Operation.Undefine operation) {
      return line("undefine", text(operation.resource()), text(operation.before()));
    }

    private static String text(Definition definition) {
      return quoted(definition.description())
          + definition.config().map(config -> " " + config.canonical()).orElse("")
          + definition.copyOf().map(other -> " like " + quoted(other)).orElse("");
    }

    @Override
    public String join(Operation.Join operation) {
      return line("join", operation.email(), quoted(operation.name()), text(operation.rights()));
    }

    @Override
    public String set(Operation.Set operation) {
      return line(
          "set",
          operation.assignee().group().map(Key::text).orElseGet(operation.assignee()::label),
          change(operation.before().map(Key::text), operation.after().map(Key::text)));
    }

    @Override
    public String profile(Operation.UpdateProfile operation) {
      return line(
          "profile",
          operation.email(),
          change(Optional.of(text(operation.before())), Optional.of(text(operation.after()))));
    }

    private static String text(Profile profile) {
      return quoted(profile.given())
          + " "
          + quoted(profile.family())
          + profile.display().map(shown -> " " + quoted(shown)).orElse("");
    }

    @Override
    public String suspend(Operation.Suspend operation) {
      return line("suspend", operation.email(), text(operation.before()));
    }

    @Override
    public String reinstate(Operation.Reinstate operation) {
      return line("reinstate", operation.email(), text(operation.rights()));
    }

    @Override
    public String withdraw(Operation.Withdraw operation) {
      return line(
          "withdraw", operation.email(), text(operation.right()), quoted(operation.invitation()));
    }

    @Override
    public String remove(Operation.Remove operation) {
      return line("remove", operation.email(), text(operation.before()));
    }

    private static String line(Object... parts) {
      return List.of(parts).stream().map(Object::toString).collect(joining(" "));
    }

    private static String change(Optional<String> before, Optional<String> after) {
      return before.orElse("-") + " -> " + after.orElse("-");
    }

    private static String text(List<Entitlement> rights) {
      return rights.stream().map(Key::text).collect(joining(", ", "[", "]"));
    }

    private static String text(Entitlement right) {
      return text(right.on()) + right.level().map(level -> " " + quoted(level)).orElse("");
    }

    private static String text(Resource resource) {
      return resource.path().stream()
          .map(Key::quoted)
          .collect(joining("/", resource.kind().id() + " ", ""));
    }

    private static String quoted(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
  }
}
