package dev.rollcall.model;

import java.util.Optional;

/** Who can hold a right: a person or a group. */
public sealed interface Assignee {

  /** The address or the group's name, for people. */
  String label();

  /** The person, where it is one. */
  Optional<Email> person();

  /** The group, where it is one. */
  Optional<Resource> group();

  /** A person, by address. */
  record Person(Email email) implements Assignee {

    @Override
    public String label() {
      return email.address();
    }

    @Override
    public Optional<Email> person() {
      return Optional.of(email);
    }

    @Override
    public Optional<Resource> group() {
      return Optional.empty();
    }
  }

  /** A group, or another resource that is changed itself. */
  record GroupNamed(Resource resource) implements Assignee {

    @Override
    public String label() {
      return resource.toString();
    }

    @Override
    public Optional<Email> person() {
      return Optional.empty();
    }

    @Override
    public Optional<Resource> group() {
      return Optional.of(resource);
    }
  }
}
