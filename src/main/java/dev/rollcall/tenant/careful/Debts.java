package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is held where a request may take it, noted before it leaves, and struck out once it is seen
 * to be held still, or again. Whoever kills the process in between leaves the note to the next run.
 * Thread-safe.
 */
final class Debts {

  /** What the notes are remembered by, beside what was found out. */
  static final BatchKind KIND = new BatchKind("OWED");

  /** Databases have a limit for texts. A list as long as that is hardly ever tried first. */
  private static final int LONGEST_LINE = 500_000;

  private final Experience experience;
  private final List<Note> open = new ArrayList<>();

  Debts(Experience experience) {
    this.experience = experience;
  }

  /** What may be taken by one request. */
  final class Note {
    private final Map<SharedList, Map<String, String>> held;

    private Note(Map<SharedList, Map<String, String>> held) {
      this.held = held;
    }

    /** Nothing of it is owed any more. */
    void strike() {
      synchronized (Debts.this) {
        if (open.remove(this)) {
          write();
        }
      }
    }
  }

  /** Notes what is held, by key, before a request leaves. */
  synchronized Note note(Map<SharedList, Map<String, String>> held) {
    Map<SharedList, Map<String, String>> some = new LinkedHashMap<>(held);
    some.values().removeIf(Map::isEmpty);
    Note note = new Note(some);
    if (!some.isEmpty()) {
      open.add(note);
      write();
    }
    return note;
  }

  /** What an earlier process has left: by what a list goes by, what was held on it. */
  synchronized Map<String, Map<String, String>> left() {
    Map<String, Map<String, String>> left = new LinkedHashMap<>();
    if (open.isEmpty()) {
      experience.lesson(KIND).detail().lines().forEach(line -> read(line, left));
    }
    return left;
  }

  /** Nothing of what an earlier process has left is owed any more. */
  synchronized void forget() {
    write();
  }

  private void write() {
    StringBuilder text = new StringBuilder();
    for (Note note : open) {
      note.held.forEach(
          (list, held) -> {
            String line = line(list, held);
            if (line.length() <= LONGEST_LINE) {
              text.append(line).append('\n');
            }
          });
    }
    experience.remember(KIND, new Lesson("", Trust.UNTRIED, text.toString()));
  }

  private static String line(SharedList list, Map<String, String> held) {
    StringBuilder line = new StringBuilder(encoded(list.reference()));
    new TreeMap<>(held)
        .forEach(
            (key, value) ->
                line.append(' ').append(encoded(key)).append('=').append(encoded(value)));
    return line.toString();
  }

  private static void read(String line, Map<String, Map<String, String>> left) {
    String[] words = line.split(" ");
    Map<String, String> held = left.computeIfAbsent(decoded(words[0]), key -> new TreeMap<>());
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      held.putIfAbsent(
          decoded(words[i].substring(0, equals)), decoded(words[i].substring(equals + 1)));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
