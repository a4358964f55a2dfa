package dev.rollcall.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the manual: the README and all that is in {@code docs}. */
public final class Manual {

  /** The first page. */
  public static final Path README = Path.of("README.md");

  /** Where the others are. */
  public static final Path DOCS = Path.of("docs");

  private static final Pattern FENCE =
      Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern HEADING = Pattern.compile("^(#+) (.+)$", Pattern.MULTILINE);

  private Manual() {}

  /**
   * A block between fences.
   *
   * @param before the prose between it and the block or heading before it
   */
  public record Block(Page page, String language, String text, String before) {

    @Override
    public String toString() {
      return page + ": " + text.lines().findFirst().orElse("");
    }
  }

  /** One page, with its text. */
  public record Page(Path path, String text) {

    /** All blocks between fences. */
    public List<Block> blocks() {
      return blocksOf(text);
    }

    /** All blocks below a heading of any level, up to the next of that level or a higher one. */
    public List<Block> blocks(String heading) {
      return blocksOf(section(heading));
    }

    private List<Block> blocksOf(String part) {
      List<Block> blocks = new ArrayList<>();
      int from = 0;
      for (MatchResult found : FENCE.matcher(part).results().toList()) {
        String before = part.substring(from, found.start());
        int heading = Math.max(before.lastIndexOf("\n#"), 0);
        blocks.add(new Block(this, found.group(1), found.group(2), before.substring(heading)));
        from = found.end();
      }
      return blocks;
    }

    /** What stands under a heading, the headings below it included. */
    public String section(String heading) {
      List<MatchResult> headings = HEADING.matcher(withoutBlocks()).results().toList();
      MatchResult own =
          headings.stream()
              .filter(each -> each.group(2).equals(heading))
              .findFirst()
              .orElseThrow(() -> new AssertionError(path + " has no section " + heading));
      return headings.stream()
          .filter(each -> each.start() > own.start())
          .filter(each -> each.group(1).length() <= own.group(1).length())
          .findFirst()
          .map(next -> text.substring(own.end(), next.start()))
          .orElseGet(() -> text.substring(own.end()));
    }

    /** The names by which links find its headings, as GitHub makes them. */
    public List<String> anchors() {
      List<String> anchors = new ArrayList<>();
      for (MatchResult heading : HEADING.matcher(withoutBlocks()).results().toList()) {
        String plain = anchor(heading.group(2));
        long same = anchors.stream().filter(each -> each.matches(plain + "(-\\d+)?")).count();
        anchors.add(same == 0 ? plain : plain + "-" + same);
      }
      return anchors;
    }

    private static String anchor(String heading) {
      return heading
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N} _-]", "")
          .replace(' ', '-');
    }

    /** The text with blanks in place of blocks, so that every place stays what it was. */
    public String withoutBlocks() {
      return FENCE.matcher(text).replaceAll(block -> block.group().replaceAll("[^\n]", " "));
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** All pages, the README first. */
  public static List<Page> pages() {
    try (Stream<Path> files = Files.list(DOCS)) {
      return Stream.concat(
              Stream.of(README), files.filter(it -> it.toString().endsWith(".md")).sorted())
          .map(Manual::page)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of {@code docs}. */
  public static Page page(String name) {
    return page(DOCS.resolve(name));
  }

  /** The page in a file. */
  public static Page page(Path path) {
    try {
      return new Page(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
