package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.security.FailureText;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Addresses;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.FieldReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The column with the address of whoever a row is about. */
final class AddressColumn implements RowOwner {

  /** Within the user names that Microsoft Entra makes for guests. */
  private static final String GUEST = "#ext#@";

  private final FieldReader feed;
  private final WrappedAddresses dressed;
  private final boolean areShared;
  private final Predicate<Row> secretive;
  private final Map<Email, Email> people = new HashMap<>();

  /**
   * That of a source.
   *
   * @param areShared whether several rows are about one person, so that they share its address
   * @param secretive the rows whose cells may not be quoted
   */
  AddressColumn(
      FieldReader feed, WrappedAddresses dressed, boolean areShared, Predicate<Row> secretive) {
    this.feed = feed;
    this.dressed = dressed;
    this.areShared = areShared;
    this.secretive = secretive;
  }

  @Override
  public Optional<Email> read(Row row, RowProblems problems) {
    try {
      Email email = dressed.parse(feed, row);
      if (email.address().contains(GUEST)) {
        problems.add(
            feed.column(),
            CellText.quoted(email.address()) + " is the user name of a guest, no address",
            "write the guest's own address");
        return Optional.empty();
      }
      return Optional.of(areShared ? people.computeIfAbsent(email, same -> same) : email);
    } catch (MalformedEmail e) {
      problems.add(
          feed.column(),
          secretive.test(row) ? "here is no e-mail address" : FailureText.of(e),
          isMissing(row)
              ? "write it, or say that such rows are nobody of yours: without-address: ignore, or"
                  + " where:"
              : "write one address like jane@example.com");
      return Optional.empty();
    }
  }

  /** A cell may be an error, or a formula without a result. */
  @Override
  public boolean isMissing(Row row) {
    return row.flaws().stream().noneMatch(this::mayHideIt) && Addresses.isNone(feed.text(row));
  }

  private boolean mayHideIt(CellFlaw flaw) {
    return flaw.column() < 0
        || IntStream.of(feed.columns()).anyMatch(column -> column == flaw.column());
  }

  @Override
  public String nameBeside(Row row) {
    return Addresses.beside(feed.text(row));
  }

  @Override
  public List<String> remarks() {
    return dressed.remarks();
  }
}
