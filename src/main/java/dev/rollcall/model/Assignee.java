package dev.rollcall.model;

import static java.util.Objects.requireNonNull;

/** Who can hold a project role: a person or a group. */
public sealed interface Assignee {

  /** The address or the group's name, for people. */
  String label();

  /** A person, by address. */
  record Person(Email email) implements Assignee {
    /** Checks. */
    public Person {
      requireNonNull(email, "email");
    }

    @Override
    public String label() {
      return email.address();
    }
  }

  /** A group, by its name exactly as the workspace spells it. */
  record GroupNamed(String name) implements Assignee {
    /** Checks. */
    public GroupNamed {
      requireNonNull(name, "name");
    }

    @Override
    public String label() {
      return name;
    }
  }
}
