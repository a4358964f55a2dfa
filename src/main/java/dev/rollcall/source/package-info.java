/**
 * Where rosters come from. Reads rows, knows the column names, and turns each row into a person
 * record or a problem; decides nothing about the workspace.
 */
package dev.rollcall.source;
