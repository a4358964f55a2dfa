package dev.rollcall.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for secrets and parts of them, in all {@link Encodings}, going through a text once. */
public final class Leaks {

  private static final int BEGINNING = 8;

  private final Map<String, List<String>> forms = new HashMap<>();

  private Leaks() {}

  /** Of these secrets, each of {@link Encodings#PART} characters or more. */
  public static Leaks of(Collection<String> secrets) {
    Leaks leaks = new Leaks();
    secrets.stream()
        .flatMap(secret -> Encodings.parts(secret).stream())
        .flatMap(part -> Encodings.of(part).stream())
        .distinct()
        .forEach(
            form ->
                leaks
                    .forms
                    .computeIfAbsent(form.substring(0, BEGINNING), key -> new ArrayList<>())
                    .add(form));
    return leaks;
  }

  /** Whatever a text says of them. */
  public List<String> in(String text) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + BEGINNING <= text.length(); i++) {
      int start = i;
      forms.getOrDefault(text.substring(i, i + BEGINNING), List.of()).stream()
          .filter(form -> text.startsWith(form, start))
          .forEach(found::add);
    }
    return found;
  }
}
