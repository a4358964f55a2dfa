package dev.rollcall.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a column of a roster can be about, with the headers that usually stand above it: in tiers,
 * an earlier one being preferred; written as {@link Cells#fold} makes them.
 */
enum RosterField {
  EMAIL(
      "email",
      "email emailaddress workemail workemailaddress businessemail companyemail primaryemail mail"
          + " emailid useremail",
      "username userprincipalname upn"),
  NAME("name", "name", "fullname", "displayname", "employeename workername"),
  FIRST_NAME("first-name", "firstname givenname forename", "preferredfirstname legalfirstname"),
  LAST_NAME("last-name", "lastname surname familyname", "preferredlastname legallastname"),
  STATUS(
      "status",
      "status employmentstatus employeestatus workerstatus userstatus accountstatus",
      "active isactive enabled isenabled accountenabled"),
  STARTS_ON("starts-on", "startson startdate", "hiredate dateofhire joiningdate joindate"),
  ENDS_ON("ends-on", "endson enddate lastday lastworkingday terminationdate leavingdate"),
  ROLE("role", "role environmentrole workspacerole"),
  GROUPS("groups", "groups group collaboratorgroups usergroups"),
  PROJECTS("projects", "projects project projectroles projectrole projectaccess"),
  KIND("kind", "kind", "assignmentkind assignmenttype accesstype entitlementtype", "type"),
  TARGET("target", "target", "targetname assignment entitlement access"),
  ENVIRONMENT("environment", "environment env environmentname"),
  EMPLOYEE_ID(
      "employee-id",
      "employeeid employeenumber employeeno personnelnumber personnelno workerid staffid");

  private final String key;
  private final List<List<String>> tiers;

  RosterField(String key, String... tiers) {
    this.key = key;
    this.tiers = Arrays.stream(tiers).map(tier -> List.of(tier.split(" "))).toList();
  }

  /** The name it has in a job file. */
  String key() {
    return key;
  }

  /** Usual headers, folded, the preferred ones first. */
  List<List<String>> tiers() {
    return tiers;
  }

  /** Whether rows of this shape have such a field. */
  boolean isOf(Shape shape) {
    return switch (this) {
      case GROUPS, PROJECTS -> shape == Shape.PEOPLE;
      case KIND, TARGET, ENVIRONMENT -> shape != Shape.PEOPLE;
      default -> true;
    };
  }

  /** Whether a cell lists things, so that several columns add up. */
  boolean isList() {
    return this == GROUPS || this == PROJECTS;
  }

  static Optional<RosterField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
