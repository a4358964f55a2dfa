package dev.rollcall.source.columns;

/**
 * The exports and templates that are read without configuration, as {@link KnownLayouts} reads
 * them: data, in a class for the reason that {@link Words} are.
 */
final class Layouts {

  static final String TEXT =
      """
      # The exports and templates that are read without configuration, each a paragraph: its name, then
      # when: the headers by which it is recognised, all of them; several such lines are several ways
      # email: and other roster fields: the headers of that field, the preferred one first
      # left: and active: the words of its status column; secrets: columns that nobody is to see again
      # traits: what else is special

      Microsoft Entra's template for new users
      when: [userPrincipalName]
      email: [userPrincipalName]
      name: [displayName]
      first-name: [givenName]
      last-name: [surname]
      # The column asks whether to block: its yes is a no to the account.
      status: [accountEnabled]
      left: Yes | True
      active: No | False
      secrets: [passwordProfile]
      traits: EXAMPLE_ROW

      Microsoft Entra's template for guests
      when: [inviteeEmail]
      email: [inviteeEmail]
      traits: EXAMPLE_ROW

      Microsoft Entra's list of users
      when: userPrincipalName | displayName | accountEnabled
      email: mail | userPrincipalName
      name: displayName
      status: accountEnabled

      Microsoft 365's list of users
      when: User principal name | Block credential
      email: User principal name
      name: Display name
      status: Block credential
      left: Yes | True
      active: No | False

      Google Workspace's list of users
      when: Email Address [Required]
      email: Email Address [Required]
      first-name: First Name [Required]
      last-name: Last Name [Required]
      status: New Status [UPLOAD ONLY] | Status [READ ONLY]
      left: Suspended | Archived | Deleted
      active: Active
      secrets: Password [Required] | Password Hash Function [UPLOAD ONLY]
      traits: FIRST_FILLED_STATUS | BLANK_IS_ACTIVE

      Okta's list of users
      when: login | firstName | lastName
      when: User Id | login | status
      email: email | Primary email | login
      status: status | User status | Okta user status
      left: Suspended | Deprovisioned | Deactivated | Deleted
      active: Staged | Provisioned | Pending user action | Pending activation | Recovery | Password reset | Password expired | Locked out

      a BambooHR report
      when: Employee # | Work Email
      when: Employee # | Last Name, First Name | Hire Date
      email: Work Email
      name: Last Name, First Name
      employee-id: Employee #
      status: Status | Employment Status
      starts-on: Hire Date
      ends-on: Termination Date
      active: Full-Time | Part-Time | Contractor | Intern | Temporary | Seasonal | Furloughed
      traits: LAST_NAME_FIRST

      a Workday report
      when: Email - Primary Work
      when: Worker | Worker Status
      when: Worker | Primary Work Email
      email: Email - Primary Work | Primary Work Email | Work Email | Email Address | Email
      name: Preferred Name | Full Name | Legal Name | Worker
      employee-id: Employee ID | Worker ID
      status: Worker Status | Active Status | Currently Active | Worker Active
      starts-on: Hire Date
      ends-on: Termination Date
      left: No
      active: Yes
      traits: REMARKS_BEHIND_NAMES

      a users file of Adobe's user sync
      when: firstname | lastname | email | groups | type | username | domain
      email: email
      groups: groups
      traits: COMMA_LISTS | ENDS_EARLY

      Slack's list of members
      when: email | status | billing-active | userid
      email: email
      name: fullname
      status: status
      active: Primary Owner | Workspace Primary Owner | Owner | Workspace Owner | Org Owner | Admin | Workspace Admin | Org Admin | Member | Invited Member | Guest | Multi-Channel Guest | Single-Channel Guest | Restricted | Ultra Restricted

      Atlassian's list of users
      when: email | User status
      email: email
      name: User name | name
      status: User status
      left: Suspended | Deleted
      active: Invited | Pending | Pending invitation
      traits: COMMA_LISTS

      JumpCloud's list of users
      when: email | activated | suspended
      when: email | state | account_locked
      when: email | activated | account_locked
      email: email
      employee-id: employeeIdentifier
      status: state | suspended
      active: Staged | Activated | Pending
      traits: EVERY_STATUS

      Moodle's list of users
      when: username | firstname | email | suspended
      when: username | email | auth | deleted
      when: username | firstname | lastname | email | cohort1
      email: email
      status: suspended | deleted
      secrets: password | oldpassword
      traits: EVERY_STATUS

      a users file of OneRoster
      when: sourcedId | enabledUser
      when: sourcedId | givenName | familyName
      email: email
      employee-id: identifier
      status: status | enabledUser
      left: Tobedeleted | Inactive
      secrets: password
      traits: EVERY_STATUS | BLANK_IS_ACTIVE

      Snipe-IT's list of users
      when: Username | Email | Login Enabled
      when: Username | Email | Assets | Licenses | Accessories
      when: Username | Email | Employee Number | Activated
      when: Username | E-mail | Employee No. | Activated
      email: Email | E-mail
      employee-id: Employee Number | Employee No.
      status: Login Enabled | Activated
      left: No | False | 0
      active: Yes | True | 1
      traits: EVERY_STATUS

      GAM's list of users
      when: primaryEmail | suspended
      when: primaryEmail | name.givenName | name.familyName
      when: primaryEmail | orgUnitPath
      email: primaryEmail
      name: name.fullName
      first-name: name.givenName
      last-name: name.familyName
      status: suspended | archived
      secrets: password
      traits: EVERY_STATUS

      GitLab's list of users
      when: username | name | state | web_url
      when: username | email | state | avatar_url
      when: username | email | state | is_admin
      when: username | email | state | locked
      email: email | public_email
      name: name
      status: state
      left: Blocked | Deactivated | Banned | Ldap blocked

      an ADP report
      when: Associate ID | Position Status
      when: File Number | Position Status
      when: Payroll Name | Position Status
      when: Work Contact: Work Email
      email: Work Contact: Work Email | Work Email | Email | Email Address
      name: Payroll Name | Name
      employee-id: Associate ID | File Number
      status: Position Status | Status
      starts-on: Hire Date | Hire/Rehire Date
      ends-on: Termination Date
      traits: LAST_NAME_FIRST

      HiBob's list of people
      when: Email | Lifecycle status
      when: Work email | Lifecycle status
      email: Email | Work email
      name: Display name | Full name
      status: Lifecycle status
      starts-on: Start date
      ends-on: Termination date | Last day of work
      active: Hired | Employed | On leave | Long leave | Parental leave

      SAP SuccessFactors' list of users
      when: userId | emplStatus
      when: STATUS | USERID | USERNAME | EMAIL
      when: STATUS | USERID | EMPID | HIREDATE
      email: email | emailAddress
      first-name: firstName
      last-name: lastName
      employee-id: empId | personIdExternal | userId
      status: emplStatus | status
      starts-on: hireDate | startDate
      ends-on: endDate | lastDateWorked
      left: T | R | S | D | O | Discarded | Dormant | Inactive | Inactive external user | Reported no show
      active: A | U | P | F | Paid leave | Unpaid leave | Active external user

      Personio's list of employees
      when: Email | Status | Hire date | Termination type
      when: Email | Status | Hire date | Contract end date | Probation period end
      when: E-Mail | Status | Eintrittsdatum | Vertragsende | Probezeitende
      when: E-Mail | Status | Einstellungsdatum | Kündigungsart
      email: Email | E-Mail
      status: Status
      starts-on: Hire date | Einstellungsdatum | Eintrittsdatum
      ends-on: Last working day | Last day of work | Letzter Arbeitstag | Termination date | Kündigungsdatum | Contract end date | Vertragsende
      active: Onboarding | Leave | Auszeit | Abwesend

      Workiva's file Update groups
      when: Username | Groups
      when: Username | Group
      email: Username
      groups: Groups | Group
      traits: COMMA_LISTS | NO_OTHERS

      Rollcall's own export
      when: Email | Name | Status | Groups | Projects
      traits: OURS
      """;

  private Layouts() {}
}
