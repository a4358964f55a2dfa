/**
 * Tells people and machines what happened: console, JSON, CSV and HTML. Writes streams; decides
 * nothing.
 */
package dev.rollcall.report;
