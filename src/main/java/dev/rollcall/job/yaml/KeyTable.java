package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.RecordParts.Keyed;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

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
    rows(RecordParts.of(type), prefix);
  }

  private void rows(RecordParts parts, String prefix) {
    for (RecordParts.Part part : parts.all()) {
      if (part instanceof RecordParts.Inlined inlined) {
        rows(inlined.parts(), prefix);
      } else {
        row((Keyed) part, prefix);
      }
    }
  }

  private void row(Keyed part, String prefix) {
    String name = prefix + part.key().name();
    String fallback =
        part.key()
            .fallback()
            .map(text -> "`" + text + "`")
            .orElse(part.isOptional() ? "" : "required");
    rows.add("| `" + name + "` | " + cell(fallback) + " | " + cell(part.key().says()) + " |\n");
    below(part.type(), name);
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
        Keys.Variant word = Keys.variant(variant);
        rows.add(
            "| `" + name + ".type: " + word.word() + "` | | " + cell(word.description()) + " |\n");
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
