package dev.rollcall.source.columns;

import dev.rollcall.source.columns.KnownLayout.Trait;
import java.util.List;
import java.util.Optional;

/**
 * The exports and templates that are read without configuration.
 *
 * <p>The headers are those found in public documentation and in public code that reads or writes
 * such files: Google's "Add or update multiple users from a CSV file", Microsoft's "Bulk create
 * users" and "Bulk invite", Okta's user profile and list of user statuses, the field names of
 * BambooHR, Adobe's user-sync.py, Slack's member list and Atlassian's list of exported columns;
 * Moodle's upload of users, the attributes of JumpCloud, Google's directory as GAM prints it and
 * GitLab's API, the specification of OneRoster, Snipe-IT's export of people, the reports of ADP,
 * HiBob, SAP SuccessFactors and Personio, and Workiva's template to update groups. Workday's
 * reports are made by each customer, so its headers are the names that reports have where nobody
 * changes them.
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
          KnownLayout.of("JumpCloud's list of users", "email", "activated", "suspended")
              .or("email", "state", "account_locked")
              .or("email", "activated", "account_locked")
              .reading(RosterField.EMAIL, "email")
              .reading(RosterField.EMPLOYEE_ID, "employeeIdentifier")
              .reading(RosterField.STATUS, "state", "suspended")
              .active("Staged", "Activated", "Pending")
              .with(Trait.EVERY_STATUS),
          KnownLayout.of("Moodle's list of users", "username", "firstname", "email", "suspended")
              .or("username", "email", "auth", "deleted")
              .or("username", "firstname", "lastname", "email", "cohort1")
              .reading(RosterField.EMAIL, "email")
              .reading(RosterField.STATUS, "suspended", "deleted")
              .hiding("password", "oldpassword")
              .with(Trait.EVERY_STATUS),
          KnownLayout.of("a users file of OneRoster", "sourcedId", "enabledUser")
              .or("sourcedId", "givenName", "familyName")
              .reading(RosterField.EMAIL, "email")
              .reading(RosterField.EMPLOYEE_ID, "identifier")
              .reading(RosterField.STATUS, "status", "enabledUser")
              .left("Tobedeleted", "Inactive")
              .hiding("password")
              .with(Trait.EVERY_STATUS, Trait.BLANK_IS_ACTIVE),
          KnownLayout.of("Snipe-IT's list of users", "Username", "Email", "Login Enabled")
              .or("Username", "Email", "Assets", "Licenses", "Accessories")
              .or("Username", "Email", "Employee Number", "Activated")
              .or("Username", "E-mail", "Employee No.", "Activated")
              .reading(RosterField.EMAIL, "Email", "E-mail")
              .reading(RosterField.EMPLOYEE_ID, "Employee Number", "Employee No.")
              .reading(RosterField.STATUS, "Login Enabled", "Activated")
              .left("No", "False", "0")
              .active("Yes", "True", "1")
              .with(Trait.EVERY_STATUS),
          KnownLayout.of("GAM's list of users", "primaryEmail", "suspended")
              .or("primaryEmail", "name.givenName", "name.familyName")
              .or("primaryEmail", "orgUnitPath")
              .reading(RosterField.EMAIL, "primaryEmail")
              .reading(RosterField.NAME, "name.fullName")
              .reading(RosterField.FIRST_NAME, "name.givenName")
              .reading(RosterField.LAST_NAME, "name.familyName")
              .reading(RosterField.STATUS, "suspended", "archived")
              .hiding("password")
              .with(Trait.EVERY_STATUS),
          KnownLayout.of("GitLab's list of users", "username", "name", "state", "web_url")
              .or("username", "email", "state", "avatar_url")
              .or("username", "email", "state", "is_admin")
              .or("username", "email", "state", "locked")
              .reading(RosterField.EMAIL, "email", "public_email")
              .reading(RosterField.NAME, "name")
              .reading(RosterField.STATUS, "state")
              .left("Blocked", "Deactivated", "Banned", "Ldap blocked"),
          KnownLayout.of("an ADP report", "Associate ID", "Position Status")
              .or("File Number", "Position Status")
              .or("Payroll Name", "Position Status")
              .or("Work Contact: Work Email")
              .reading(
                  RosterField.EMAIL,
                  "Work Contact: Work Email",
                  "Work Email",
                  "Email",
                  "Email Address")
              .reading(RosterField.NAME, "Payroll Name", "Name")
              .reading(RosterField.EMPLOYEE_ID, "Associate ID", "File Number")
              .reading(RosterField.STATUS, "Position Status", "Status")
              .reading(RosterField.STARTS_ON, "Hire Date", "Hire/Rehire Date")
              .reading(RosterField.ENDS_ON, "Termination Date")
              .with(Trait.LAST_NAME_FIRST),
          KnownLayout.of("HiBob's list of people", "Email", "Lifecycle status")
              .or("Work email", "Lifecycle status")
              .reading(RosterField.EMAIL, "Email", "Work email")
              .reading(RosterField.NAME, "Display name", "Full name")
              .reading(RosterField.STATUS, "Lifecycle status")
              .reading(RosterField.STARTS_ON, "Start date")
              .reading(RosterField.ENDS_ON, "Termination date", "Last day of work")
              .active("Hired", "Employed", "On leave", "Long leave", "Parental leave"),
          KnownLayout.of("SAP SuccessFactors' list of users", "userId", "emplStatus")
              .or("STATUS", "USERID", "USERNAME", "EMAIL")
              .or("STATUS", "USERID", "EMPID", "HIREDATE")
              .reading(RosterField.EMAIL, "email", "emailAddress")
              .reading(RosterField.FIRST_NAME, "firstName")
              .reading(RosterField.LAST_NAME, "lastName")
              .reading(RosterField.EMPLOYEE_ID, "empId", "personIdExternal", "userId")
              .reading(RosterField.STATUS, "emplStatus", "status")
              .reading(RosterField.STARTS_ON, "hireDate", "startDate")
              .reading(RosterField.ENDS_ON, "endDate", "lastDateWorked")
              .left(
                  "T",
                  "R",
                  "S",
                  "D",
                  "O",
                  "Discarded",
                  "Dormant",
                  "Inactive",
                  "Inactive external user",
                  "Reported no show")
              .active("A", "U", "P", "F", "Paid leave", "Unpaid leave", "Active external user"),
          KnownLayout.of(
                  "Personio's list of employees",
                  "Email",
                  "Status",
                  "Hire date",
                  "Termination type")
              .or("Email", "Status", "Hire date", "Contract end date", "Probation period end")
              .or("E-Mail", "Status", "Eintrittsdatum", "Vertragsende", "Probezeitende")
              .or("E-Mail", "Status", "Einstellungsdatum", "Kündigungsart")
              .reading(RosterField.EMAIL, "Email", "E-Mail")
              .reading(RosterField.STATUS, "Status")
              .reading(RosterField.STARTS_ON, "Hire date", "Einstellungsdatum", "Eintrittsdatum")
              .reading(
                  RosterField.ENDS_ON,
                  "Last working day",
                  "Last day of work",
                  "Letzter Arbeitstag",
                  "Termination date",
                  "Kündigungsdatum",
                  "Contract end date",
                  "Vertragsende")
              .active("Onboarding", "Leave", "Auszeit", "Abwesend"),
          KnownLayout.of("Workiva's file Update groups", "Username", "Groups")
              .or("Username", "Group")
              .reading(RosterField.EMAIL, "Username")
              .reading(RosterField.GROUPS, "Groups", "Group")
              .with(Trait.COMMA_LISTS, Trait.NO_OTHERS),
          KnownLayout.of("Rollcall's own export", "Email", "Name", "Status", "Groups", "Projects")
              .with(Trait.OURS));

  private KnownLayouts() {}

  /** The first that recognises the header. */
  static Optional<KnownLayout> of(List<String> header) {
    return of(HeaderIndex.of(header));
  }

  private static Optional<KnownLayout> of(HeaderIndex header) {
    return ALL.stream().filter(layout -> layout.recognises(header)).findFirst();
  }
}
