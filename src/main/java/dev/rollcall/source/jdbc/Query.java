package dev.rollcall.source.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.security.SmallFile;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What is asked of a database: written down at once, or kept in a file. */
public final class Query {

  private static final int LARGEST = 1 << 20;

  private final String label;
  private final String text;
  private final Optional<Path> file;

  private Query(String label, String text, Optional<Path> file) {
    this.label = label;
    this.text = text;
    this.file = file;
  }

  /** A query as it is. */
  public static Query of(String text) {
    return new Query("query", text, Optional.empty());
  }

  /** The query in a file, looked at each time the source is opened. */
  public static Query in(Path file, String label) {
    return new Query(label, "", Optional.of(file));
  }

  /** What it is called in messages: the file, or {@code query}. */
  String label() {
    return label;
  }

  /**
   * The statement without anything after its end, which not every database bears.
   *
   * @throws UnreadableSource where there is none
   */
  String text(String source) {
    String whole = file.map(path -> read(source, path)).orElse(text);
    String statement = whole.replaceFirst("\\A\uFEFF", "").replaceFirst("[;\\s]+\\z", "");
    if (statement.isBlank()) {
      throw unreadable(source, "is blank", "write a SELECT");
    }
    return statement;
  }

  private String read(String source, Path path) {
    try {
      byte[] bytes = SmallFile.read(path, LARGEST);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (SmallFile.Unfit e) {
      throw unreadable(source, String.valueOf(e.getMessage()), "this cannot be a query");
    } catch (NoSuchFileException e) {
      throw unreadable(source, "does not exist", "correct query-file: in the job file");
    } catch (CharacterCodingException e) {
      throw unreadable(source, "is not written in UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      throw unreadable(source, "cannot be read", "look at its permissions");
    }
  }

  private UnreadableSource unreadable(String source, String what, String remedy) {
    String subject = file.isPresent() ? "the query file " + label : "the query";
    return new UnreadableSource(source, subject + " " + what, remedy);
  }

  @Override
  public String toString() {
    return label;
  }
}
