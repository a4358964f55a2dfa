package dev.rollcall.source;

import dev.rollcall.source.KnownLayout.Trait;
import java.util.List;
import java.util.Optional;

/**
 * The exports and templates that are read without configuration.
 *
 * <p>The headers are those found in public documentation and in public code that reads or writes
 * such files: Google's "Add or update multiple users from a CSV file", Microsoft's "Bulk create
 * users" and "Bulk invite", Okta's user profile and list of user statuses, the field names of
 * BambooHR, Adobe's user-sync.py, Slack's member list and Atlassian's list of exported columns.
 * Workday's reports are made by each customer, so its headers are the names that reports have where
 * nobody changes them.
 *
 * <p>An account that is not yet in use (staged, pending, invited), or that its owner cannot use for
 * the moment (password expired, locked out), is not one that somebody has left; one that an
 * administrator suspended or deactivated is. Bots are nobody: their rows are handed back.
 */
final class KnownLayouts {

  private static final List<KnownLayout> ALL =
      List.of(
          KnownLayout.of("Microsoft Entra's template for new users", "[userPrincipalName]")
              .reading(RosterField.EMAIL, "[userPrincipalName]")
              .reading(RosterField.NAME, "[displayName]")
              .reading(RosterField.FIRST_NAME, "[givenName]")
              .reading(RosterField.LAST_NAME, "[surname]")
              // The column asks whether to block: its yes is a no to the account.
              .reading(RosterField.STATUS, "[accountEnabled]")
              .left("Yes", "True")
              .active("No", "False")
              .hiding("[passwordProfile]")
              .with(Trait.EXAMPLE_ROW),
          KnownLayout.of("Microsoft Entra's template for guests", "[inviteeEmail]")
              .reading(RosterField.EMAIL, "[inviteeEmail]")
              .with(Trait.EXAMPLE_ROW),
          KnownLayout.of(
                  "Microsoft Entra's list of users",
                  "userPrincipalName",
                  "displayName",
                  "accountEnabled")
              .reading(RosterField.EMAIL, "mail", "userPrincipalName")
              .reading(RosterField.NAME, "displayName")
              .reading(RosterField.STATUS, "accountEnabled"),
          KnownLayout.of("Microsoft 365's list of users", "User principal name", "Block credential")
              .reading(RosterField.EMAIL, "User principal name")
              .reading(RosterField.NAME, "Display name")
              .reading(RosterField.STATUS, "Block credential")
              .left("Yes", "True")
              .active("No", "False"),
          KnownLayout.of("Google Workspace's list of users", "Email Address [Required]")
              .reading(RosterField.EMAIL, "Email Address [Required]")
              .reading(RosterField.FIRST_NAME, "First Name [Required]")
              .reading(RosterField.LAST_NAME, "Last Name [Required]")
              .reading(RosterField.STATUS, "New Status [UPLOAD ONLY]", "Status [READ ONLY]")
              .left("Suspended", "Archived", "Deleted")
              .active("Active")
              .hiding("Password [Required]", "Password Hash Function [UPLOAD ONLY]")
              .with(Trait.FIRST_FILLED_STATUS, Trait.BLANK_IS_ACTIVE),
          KnownLayout.of("Okta's list of users", "login", "firstName", "lastName")
              .or("User Id", "login", "status")
              .reading(RosterField.EMAIL, "email", "Primary email", "login")
              .reading(RosterField.STATUS, "status", "User status", "Okta user status")
              .left("Suspended", "Deprovisioned", "Deactivated", "Deleted")
              .active(
                  "Staged",
                  "Provisioned",
                  "Pending user action",
                  "Pending activation",
                  "Recovery",
                  "Password reset",
                  "Password expired",
                  "Locked out"),
          KnownLayout.of("a BambooHR report", "Employee #", "Work Email")
              .or("Employee #", "Last Name, First Name", "Hire Date")
              .reading(RosterField.EMAIL, "Work Email")
              .reading(RosterField.NAME, "Last Name, First Name")
              .reading(RosterField.EMPLOYEE_ID, "Employee #")
              .reading(RosterField.STATUS, "Status", "Employment Status")
              .reading(RosterField.STARTS_ON, "Hire Date")
              .reading(RosterField.ENDS_ON, "Termination Date")
              .active(
                  "Full-Time",
                  "Part-Time",
                  "Contractor",
                  "Intern",
                  "Temporary",
                  "Seasonal",
                  "Furloughed")
              .with(Trait.LAST_NAME_FIRST),
          KnownLayout.of("a Workday report", "Email - Primary Work")
              .or("Worker", "Worker Status")
              .or("Worker", "Primary Work Email")
              .reading(
                  RosterField.EMAIL,
                  "Email - Primary Work",
                  "Primary Work Email",
                  "Work Email",
                  "Email Address",
                  "Email")
              .reading(RosterField.NAME, "Preferred Name", "Full Name", "Legal Name", "Worker")
              .reading(RosterField.EMPLOYEE_ID, "Employee ID", "Worker ID")
              .reading(
                  RosterField.STATUS,
                  "Worker Status",
                  "Active Status",
                  "Currently Active",
                  "Worker Active")
              .reading(RosterField.STARTS_ON, "Hire Date")
              .reading(RosterField.ENDS_ON, "Termination Date")
              .left("No")
              .active("Yes")
              .with(Trait.REMARKS_BEHIND_NAMES),
          KnownLayout.of(
                  "a users file of Adobe's user sync",
                  "firstname",
                  "lastname",
                  "email",
                  "groups",
                  "type",
                  "username",
                  "domain")
              .reading(RosterField.EMAIL, "email")
              .reading(RosterField.GROUPS, "groups")
              .with(Trait.COMMA_LISTS, Trait.ENDS_EARLY),
          KnownLayout.of("Slack's list of members", "email", "status", "billing-active", "userid")
              .reading(RosterField.EMAIL, "email")
              .reading(RosterField.NAME, "fullname")
              .reading(RosterField.STATUS, "status")
              .active(
                  "Primary Owner",
                  "Workspace Primary Owner",
                  "Owner",
                  "Workspace Owner",
                  "Org Owner",
                  "Admin",
                  "Workspace Admin",
                  "Org Admin",
                  "Member",
                  "Invited Member",
                  "Guest",
                  "Multi-Channel Guest",
                  "Single-Channel Guest",
                  "Restricted",
                  "Ultra Restricted"),
          KnownLayout.of("Atlassian's list of users", "email", "User status")
              .reading(RosterField.EMAIL, "email")
              .reading(RosterField.NAME, "User name", "name")
              .reading(RosterField.STATUS, "User status")
              .left("Suspended", "Deleted")
              .active("Invited", "Pending", "Pending invitation")
              .with(Trait.COMMA_LISTS),
          KnownLayout.of("Rollcall's own export", "Email", "Name", "Status", "Groups", "Projects"));

  private KnownLayouts() {}

  /** The first that recognises the header. */
  static Optional<KnownLayout> of(List<String> header) {
    return of(Headings.of(header));
  }

  private static Optional<KnownLayout> of(Headings header) {
    return ALL.stream().filter(layout -> layout.recognises(header)).findFirst();
  }
}
