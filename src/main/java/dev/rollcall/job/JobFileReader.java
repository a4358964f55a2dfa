package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.job.spec.JobBindings;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.JobFolder;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.Overrides;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.job.yaml.References;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.YamlText;
import dev.rollcall.model.Problem;
import dev.rollcall.rules.ConditionCompiler;
import dev.rollcall.security.Secrets;
import dev.rollcall.security.SmallFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The reader of job files, with every problem in one go. */
public final class JobFileReader {

  private static final int LARGEST = 1024 * 1024;

  private final ReferenceSources surroundings;
  private final Predicate<String> neededSecrets;

  /** With what references may look at. */
  public JobFileReader(ReferenceSources surroundings) {
    this(surroundings, path -> true);
  }

  /**
   * One for work that asks no workspace and saves no plan: a token or key that leads nowhere yet is
   * only a warning.
   */
  public static JobFileReader offline(ReferenceSources surroundings) {
    return new JobFileReader(
        surroundings, path -> !path.startsWith("target.") && !path.equals("plan-key"));
  }

  private JobFileReader(ReferenceSources surroundings, Predicate<String> neededSecrets) {
    this.neededSecrets = neededSecrets;
    this.surroundings = surroundings;
  }

  /**
   * Reads a file.
   *
   * @param overrides {@code path=value} each, in order
   * @throws InvalidJobFile with all that is wrong
   */
  public LoadedJob read(Path path, List<String> overrides) {
    byte[] bytes = bytes(path);
    String label = path.toString();
    List<Problem> problems = new ArrayList<>();
    Optional<Tree> parsed = YamlText.parse(label, text(label, bytes), problems::add);
    Tree tree =
        parsed
            .map(whole -> new Overrides(problems::add).apply(whole, overrides))
            .orElseThrow(() -> new InvalidJobFile(problems));
    Path folder = path.toAbsolutePath().normalize().resolveSibling("");
    Set<Path> named = new LinkedHashSet<>();
    Binder binder =
        new Binder(
            JobBindings.in(
                new JobFolder(folder, named::add), neededSecrets, surroundings.variables()),
            new References(surroundings.telling(named::add), folder));
    ConditionCompiler conditions = new ConditionCompiler();
    Optional<JobFile> file = bind(tree, binder, conditions);
    problems.addAll(UnansweredQuestions.in(tree, label).before(binder.problems()));
    if (!problems.isEmpty() || file.isEmpty()) {
      throw new InvalidJobFile(hidden(problems, binder));
    }
    return new LoadedJob(
        file.get(),
        label,
        path.toAbsolutePath().normalize(),
        named,
        new InputsDigest(bytes, overrides, binder.followed()),
        hidden(binder.warnings(), binder),
        binder.secrets(),
        conditions,
        Optional.empty());
  }

  /** Words may have come from anywhere by then. */
  private static List<Problem> hidden(List<Problem> problems, Binder binder) {
    Secrets secrets = binder.secrets();
    return problems.stream()
        .map(each -> new Problem(each.where(), secrets.hide(each.what()), each.remedy()))
        .toList();
  }

  private Optional<JobFile> bind(Tree tree, Binder binder, ConditionCompiler conditions) {
    Node whole = new Node("", tree);
    Map<String, Object> parts = binder.components(JobFile.class, whole);
    new CrossChecks(parts, tree, binder, conditions).run();
    new DatabaseChecks(parts, tree, binder).run();
    new TokenChecks(parts, tree, binder).run();
    return binder.problems().isEmpty()
        ? binder.build(JobFile.class, parts, whole)
        : Optional.empty();
  }

  private static byte[] bytes(Path path) {
    String label = path.toString();
    try {
      return SmallFile.read(path, LARGEST);
    } catch (SmallFile.Unfit e) {
      throw refused(label, String.valueOf(e.getMessage()), "name a job file");
    } catch (NoSuchFileException e) {
      throw refused(label, "does not exist", "look at the path");
    } catch (IOException e) {
      throw refused(label, "cannot be read", "look at its permissions");
    }
  }

  private static String text(String label, byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused(label, "is not written in UTF-8", "save it as UTF-8");
    }
  }

  private static InvalidJobFile refused(String label, String what, String remedy) {
    return new InvalidJobFile(List.of(new Problem(Position.whole(label).toString(), what, remedy)));
  }
}
