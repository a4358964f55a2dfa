package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressSortTest {

  private static final Place PLACE = Place.ofLines("people.csv");
  private static final Comparator<PersonRecord> ORDER =
      Comparator.comparing(PersonRecord::email).thenComparing(row -> row.row().row());

  @Property(tries = 100)
  void sortsLikeTheOrderItIsGiven(@ForAll("addresses") List<String> addresses) {
    List<PersonRecord> rows = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      rows.add(row(addresses.get(i), addresses.size() - i));
    }
    List<PersonRecord> expected = rows.stream().sorted(ORDER).toList();

    AddressSort sort = new AddressSort();
    rows.forEach(row -> sort.add(row.email()));
    sort.sort(rows, ORDER);

    assertThat(rows).containsExactlyElementsOf(expected);
  }

  @Provide
  Arbitrary<List<String>> addresses() {
    return Arbitraries.strings()
        .withChars("ab\u007Fé漢")
        .ofMaxLength(4)
        .map(name -> "jane.roe" + name + "@example.com")
        .list()
        .ofMinSize(30)
        .ofMaxSize(300);
  }

  private static PersonRecord row(String address, int line) {
    Origin origin = new Origin(PLACE, line, -1);
    return new PersonRecord(
        "hr", new Email(address), "", Status.ACTIVE, Map.of(), Set.of(), List.of(), origin, origin);
  }
}
