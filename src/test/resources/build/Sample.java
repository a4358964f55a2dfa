import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas, references and records of all kinds, and what comes of them. */
public class Sample {

  private final String name;
  private int count;

  private Sample(String name) {
    this.name = name;
  }

  private Sample() {
    this("nobody");
  }

  interface Three<A, B, C, R> {
    R of(A a, B b, C c);

    default Supplier<R> later(A a, B b, C c) {
      return () -> of(a, b, c);
    }

    static <T> Three<T, T, T, List<T>> list() {
      return (a, b, c) -> hidden(a, b, c);
    }

    private static <T> List<T> hidden(T a, T b, T c) {
      return List.of(a, b, c);
    }

    private R again(A a, B b, C c) {
      return of(a, b, c);
    }

    default Function<C, R> bound(A a, B b) {
      Three<A, B, C, R> self = this::again;
      return c -> self.of(a, b, c);
    }
  }

  interface Words extends Function<String, String> {
    String apply(String word);
  }

  record Empty() {}

  record Point(int x, long y) {}

  record All(
      boolean a, byte b, char c, short d, int e, long f, float g, double h, String i, Object j, int[] k, char[] l) {}

  record Own(String said) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Own own && own.said.equalsIgnoreCase(said);
    }

    @Override
    public int hashCode() {
      return 7;
    }
  }

  record Pair<A extends Comparable<A>, B>(A left, B right) {
    Pair {
      Runnable check = () -> left.compareTo(left);
      check.run();
    }
  }

  enum Way {
    UP(x -> x + 1),
    DOWN(x -> x - 1);

    private final UnaryOperator<Integer> step;

    Way(UnaryOperator<Integer> step) {
      this.step = step;
    }
  }

  private String mine(String other) {
    return name + "+" + other;
  }

  private static long wide(int narrow) {
    return 1L + narrow;
  }

  static int varied(Object... all) {
    return all.length;
  }

  private class Inner {
    private String said() {
      return name + " inside";
    }

    Supplier<String> sayer() {
      return this::said;
    }
  }

  static class Parent {
    protected String says() {
      return "parent";
    }
  }

  static class Child extends Parent {
    @Override
    protected String says() {
      return "child";
    }

    Supplier<String> both() {
      Supplier<String> up = super::says;
      return () -> up.get() + this.says();
    }
  }

  public static List<String> told() throws Exception {
    List<String> told = new ArrayList<>();
    Consumer<Object> tell = it -> told.add(String.valueOf(it));
    lambdas(tell);
    primitives(tell);
    references(tell);
    records(tell);
    return told;
  }

  private static void lambdas(Consumer<Object> tell) throws Exception {
    int i = 3;
    long l = 4L;
    double d = 0.5;
    char c = 'c';
    boolean b = true;
    byte y = 9;
    float f = 1.5f;
    short s = 2;
    String w = "w";
    Supplier<String> many = () -> i + "" + l + d + c + b + y + f + s + w;
    tell.accept(many.get());
    Supplier<String> objects = () -> w + told(l, w) + many.get();
    Supplier<String> between = () -> w + l + many.get() + d;
    Supplier<String> swapped = () -> d + many.get() + l + objects.get() + w;
    Supplier<String> nothing = () -> "none";
    tell.accept(objects.get() + between.get() + swapped.get() + nothing.get());
    Callable<Integer> call = () -> i * 2;
    tell.accept(call.call());
    Three<Integer, String, Long, String> three = (p, q, r) -> p + q + r;
    tell.accept(three.of(1, "x", 2L));
    tell.accept(three.later(1, "y", 3L).get());
    tell.accept(three.bound(5, "z").apply(6L));
    tell.accept(Three.<String>list().of("a", "b", "c"));
    Function<Integer, Function<Integer, Integer>> add = p -> q -> p + q + i;
    tell.accept(add.apply(1).apply(2));
    Words loud = word -> word.toUpperCase();
    Function<String, String> wide = loud;
    tell.accept(wide.apply("loud"));
    Comparator<String> longer = (p, q) -> Integer.compare(q.length(), p.length());
    tell.accept(Stream.of("a", "ccc", "bb").sorted(longer).collect(Collectors.joining(",")));
    Runnable serial = (Runnable & Serializable) () -> tell.accept("serial");
    serial.run();
    Predicate<String> empty = String::isEmpty;
    tell.accept(empty.negate().test(""));
    tell.accept(Way.UP.step.apply(1) + Way.DOWN.step.apply(1));
    Function<Object, String> wrong = raw(word -> word.trim());
    try {
      wrong.apply(1);
    } catch (ClassCastException e) {
      tell.accept("no text");
    }
  }

  private static String told(long l, String w) {
    return w + l;
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, String> raw(Function<String, String> of) {
    return (Function<Object, String>) (Function<?, String>) of;
  }

  private static void primitives(Consumer<Object> tell) {
    IntBinaryOperator sum = Integer::sum;
    tell.accept(sum.applyAsInt(1, 2));
    BinaryOperator<Integer> boxed = Integer::sum;
    tell.accept(boxed.apply(3, 4));
    IntFunction<Object> box = Integer::valueOf;
    tell.accept(box.apply(5));
    ToLongFunction<Integer> longer = Sample::wide;
    tell.accept(longer.applyAsLong(6));
    IntToLongFunction widened = Sample::wide;
    tell.accept(widened.applyAsLong(7));
    IntToDoubleFunction root = Math::sqrt;
    tell.accept(root.applyAsDouble(16));
    ToDoubleFunction<Float> real = Float::floatValue;
    tell.accept(real.applyAsDouble(2.5f));
    ToIntFunction<Character> code = (Character it) -> it;
    tell.accept(code.applyAsInt('A'));
    Function<Integer, Long> made = Sample::wide;
    tell.accept(made.apply(8));
    Supplier<Object> none = () -> 9L;
    tell.accept(none.get());
    LongSupplier small = () -> 10;
    tell.accept(small.getAsLong());
    IntSupplier unboxed = List.of(11).iterator()::next;
    tell.accept(unboxed.getAsInt());
    IntPredicate odd = it -> it % 2 == 1;
    tell.accept(odd.test(3));
    DoubleUnaryOperator half = it -> it / 2;
    tell.accept(half.applyAsDouble(1));
    tell.accept(IntStream.rangeClosed(1, 3).mapToObj(it -> "n" + it).toList());
    tell.accept(IntStream.of(3, 1, 2).boxed().sorted(Integer::compare).toList());
  }

  private static void references(Consumer<Object> tell) {
    Sample ana = new Sample("ana");
    Function<String, String> bound = ana::mine;
    tell.accept(bound.apply("b"));
    BiFunction<Sample, String, String> unbound = Sample::mine;
    tell.accept(unbound.apply(ana, "c"));
    Function<String, Sample> maker = Sample::new;
    tell.accept(maker.apply("eva").name);
    Supplier<Sample> plain = Sample::new;
    tell.accept(plain.get().name);
    IntFunction<int[]> arrays = int[]::new;
    tell.accept(arrays.apply(3).length);
    Function<int[], Object> copies = int[]::clone;
    tell.accept(((int[]) copies.apply(new int[] {1, 2})).length);
    Supplier<Map<String, Integer>> maps = TreeMap::new;
    tell.accept(maps.get());
    Consumer<List<String>> dropped = list -> list.add("thrown away");
    List<String> list = new ArrayList<>();
    dropped.accept(list);
    Consumer<String> adds = list::add;
    adds.accept("too");
    tell.accept(list);
    Function<Object, Integer> one = Sample::varied;
    tell.accept(one.apply("x"));
    tell.accept(ana.new Inner().sayer().get());
    tell.accept(new Child().both().get());
    Runnable counts = () -> ana.count++;
    counts.run();
    counts.run();
    tell.accept(ana.count);
    try {
      Sample nobody = null;
      Function<String, String> fails = nobody::mine;
      tell.accept(fails);
    } catch (NullPointerException e) {
      tell.accept("nobody");
    }
    Function<Map.Entry<String, Integer>, String> key = Map.Entry::getKey;
    tell.accept(key.apply(Map.entry("k", 1)));
  }

  private static void records(Consumer<Object> tell) {
    record Local(String a, Point b) {}
    int[] numbers = {1};
    char[] letters = {'l'};
    All all = new All(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, "s", null, numbers, letters);
    All same = new All(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, "s", null, numbers, letters);
    All other = new All(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 7d, "s", null, numbers, letters);
    tell.accept(all.equals(same));
    tell.accept(all.equals(other));
    tell.accept(all.equals(null));
    tell.accept(all.equals("all"));
    tell.accept(all.toString().replaceAll("\\[[IC]@\\w+", "array"));
    tell.accept(all.hashCode() == same.hashCode());
    tell.accept(new Point(1, 2L).hashCode());
    tell.accept(new Point(1, 2L));
    tell.accept(new Point(1, 2L).equals(new Point(1, 3L)));
    tell.accept(new Empty());
    tell.accept(new Empty().equals(new Empty()));
    tell.accept(new Empty().hashCode());
    tell.accept(new Own("A").equals(new Own("a")));
    tell.accept(new Own("A"));
    tell.accept(new Local("x", new Point(3, 4L)));
    tell.accept(new Local("x", new Point(3, 4L)).hashCode());
    tell.accept(new Pair<>("l", List.of()));
    tell.accept(new Pair<>("l", 1).equals(new Pair<>("l", 1)));
    record Real(double d, float f) {}
    tell.accept(new Real(Double.NaN, -0f).equals(new Real(Double.NaN, -0f)));
    tell.accept(new Real(0.0, 0f).equals(new Real(-0.0, 0f)));
    tell.accept(new Real(1.5, Float.NaN).hashCode());
  }
}
