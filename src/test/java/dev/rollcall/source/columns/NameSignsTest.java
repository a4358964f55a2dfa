package dev.rollcall.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Signs in names, and the same signs between them. */
class NameSignsTest {

  @Property(tries = 1000)
  void everyListOfNamesComesBack(@ForAll("names") List<String> names) {
    StringBuilder cell = new StringBuilder();
    String before = "";
    for (String name : names) {
      cell.append(before.isEmpty() ? "" : NameSigns.separatorAfter(before));
      before = NameSigns.LIST.written(name);
      cell.append(before);
    }

    assertThat(CellText.items(cell.toString()).stream().map(NameSigns.LIST::read).toList())
        .isEqualTo(names);
  }

  @Property(tries = 1000)
  void everyPairComesBack(@ForAll("name") String name, @ForAll("name") String role) {
    NameSigns pairs = NameSigns.LIST_OF_PAIRS;
    String item = pairs.written(name) + " = " + pairs.written(role);

    int sign = NameSigns.last(item, '=');

    assertThat(sign).isEqualTo(NameSigns.first(item, '=', 0));
    assertThat(pairs.read(item.substring(0, sign).strip())).isEqualTo(name);
    assertThat(pairs.read(item.substring(sign + 1).strip())).isEqualTo(role);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return name().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> name() {
    return Arbitraries.strings()
        .withChars("ab;=\\@,' ")
        .ofMinLength(1)
        .ofMaxLength(8)
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }
}
