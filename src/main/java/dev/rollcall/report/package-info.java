/**
 * Tells people and machines what happened: console, JSON, Markdown, CSV and HTML, all from one
 * {@link dev.rollcall.report.RunReport}. Writes streams; decides nothing.
 *
 * <h2>report.json, format 2.2</h2>
 *
 * <p>The schema is the resource {@code report.schema.json} of this package. A later 2.x only adds
 * keys; a key that is absent today never changes what the others mean. All keys are always there;
 * what is unknown is {@code null} or empty. Times are ISO 8601 in UTC; words of a fixed set are
 * lower case with underscores.
 *
 * <ul>
 *   <li>{@code format_version}, {@code run} (null for a dry run), {@code job}, {@code workspace}
 *       ({@code key}, {@code name}), {@code mode}, {@code started}, {@code ended}, {@code exit}
 *       ({@code code}, {@code meaning}; null while the run goes on), {@code stopped} (why it ended
 *       early)
 *   <li>{@code summary}: {@code people} by what the plan does to them; {@code operations}: {@code
 *       planned}, which is the sum of {@code by_state}; {@code verification}: {@code verified} of
 *       {@code visible}, {@code differs}, {@code not_yet_visible}, of which {@code
 *       invitations_sent}, {@code unread}; {@code left_alone}: the {@code people} left alone
 *       because of a problem, {@code rows} that do not say whose they are, {@code unread_lists} of
 *       the workspace, and how many are {@code allowed}
 *   <li>{@code price} (before applying) and {@code requests_sent}; {@code seats}; {@code plan}:
 *       when it was made, its digest, and how many people it looked at
 *   <li>{@code timeline}, {@code violations}, {@code problems}, {@code rejected_rows} by source,
 *       {@code findings}, {@code notes}, {@code next_steps}; equal problems stand there once, with
 *       their {@code count}, how many {@code people} they concern, and the first {@code places}
 *   <li>{@code operations}, always last, so that a reader of heads may stop there: each right held
 *       {@code before} and to be held {@code after} by {@code kind}, {@code path} and {@code
 *       level}, why, and what became of it; {@code note} tells a rename: {@code renamed from …}
 * </ul>
 */
@NullMarked
package dev.rollcall.report;

import org.jspecify.annotations.NullMarked;
