package dev.rollcall.job.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All keys of a file as a Markdown table, from the records that are bound. */
public final class KeyTable {

  private final Bindings bindings;
  private final List<String> rows = new ArrayList<>();

  private KeyTable(Bindings bindings) {
    this.bindings = bindings;
  }

  /** The table. */
  public static String markdown(Class<? extends Record> type, Bindings bindings) {
    KeyTable table = new KeyTable(bindings);
    table.record(type, "");
    return "| key | default | meaning |\n|---|---|---|\n" + String.join("", table.rows);
  }

  private void record(Class<?> type, String prefix) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Inline.class)) {
        record(component.getType(), prefix);
      } else {
        row(component, prefix);
      }
    }
  }

  private void row(RecordComponent component, String prefix) {
    String name = prefix + RecordKeys.name(component);
    Key key = RecordKeys.key(component);
    String fallback =
        !key.fallback().equals(Key.NONE)
            ? "`" + key.fallback() + "`"
            : component.getType() == Optional.class ? "" : "required";
    rows.add("| `" + name + "` | " + cell(fallback) + " | " + cell(key.value()) + " |\n");
    below(component.getGenericType(), name);
  }

  private void below(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      Class<?> raw = (Class<?>) generic.getRawType();
      String item = raw == List.class ? "[]" : of.length == 2 ? ".*" : "";
      below(of[of.length - 1], name + item);
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isSealed() && bindings.of(plain).isEmpty()) {
      for (Class<?> variant : plain.getPermittedSubclasses()) {
        Variant word = RecordKeys.variant(variant);
        rows.add(
            "| `" + name + ".type: " + word.value() + "` | | " + cell(word.description()) + " |\n");
        record(variant, name + ".");
      }
    } else if (plain.isRecord() && bindings.of(plain).isEmpty()) {
      record(plain, name + ".");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
