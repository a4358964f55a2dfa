package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.List;
import java.util.OptionalInt;

/** What the lists of an organization have in common, of which a request changes several rows. */
abstract class WorkivaList implements SharedList {

  private final WorkivaContext context;
  private final BatchKind kind;
  private final WorkivaCallKind call;
  private final String label;

  /**
   * A list.
   *
   * @param call by which it is changed
   * @param label for people
   */
  WorkivaList(WorkivaContext context, BatchKind kind, WorkivaCallKind call, String label) {
    this.context = context;
    this.kind = kind;
    this.call = call;
    this.label = label;
  }

  final WorkivaContext context() {
    return context;
  }

  @Override
  public final BatchKind kind() {
    return kind;
  }

  @Override
  public final String label() {
    return label;
  }

  @Override
  public final OptionalInt total() {
    return OptionalInt.empty();
  }

  @Override
  public List<String> forms(List<BatchItem> items) {
    return List.of("");
  }

  @Override
  public final int most() {
    return context.settings().batch();
  }

  @Override
  public final boolean canBeNamedWhole() {
    return false;
  }

  @Override
  public final Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(call, finished);
  }

  /** Items hold the ids of what they are about, so that nothing need be taken over. */
  @Override
  public final boolean learn(SharedList former) {
    return former.getClass() == getClass();
  }
}
