/**
 * The stand-in workspace: a stateful double of the vendor's API over real HTTP, for trying a job
 * file out and for tests. It has its own state and payloads and shares no class with the client
 * that talks to it. {@link dev.rollcall.sandbox.Sandbox} is the way in; {@link
 * dev.rollcall.sandbox.Switch} lists what the vendor leaves open and can be turned.
 */
@NullMarked
package dev.rollcall.sandbox;

import org.jspecify.annotations.NullMarked;
