package dev.rollcall.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/**
 * Execution contexts as lines of text: texts, numbers and truth values by name. Batch's own way
 * makes whatever objects the table names, so that a writer of the table could run code. Nothing
 * that a run needs stands in a context; what is not in this form counts as empty.
 */
final class PlainContexts implements ExecutionContextSerializer {

  private static final String MARK = "rollcall-context-1\n";

  private static final Map<String, Function<String, Object>> TYPES =
      Map.of(
          "String", text -> text,
          "Integer", Integer::valueOf,
          "Long", Long::valueOf,
          "Double", Double::valueOf,
          "Boolean", Boolean::valueOf);

  @Override
  public void serialize(Map<String, Object> context, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(MARK);
    context.forEach(
        (name, value) -> {
          String type = value.getClass().getSimpleName();
          if (!TYPES.containsKey(type)) {
            throw new IllegalArgumentException("a context keeps no " + type);
          }
          text.append(encoded(name)).append(' ').append(type).append(' ');
          text.append(encoded(String.valueOf(value))).append('\n');
        });
    out.write(text.toString().getBytes(UTF_8));
  }

  @Override
  public Map<String, Object> deserialize(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), UTF_8);
    Map<String, Object> context = new HashMap<>();
    if (text.startsWith(MARK)) {
      text.substring(MARK.length()).lines().forEach(line -> read(line, context));
    }
    return context;
  }

  private static void read(String line, Map<String, Object> context) {
    String[] parts = line.split(" ", -1);
    if (parts.length == 3 && TYPES.containsKey(parts[1])) {
      try {
        context.put(decoded(parts[0]), TYPES.get(parts[1]).apply(decoded(parts[2])));
      } catch (IllegalArgumentException e) {
        // Somebody else wrote it: it counts as missing.
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
