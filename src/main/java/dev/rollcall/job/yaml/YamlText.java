package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.model.Problem;
import dev.rollcall.security.FailureText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns text into a tree, by the parser's events: depth and the growth by aliases are bounded here,
 * before anything is built.
 */
public final class YamlText {

  private static final int DEEPEST = 40;
  private static final int MOST_NODES = 200_000;

  /** YAML 1.2 has none; taken for a name, it would seem to work in some places. */
  private static final String MERGE = "<<";

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final Function<Event, Position> positions;
  private final int[] characters;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int nodes;

  private record Anchored(Tree tree, int size) {}

  /** Why a text is no tree; stays inside this class. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Broken(Position position, String what, String remedy) {
      super(what, null, false, false);
      problem = new Problem(position.toString(), what, remedy);
    }
  }

  private YamlText(Function<Event, Position> positions, String text) {
    this.positions = positions;
    this.characters = text.codePoints().toArray();
  }

  /** The tree of a file; empty where it is broken, which is said once. */
  public static Optional<Tree> parse(String label, String text, Consumer<Problem> problems) {
    return parse(text, event -> position(label, event), Position.whole(label), problems);
  }

  /** The tree of a short text, all of which is at one place. */
  public static Optional<Tree> parseValue(
      Position position, String text, Consumer<Problem> problems) {
    return parse(text, event -> position, position, problems);
  }

  private static Optional<Tree> parse(
      String text,
      Function<Event, Position> positions,
      Position whole,
      Consumer<Problem> problems) {
    try {
      return Optional.of(new YamlText(positions, text).document(text, whole));
    } catch (Broken e) {
      problems.accept(e.problem);
    } catch (MarkedYamlEngineException e) {
      Position position =
          isOfFile(whole) && e.getProblemMark().isPresent()
              ? new Position(
                  whole.label(),
                  e.getProblemMark().get().getLine() + 1,
                  e.getProblemMark().get().getColumn() + 1)
              : whole;
      problems.accept(SyntaxWords.problem(position, e.getProblem(), e.getContext()));
    } catch (ReaderException e) {
      problems.accept(SyntaxWords.problem(at(e.getPosition(), text, whole), FailureText.of(e), ""));
    } catch (YamlEngineException e) {
      problems.accept(SyntaxWords.problem(whole, FailureText.of(e), ""));
    }
    return Optional.empty();
  }

  /** The reader only counts characters. */
  private static Position at(int index, String text, Position whole) {
    if (!isOfFile(whole)) {
      return whole;
    }
    String before = text.substring(0, Math.min(index, text.length()));
    int line = (int) before.chars().filter(character -> character == '\n').count();
    return new Position(whole.label(), line + 1, index - before.lastIndexOf('\n'));
  }

  /** What was given with a switch is at one place as a whole. */
  private static boolean isOfFile(Position whole) {
    return whole.isWhole() && !whole.label().startsWith("--set");
  }

  private Tree document(String text, Position whole) {
    Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
    Optional<Tree> tree = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent && tree.isPresent()) {
        throw new Broken(
            positions.apply(event),
            "a second document begins here",
            "keep one document in the file");
      }
      if (event instanceof NodeEvent node) {
        tree = Optional.of(node(node, events, 0));
      }
    }
    return tree.orElseThrow(() -> new Broken(whole, "the file is empty", "write a job into it"));
  }

  private Tree node(NodeEvent event, Iterator<Event> events, int depth) {
    count(event, 1);
    if (depth > DEEPEST) {
      throw new Broken(
          positions.apply(event),
          "is nested more than " + DEEPEST + " levels deep",
          "write it flatter");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    int before = nodes;
    Tree tree = content(event, events, depth);
    int size = nodes - before + 1;
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(tree, size)));
    return tree;
  }

  private Tree content(NodeEvent event, Iterator<Event> events, int depth) {
    Position position = positions.apply(event);
    if (event instanceof ScalarEvent scalar) {
      return new Scalar(scalar.getValue(), scalar.isPlain(), position, written(scalar, position));
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(position, events, depth);
    }
    if (event instanceof MappingStartEvent) {
      return mapping(position, events, depth);
    }
    throw new Broken(position, "is no valid YAML", "");
  }

  private String written(ScalarEvent scalar, Position position) {
    int from = scalar.getStartMark().map(start -> start.getIndex()).orElse(0);
    int to = scalar.getEndMark().map(end -> end.getIndex()).orElse(0);
    // A value of the command line is at one place as a whole.
    return position.line() == 0 || to <= from || to > characters.length
        ? ""
        : new String(characters, from, to - from);
  }

  private Tree sequence(Position position, Iterator<Event> events, int depth) {
    List<Tree> items = new ArrayList<>();
    while (events.next() instanceof NodeEvent item) {
      items.add(node(item, events, depth + 1));
    }
    return new Sequence(items, position);
  }

  private Tree mapping(Position position, Iterator<Event> events, int depth) {
    List<Entry> entries = new ArrayList<>();
    while (events.next() instanceof NodeEvent key) {
      if (!(node(key, events, depth + 1) instanceof Scalar name)) {
        throw new Broken(positions.apply(key), "a key must be a single word", "quote it");
      }
      if (name.plain() && name.text().equals(MERGE)) {
        throw new Broken(
            positions.apply(key),
            "the merge key << is not known here",
            "write the keys out, or name the whole value by an alias");
      }
      entries.add(new Entry(name, node((NodeEvent) events.next(), events, depth + 1)));
    }
    return new Mapping(entries, position);
  }

  private Tree aliased(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw new Broken(
          positions.apply(alias),
          "\"*" + alias.getAlias() + "\" refers to nothing written before it, or to itself",
          "write &" + alias.getAlias() + " before the value that is meant");
    }
    count(alias, anchored.size());
    return anchored.tree();
  }

  private void count(Event event, int more) {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw new Broken(
          positions.apply(event),
          "says too much: more than " + MOST_NODES + " values",
          "write it with fewer aliases");
    }
  }

  private static Position position(String label, Event event) {
    return event
        .getStartMark()
        .map(position -> new Position(label, position.getLine() + 1, position.getColumn() + 1))
        .orElseGet(() -> Position.whole(label));
  }
}
