package dev.rollcall.tenant.workato;

import java.util.List;

/**
 * Where in a request to a group the ids stand. The reference says that they are a repeated
 * parameter of the query, which not every server reads whole.
 *
 * @param parameter in the query under their name
 * @param brackets in the query under their name with brackets
 * @param body in the body as a list
 */
record IdPlaces(boolean parameter, boolean brackets, boolean body) {

  private static final String BRACKETS = "brackets";
  private static final String BODY = "body";
  private static final String QUERY = "query";

  /** The forms of a request, the usual one first. */
  static List<String> forms(boolean adding) {
    return adding ? List.of("", BRACKETS, BODY, QUERY) : List.of("", BRACKETS, BODY);
  }

  /** What a form means; additions name ids twice, which costs nothing. */
  static IdPlaces of(String form, boolean adding) {
    return switch (form) {
      case BRACKETS -> new IdPlaces(false, true, false);
      case BODY -> new IdPlaces(false, false, true);
      case QUERY -> new IdPlaces(true, false, false);
      default -> new IdPlaces(true, false, adding);
    };
  }
}
