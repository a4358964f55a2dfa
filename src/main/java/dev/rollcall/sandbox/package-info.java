/**
 * The stand-in workspace: a stateful double of the vendor's API over real HTTP, for trying a job
 * file out and for tests. It has its own state and payloads and shares no class with the client
 * that talks to it.
 */
package dev.rollcall.sandbox;
