package dev.rollcall.report.review;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a review as a sheet: what each line says in each, before it is guarded for a
 * spreadsheet.
 */
public final class ReviewColumns {

  /** Whoever holds something. */
  public static final String WHO = "Who";

  /** What kind of right it is. */
  public static final String RIGHT = "Right";

  /** What it is on. */
  public static final String ON = "On";

  /** Which of several levels it is. */
  public static final String LEVEL = "Level";

  /** Whether it comes by a group. */
  public static final String THROUGH = "Through";

  /** What the reviewer decides. */
  public static final String DECISION = "Decision";

  /** By which a line is known again. */
  public static final String LINE = "Line";

  /** The decision that leaves a line as it is. */
  public static final String KEEP = "keep";

  /** The decision that takes what a line says. */
  public static final String REMOVE = "remove";

  /** What the line of an account calls what it is about. */
  public static final String ACCOUNT = "account";

  /** What is said of what comes by no group. */
  public static final String DIRECTLY = "directly";

  private static final int ID_LENGTH = 12;

  /** One column. */
  record Column(String header, int width, Function<ReviewLine, String> text) {}

  private final List<Column> columns = new ArrayList<>();

  private ReviewColumns() {}

  /** Those of a review. */
  static ReviewColumns of(AccessReview review) {
    AccessReview.Head head = review.head();
    ReviewColumns all = new ReviewColumns();
    all.add(WHO, 32, line -> line.holder().label());
    all.add("Name", 20, line -> line.holder().name());
    all.add("Account", 13, line -> line.holder().stateInWords());
    all.add(RIGHT, 18, ReviewColumns::right);
    all.add(ON, 24, line -> on(line, head));
    all.add(LEVEL, 20, ReviewColumns::level);
    all.add(THROUGH, 26, ReviewColumns::through);
    all.add("Vouched for", 14, line -> line.vouching().vouched() ? "yes" : "no");
    all.add("Reason", 52, line -> line.vouching().reason());
    all.add(DECISION, 12, line -> "");
    all.add("Comment", 24, line -> "");
    all.add("Administrator", 15, line -> line.administrator() ? "yes" : "");
    all.add("Last activity", 22, line -> line.holder().lastActivityInWords());
    all.add("Dormant", 11, line -> line.holder().dormant() ? "yes" : "");
    all.add("Since", 12, line -> line.holder().sinceInWords());
    if (review.tellsPrivileges()) {
      all.add("Privileges", 50, ReviewLine::privileges);
    }
    if (!head.since().isEmpty()) {
      all.add("Since run " + head.since(), 40, ReviewLine::change);
    }
    all.add(LINE, 14, line -> id(head, line));
    return all;
  }

  private void add(String header, int width, Function<ReviewLine, String> text) {
    columns.add(new Column(header, width, text));
  }

  List<Column> all() {
    return columns;
  }

  List<String> headers() {
    return columns.stream().map(Column::header).toList();
  }

  List<String> cells(ReviewLine line) {
    return columns.stream().map(column -> column.text().apply(line)).toList();
  }

  /** What kind of right it is. */
  public static String right(ReviewLine line) {
    return line.right().map(right -> right.kind().right().one()).orElse(ACCOUNT);
  }

  static String on(ReviewLine line, AccessReview.Head head) {
    return line.right().map(Entitlement::on).map(Resource::toString).orElse(head.workspace());
  }

  static String level(ReviewLine line) {
    return line.right().flatMap(Entitlement::level).orElse("");
  }

  static String through(ReviewLine line) {
    return line.through()
        .map(group -> group.kind().noun() + " " + group)
        .orElse(line.isAccount() ? "" : DIRECTLY);
  }

  static String id(AccessReview.Head head, ReviewLine line) {
    return id(
        head.key(),
        head.job(),
        List.of(line.holder().label(), right(line), on(line, head), level(line), through(line)));
  }

  /**
   * By which a line is known again: other for every other line, tenant and job.
   *
   * @param texts who, right, on, level, through
   */
  public static String id(String workspace, String job, List<String> texts) {
    List<String> all = new ArrayList<>(List.of(workspace, job));
    all.addAll(texts);
    byte[] digest = Sha256.digest().digest(String.join("\0", all).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
  }
}
