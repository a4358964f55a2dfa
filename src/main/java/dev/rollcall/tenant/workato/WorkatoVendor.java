package dev.rollcall.tenant.workato;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.Vendor;
import java.util.List;
import java.util.stream.Stream;

/** Workato, among all vendors. */
public final class WorkatoVendor implements Vendor {

  @Override
  public List<Vocabulary> vocabularies() {
    return Stream.of(PermissionModel.values())
        .flatMap(model -> Stream.of(Vocabulary.Joining.values()).map(how -> model.vocabulary(how)))
        .toList();
  }
}
