package dev.rollcall.tenant.scim;

import java.net.URI;

/** A service provider that others have made. */
interface ForeignProvider extends AutoCloseable {

  URI url();

  String token();

  @Override
  void close();
}
