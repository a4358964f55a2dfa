package dev.rollcall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.docs.Manual.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No page of the manual says what another one says already. */
class ManualSaysItOnceTest {

  /** So many words in a row are the same thing said twice. */
  private static final int WORDS = 8;

  @Test
  void nothingIsSaidOnTwoPages() {
    assertThat(saidTwice(Manual.pages())).isEmpty();
  }

  @Test
  void aSentenceOnTwoPagesIsNoticed() {
    String sentence = "Where a share and a *count* are given, the\nsmaller of both holds for it.";
    Page one = new Page(Path.of("one.md"), "Before. " + sentence);
    Page two = new Page(Path.of("two.md"), "| " + sentence + " | after |");

    assertThat(saidTwice(List.of(one, two))).isNotEmpty();
    assertThat(saidTwice(List.of(one))).isEmpty();
  }

  private static List<String> saidTwice(List<Page> pages) {
    Map<String, Page> said = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    for (Page page : pages) {
      for (String words : runs(page)) {
        Page first = said.putIfAbsent(words, page);
        if (first != null && first != page) {
          twice.add(first + " and " + page + ": " + words);
        }
      }
    }
    return twice;
  }

  /** Each run of words, without blocks, marks and the tables that are made. */
  private static List<String> runs(Page page) {
    String text = new Page(page.path(), KeyTables.without(page.text())).withoutBlocks();
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).toList();
    List<String> runs = new ArrayList<>();
    for (int from = 0; from + WORDS <= words.size(); from++) {
      runs.add(String.join(" ", words.subList(from, from + WORDS)));
    }
    return runs;
  }
}
