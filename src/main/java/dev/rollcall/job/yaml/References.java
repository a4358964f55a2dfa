package dev.rollcall.job.yaml;

import dev.rollcall.security.SmallFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references in a text, followed: {@code ${env:NAME}}, {@code ${env:NAME:-default}} and {@code
 * ${file:/path}}.
 *
 * @param folder what relative paths are relative to
 */
public record References(ReferenceSources surroundings, Path folder) {

  private static final String BEGIN = "${";

  /** What references look like, for texts that hold some. */
  private static final class Form {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern UNCLOSED = Pattern.compile("\\$\\{(env|file):[^}]*\\z");

    /** What editors add to a file, unseen: a byte order mark and the end of the last line. */
    private static final Pattern MARGINS = Pattern.compile("\\A\\uFEFF|[\\r\\n]+\\z");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  }

  /**
   * A text with its references followed.
   *
   * @param brought what each reference gave
   * @param complaints what could not be followed, each as what and remedy; then the text is useless
   */
  public record Followed(String text, List<String> brought, List<Complaint> complaints) {
    /** Copies. */
    public Followed {
      brought = List.copyOf(brought);
      complaints = List.copyOf(complaints);
    }

    /** Nothing of the text, which may be secret. */
    @Override
    public String toString() {
      return "Followed" + complaints;
    }
  }

  /**
   * Why a reference leads nowhere. Holds neither a value nor what looks like a reference and is
   * none: that may be part of a password.
   */
  public record Complaint(String what, String remedy) {}

  /** Whether the text refers to anything. */
  public static boolean in(String text) {
    return text.contains(BEGIN)
        && (Form.REFERENCE.matcher(text).find() || Form.UNCLOSED.matcher(text).find());
  }

  /** Follows all of them. */
  public Followed follow(String text) {
    if (!text.contains(BEGIN)) {
      return new Followed(text, List.of(), List.of());
    }
    List<Complaint> complaints = new ArrayList<>();
    List<String> brought = new ArrayList<>();
    if (Form.UNCLOSED.matcher(text).find()) {
      complaints.add(
          new Complaint(
              "holds a ${ that is not closed",
              "write ${env:NAME}, ${env:NAME:-default} or ${file:/path}"));
    }
    String followed =
        Form.REFERENCE
            .matcher(text)
            .replaceAll(
                found -> {
                  brought.add(value(found.group(1), complaints));
                  return Matcher.quoteReplacement(brought.get(brought.size() - 1));
                });
    return new Followed(followed, brought, complaints);
  }

  private String value(String reference, List<Complaint> complaints) {
    if (reference.startsWith("env:")) {
      return variable(reference.substring("env:".length()), complaints);
    }
    if (reference.startsWith("file:")) {
      return file(reference.substring("file:".length()), complaints);
    }
    complaints.add(
        new Complaint(
            "holds a ${…} that names neither a variable nor a file",
            "write ${env:NAME}, ${env:NAME:-default} or ${file:/path}"));
    return "";
  }

  private String variable(String reference, List<Complaint> complaints) {
    int dash = reference.indexOf(":-");
    String name = dash < 0 ? reference : reference.substring(0, dash);
    Optional<String> value = Optional.ofNullable(surroundings.variables().get(name));
    if (!Form.NAME.matcher(name).matches()) {
      complaints.add(
          new Complaint(
              "names a variable as none can be named",
              "write ${env:NAME} or ${env:NAME:-default}"));
    } else if (value.filter(text -> !text.isEmpty()).isEmpty() && dash < 0) {
      complaints.add(
          new Complaint(
              "needs the environment variable "
                  + name
                  + ", which is "
                  + (value.isPresent() ? "empty" : "not set"),
              "set it, or write ${env:" + name + ":-default}"));
    }
    return value
        .filter(text -> !text.isEmpty() || dash < 0)
        .orElseGet(() -> dash < 0 ? "" : reference.substring(dash + 2));
  }

  private String file(String name, List<Complaint> complaints) {
    String why;
    try {
      return Form.MARGINS.matcher(surroundings.files().read(folder.resolve(name))).replaceAll("");
    } catch (NoSuchFileException e) {
      why = "does not exist";
    } catch (AccessDeniedException e) {
      why = "may not be read";
    } catch (SmallFile.Unfit e) {
      why = String.valueOf(e.getMessage());
    } catch (IOException | InvalidPathException e) {
      why = "cannot be read as text";
    }
    complaints.add(
        new Complaint(
            "needs the file " + name + ", which " + why, "mount it, or correct its path"));
    return "";
  }
}
