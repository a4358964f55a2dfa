package dev.rollcall.job.yaml;

import static java.util.Objects.requireNonNull;

import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.model.Problem;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.Secrets;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final Comparator<Located<Problem>> BY_PLACE =
      Comparator.comparingInt((Located<Problem> each) -> each.mark().line())
          .thenComparingInt(each -> each.mark().column());
  private static final Pattern PLACE = Pattern.compile("(.*?):(\\d{1,9})(?::(\\d{1,9}))?");
  private static final int LONGEST_SHOWN = 80;

  private final Bindings forms;
  private final References references;
  private final RecordBinder records = new RecordBinder(this);
  private final MappingBinder mappings = new MappingBinder(this);
  private final List<Located<Problem>> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final SortedMap<String, String> followed = new TreeMap<>();
  private Secrets secrets = Secrets.none();

  /** With the forms of all types that are not records, lists or maps of such. */
  public Binder(Bindings forms, References references) {
    this.forms = requireNonNull(forms, "forms");
    this.references = requireNonNull(references, "references");
  }

  /** The value at a spot. */
  public Optional<Object> bind(Type type, Node spot) {
    if (type instanceof ParameterizedType generic) {
      return bindGeneric(generic, spot);
    }
    Class<?> plain = (Class<?>) type;
    Optional<? extends Binding<?>> form = forms.of(plain);
    if (form.isPresent()) {
      return form.get().bind(spot, this).map(value -> value);
    }
    return plain.isSealed() ? records.variant(plain, spot) : records.record(plain, spot);
  }

  /** The value at a spot, by its class. */
  public <T> Optional<T> bindTo(Class<T> type, Node spot) {
    return bind(type, spot).map(type::cast);
  }

  /** The components of a record that could be bound, by component name: for checks across them. */
  public Map<String, Object> components(Class<? extends Record> type, Node spot) {
    return records.components(type, spot);
  }

  /** A record of its components. */
  public <T extends Record> Optional<T> build(
      Class<T> type, Map<String, Object> components, Node spot) {
    return records.build(type, components, spot).map(type::cast);
  }

  private Optional<Object> bindGeneric(ParameterizedType generic, Node spot) {
    Type[] of = generic.getActualTypeArguments();
    Class<?> raw = (Class<?>) generic.getRawType();
    if (raw == Located.class) {
      return bind(of[0], spot).map(value -> new Located<>(value, spot.tree().mark()));
    }
    if (raw == Optional.class) {
      return bind(of[0], spot).map(Optional::of);
    }
    if (raw == List.class) {
      return list(of[0], spot);
    }
    if (raw == Map.class) {
      return mappings.map((Class<?>) of[0], of[1], spot);
    }
    throw new IllegalStateException("no way to bind " + generic);
  }

  private Optional<Object> list(Type item, Node spot) {
    if (!(spot.tree() instanceof Sequence sequence)) {
      wrongKind(spot, "a list");
      return Optional.empty();
    }
    List<Object> bound = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      bind(item, spot.item(i, sequence.items().get(i))).ifPresent(bound::add);
    }
    return Optional.of(List.copyOf(bound));
  }

  /** A scalar's text with its references followed; remembered, as it decides the run. */
  public Optional<String> follow(Node spot, Scalar scalar) {
    Optional<String> text = followSecretly(spot, scalar);
    if (References.in(scalar.text())) {
      text.ifPresent(value -> followed.put(spot.path(), value));
    }
    return text;
  }

  /** The same for what must not be remembered. */
  public Optional<String> followSecretly(Node spot, Scalar scalar) {
    References.Followed result = references.follow(scalar.text());
    result
        .complaints()
        .forEach(each -> problem(scalar.mark(), spot.name() + " " + each.what(), each.remedy()));
    return result.complaints().isEmpty() ? Optional.of(result.text()) : Optional.empty();
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
  public Optional<String> followIfThere(Node spot, Scalar scalar) {
    References.Followed result = references.follow(scalar.text());
    result
        .complaints()
        .forEach(each -> warning(scalar.mark(), spot.name() + " " + each.what(), each.remedy()));
    return result.complaints().isEmpty() ? Optional.of(result.text()) : Optional.empty();
  }

  /**
   * The text of a scalar as written, fit to be shown: references are not followed in it and
   * passwords of addresses are hidden.
   */
  public static String shown(Node spot) {
    String text =
        spot.tree() instanceof Scalar scalar
            ? JdbcAddress.shown(scalar.text())
            : spot.tree().kind();
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  /** Whether nothing was written, so that what stands here is what holds without it. */
  public static boolean isLeftOut(Node spot) {
    return RecordKeys.isFallback(spot.tree().mark());
  }

  /** Tells that something else than a list, a mapping or a value stands here. */
  public void wrongKind(Node spot, String expected) {
    if (spot.tree().isNull()) {
      problem(spot.tree().mark(), spot.name() + " has no value", "it must be " + expected);
    } else {
      problem(
          spot.tree().mark(),
          spot.name() + " must be " + expected + ", not " + spot.tree().kind(),
          "");
    }
  }

  /** Tells a problem. */
  public void problem(Position mark, String what, String remedy) {
    problems.add(new Located<>(new Problem(mark.toString(), what, remedy), mark));
  }

  /** Tells a problem that names its place itself: {@code nightly.yaml:12:5}. */
  public void problem(Problem problem) {
    Matcher place = PLACE.matcher(problem.where());
    Position mark =
        place.matches()
            ? new Position(place.group(1), line(place.group(2)), line(place.group(3)))
            : Position.whole(problem.where());
    problems.add(new Located<>(problem, mark));
  }

  private static int line(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Tells something that does no harm yet. */
  public void warning(Position mark, String what, String remedy) {
    warnings.add(new Problem(mark.toString(), what, remedy));
  }

  /** All that is wrong so far, from the top of the file to its end. */
  public List<Problem> problems() {
    return problems.stream().sorted(BY_PLACE).map(Located::value).toList();
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
