package dev.rollcall.planning;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Experience of a workspace that only the client itself can name, once it has asked. What is known
 * is kept at hand: a workspace belongs to one run at a time, so nobody else learns meanwhile.
 */
final class NamedExperience implements Experience {

  private final Supplier<Optional<String>> workspace;
  private final Function<String, Experience> memory;
  private final Map<BatchKind, Lesson> known = new ConcurrentHashMap<>();

  /**
   * Experience that is kept by the name of its workspace.
   *
   * @param workspace empty until it has been asked
   */
  NamedExperience(Supplier<Optional<String>> workspace, Function<String, Experience> memory) {
    this.workspace = workspace;
    this.memory = memory;
  }

  @Override
  public Lesson lesson(BatchKind kind) {
    Optional<String> name = workspace.get();
    return name.isEmpty()
        ? Lesson.NONE
        : known.computeIfAbsent(kind, each -> memory.apply(name.get()).lesson(each));
  }

  @Override
  public void remember(BatchKind kind, Lesson lesson) {
    memory.apply(workspace.get().orElseThrow()).remember(kind, lesson);
    known.put(kind, lesson);
  }
}
