package dev.rollcall.plan;

import dev.rollcall.model.Vocabulary;

/** A barrier in applying: everything of one stage is over before the next begins. */
public enum Stage {
  /** Roles are made and changed: whoever gets them comes later. */
  ROLES,
  /** Groups are created, renamed and given their project roles. */
  GROUPS,
  /** Where accounts are there at once: people get theirs, or get it back. */
  ACCOUNTS,
  /** Whatever gives access. */
  ADDITIONS,
  /** Whatever takes access from people who stay. */
  REVOCATIONS,
  /** Leavers and orphans; then groups and roles that are to be gone. */
  REMOVALS;

  /** The one in which people join, and come back. */
  static Stage ofJoining(Vocabulary vocabulary) {
    return switch (vocabulary.joining()) {
      case INVITATION -> ADDITIONS;
      case ACCOUNT -> ACCOUNTS;
    };
  }
}
