package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.model.Problem;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.Secrets;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The binder of a tree to Java types, for one reading: collects every problem and goes on. What
 * could not be bound comes back empty; a problem was then told.
 */
public final class Binder {

  private static final Pattern PLACE = Pattern.compile("(.*?):(\\d{1,9})(?::(\\d{1,9}))?");
  private static final int LONGEST_SHOWN = 80;

  private final Bindings bindings;
  private final References references;
  private final RecordBinder records = new RecordBinder(this);
  private final MappingBinder mappings = new MappingBinder(this);
  private final List<Located<Problem>> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final SortedMap<String, String> followed = new TreeMap<>();
  private Secrets secrets = Secrets.none();

  /** With the forms of all types that are not records, lists or maps of such. */
  public Binder(Bindings bindings, References references) {
    this.bindings = bindings;
    this.references = references;
  }

  /** The value at a spot. */
  public Optional<Object> bind(Type type, Node node) {
    if (type instanceof ParameterizedType generic) {
      return bindGeneric(generic, node);
    }
    Class<?> plain = (Class<?>) type;
    Optional<? extends Binding<?>> binding = bindings.of(plain);
    if (binding.isPresent()) {
      return binding.get().bind(node, this).map(value -> value);
    }
    return plain.isSealed() ? records.variant(plain, node) : records.record(plain, node);
  }

  /** The value at a spot, by its class. */
  public <T> Optional<T> bindTo(Class<T> type, Node node) {
    return bind(type, node).map(type::cast);
  }

  /** The components of a record that could be bound, by component name: for checks across them. */
  public Map<String, Object> components(Class<? extends Record> type, Node node) {
    return records.components(type, node);
  }

  /** A record of its components. */
  public <T extends Record> Optional<T> build(
      Class<T> type, Map<String, Object> components, Node node) {
    return records.build(type, components, node).map(type::cast);
  }

  private Optional<Object> bindGeneric(ParameterizedType generic, Node node) {
    Type[] of = generic.getActualTypeArguments();
    Class<?> raw = (Class<?>) generic.getRawType();
    if (raw == Located.class) {
      return bind(of[0], node).map(value -> new Located<>(value, node.tree().position()));
    }
    if (raw == Optional.class) {
      return bind(of[0], node).map(Optional::of);
    }
    if (raw == List.class) {
      return list(of[0], node);
    }
    if (raw == Map.class) {
      return mappings.map((Class<?>) of[0], of[1], node);
    }
    throw new IllegalStateException("no way to bind " + generic);
  }

  private Optional<Object> list(Type item, Node node) {
    if (!(node.tree() instanceof Sequence sequence)) {
      wrongKind(node, "a list");
      return Optional.empty();
    }
    List<Object> bound = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      bind(item, node.item(i, sequence.items().get(i))).ifPresent(bound::add);
    }
    return Optional.of(List.copyOf(bound));
  }

  /** A scalar's text with its references followed; remembered, as it decides the run. */
  public Optional<String> follow(Node node, Scalar scalar) {
    Optional<String> text = followSecretly(node, scalar);
    if (References.in(scalar.text())) {
      text.ifPresent(value -> followed.put(node.path(), value));
    }
    return text;
  }

  /** The same for what must not be remembered. */
  public Optional<String> followSecretly(Node node, Scalar scalar) {
    return follow(node, scalar, this::problem);
  }

  /** Remembers what a value leads to, as it decides the run. */
  public void remember(Node node, String text) {
    followed.put(node.path(), text);
  }

  /** What the references of a scalar bring into its text, one by one. */
  public List<String> brought(Scalar scalar) {
    return references.follow(scalar.text()).brought();
  }

  /** Remembers what no message may ever hold. */
  public void keepSecret(String text) {
    keepSecrets(Secrets.of(List.of(text)));
  }

  /** The same of several that are known already. */
  public void keepSecrets(Secrets more) {
    secrets = secrets.and(more);
  }

  /** Everything that no message may ever hold. */
  public Secrets secrets() {
    return secrets;
  }

  /** The same where it is no harm if a reference leads nowhere yet. */
  public Optional<String> followIfThere(Node node, Scalar scalar) {
    return follow(node, scalar, this::warning);
  }

  /** Says of a place what is wrong there, and what would be right. */
  private interface Saying {
    void say(Position position, String what, String remedy);
  }

  private Optional<String> follow(Node node, Scalar scalar, Saying saying) {
    References.Followed result = references.follow(scalar.text());
    result
        .complaints()
        .forEach(
            each -> saying.say(scalar.position(), node.name() + " " + each.what(), each.remedy()));
    return result.complaints().isEmpty() ? Optional.of(result.text()) : Optional.empty();
  }

  /**
   * The text of a scalar as written, fit to be shown: references are not followed in it and
   * passwords of addresses are hidden.
   */
  public static String shown(Node node) {
    String text =
        node.tree() instanceof Scalar scalar
            ? JdbcAddress.shown(scalar.text())
            : node.tree().kind();
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  /** Whether nothing was written, so that what stands here is what holds without it. */
  public static boolean isLeftOut(Node node) {
    return Fallback.holdsAt(node.tree().position());
  }

  /** What stands here where it is one value; else tells that it must be. */
  public Optional<Scalar> scalar(Node node, String expected) {
    if (node.tree() instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    wrongKind(node, expected);
    return Optional.empty();
  }

  /** Tells that something else than a list, a mapping or a value stands here. */
  public void wrongKind(Node node, String expected) {
    if (node.tree().isNull()) {
      problem(node.tree().position(), node.name() + " has no value", "it must be " + expected);
    } else {
      problem(
          node.tree().position(),
          node.name() + " must be " + expected + ", not " + node.tree().kind(),
          "");
    }
  }

  /** Tells a problem. */
  public void problem(Position position, String what, String remedy) {
    problems.add(new Located<>(new Problem(position.toString(), what, remedy), position));
  }

  /** Tells a problem that names its place itself: {@code nightly.yaml:12:5}. */
  public void problem(Problem problem) {
    Matcher place = PLACE.matcher(problem.where());
    Position position =
        place.matches()
            ? new Position(place.group(1), line(place.group(2)), line(place.group(3)))
            : Position.whole(problem.where());
    problems.add(new Located<>(problem, position));
  }

  private static int line(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Tells something that does no harm yet. */
  public void warning(Position position, String what, String remedy) {
    warnings.add(new Problem(position.toString(), what, remedy));
  }

  /** All that is wrong so far, from the top of the file to its end. */
  public List<Problem> problems() {
    return problems.stream()
        .sorted((one, other) -> one.position().compareTo(other.position()))
        .map(Located::value)
        .toList();
  }

  /** All that is doubtful so far. */
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** What references gave that are no secrets, by path. */
  public SortedMap<String, String> followed() {
    return new TreeMap<>(followed);
  }
}
