package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience;
import java.util.Set;

/**
 * An experience in which requests for several roles are not tried with one first: they are
 * documented to do all or nothing, they can harm nobody else, and their operation says how they
 * ended. What was found out otherwise counts.
 */
record TrustedRoles(Experience found) implements Experience {

  private static final Set<BatchKind> ROLES =
      Set.of(
          WorkivaBatchKinds.GIVE_ORGANIZATION_ROLES,
          WorkivaBatchKinds.TAKE_ORGANIZATION_ROLES,
          WorkivaBatchKinds.GIVE_WORKSPACE_ROLES,
          WorkivaBatchKinds.TAKE_WORKSPACE_ROLES);

  private static final Lesson DOCUMENTED =
      new Lesson("", Trust.MANY_WORK, "documented to do all or nothing");

  @Override
  public Lesson lesson(BatchKind kind) {
    Lesson lesson = found.lesson(kind);
    return ROLES.contains(kind) && lesson.equals(Lesson.NONE) ? DOCUMENTED : lesson;
  }

  @Override
  public void remember(BatchKind kind, Lesson lesson) {
    found.remember(kind, lesson);
  }
}
