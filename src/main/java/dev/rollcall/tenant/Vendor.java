package dev.rollcall.tenant;

import dev.rollcall.model.Vocabulary;
import java.util.List;

/**
 * A vendor whose tenants can be kept in step. Each is named in {@code
 * META-INF/services/dev.rollcall.tenant.Vendor}, so that what was kept of its tenants can be read
 * without knowing it by name.
 */
public interface Vendor {

  /** Its words: those of each way in which its tenants do permissions. */
  List<Vocabulary> vocabularies();
}
