package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Dangers;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLineTest {

  @Property(tries = 1000)
  void anyTextComesBackFromOneLineOfLetters(@ForAll("texts") String text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message", text);
    fields.put(text + ".", 3);
    fields.put("truth", true);

    String line = JsonLine.of(fields);

    assertThat(line).doesNotContain("\n", "\t");
    assertThat(Dangers.in(line)).isEmpty();
    JsonNode read = JsonMapper.shared().readTree(line);
    assertThat(read.get("message").asString()).isEqualTo(text);
    assertThat(read.get(text + ".").asInt()).isEqualTo(3);
    assertThat(read.get("truth").asBoolean()).isTrue();
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .map(letter -> Character.toString(letter))
        .list()
        .ofMaxSize(12)
        .map(list -> String.join("", list));
  }
}
