package dev.rollcall.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** A command of the command line: what it can be told, and what it does then. */
interface Command extends Callable<Integer> {

  /** What help says of it, and what it can be told. */
  CommandSpec spec();
}
