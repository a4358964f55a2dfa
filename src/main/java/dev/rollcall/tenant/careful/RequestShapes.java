package dev.rollcall.tenant.careful;

import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Lane;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a vendor's requests look like, as far as they are grouped and foreseen: pure, of a tenant as
 * it was read last.
 */
public interface RequestShapes {

  /**
   * Reading a list once, whole.
   *
   * @param list as {@link ListChange#list} calls it
   * @param size when it was read last
   */
  record ListRead(Lane lane, String list, ListSize size) {}

  /** All kinds of request that carry many items. */
  List<BatchKind> kinds();

  /**
   * How an operation is sent.
   *
   * @param created what other operations of the stage define: what is given to it must come behind
   */
  RequestShape of(Operation operation, Set<Resource> created);

  /** The lists in which somebody is a row from the moment of joining. */
  List<ListRead> joined(Operation.Join operation);

  /** What is read in the end, to see what was done; lanes go side by side. */
  List<ListRead> verifying(Collection<Operation> operations);
}
