package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressSortTest {

  @Property(tries = 100)
  void sortsLikeTheOrderItIsGiven(@ForAll("addresses") List<String> addresses) {
    Comparator<Integer> order =
        Comparator.<Integer, String>comparing(addresses::get).thenComparing(i -> -i);

    AddressSort sort = new AddressSort();
    addresses.forEach(address -> sort.add(new Email(address)));

    assertThat(sort.sorted(order))
        .containsExactly(
            IntStream.range(0, addresses.size()).boxed().sorted(order).mapToInt(i -> i).toArray());
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
}
