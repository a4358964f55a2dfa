package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.workato.payload.NewGrant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a request the grants stand. The reference lists them as parameters of the query, which
 * looks like a slip; so the body comes first.
 */
enum GrantPlaces {
  /** In the body. */
  BODY("") {
    @Override
    String query(List<NewGrant> grants) {
      return "";
    }
  },
  /** In the query, as a list of objects. */
  QUERY("query") {
    @Override
    String query(List<NewGrant> grants) {
      return parameters(grants, false);
    }
  },
  /** The same, numbered. */
  NUMBERED("numbered query") {
    @Override
    String query(List<NewGrant> grants) {
      return parameters(grants, true);
    }
  };

  /** The usual one first. */
  static final List<String> FORMS = List.of(BODY.form, QUERY.form, NUMBERED.form);

  private final String form;

  GrantPlaces(String form) {
    this.form = form;
  }

  /** What a form means. */
  static GrantPlaces of(String form) {
    return FORMS.contains(form) ? values()[FORMS.indexOf(form)] : BODY;
  }

  /** The parameters that name them; empty where none do. */
  abstract String query(List<NewGrant> grants);

  private static String parameters(List<NewGrant> grants, boolean numbered) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < grants.size(); i++) {
      String of = "project_grants[" + (numbered ? i : "") + "]";
      NewGrant grant = grants.get(i);
      parameters.add(parameter(of + "[assignment_type]", grant.assignmentType()));
      parameters.add(parameter(of + "[assignment_id]", grant.assignmentId().text()));
      parameters.add(parameter(of + "[project_role_id]", grant.projectRoleId().text()));
    }
    return String.join("&", parameters);
  }

  private static String parameter(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
