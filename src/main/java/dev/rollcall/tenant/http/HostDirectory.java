package dev.rollcall.tenant.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Knows the addresses of hosts. */
@FunctionalInterface
public interface HostDirectory {

  /** All of one, in the order in which they are to be tried; may take long. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
