package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.security.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

class JsonFieldsTest {

  @Test
  void readsWhatIsAskedForAndSkipsTheRest() {
    String json =
        "{'skip': {'name': 'no', 'list': [1, {'name': 'no'}]}, 'name': 'yes', 'more': [[{}]]}";

    assertThat(read(json, "name", JsonFields::text)).containsExactly("yes");
    assertThat(read(json, "more", fields -> "")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'null',''", "17,17", "1.50,1.50", "true,true", "'''x''',x"})
  void takesWhatStandsForAText(String value, String text) {
    assertThat(read("{'a': " + value + "}", "a", JsonFields::text)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource({"null,false", "true,true", "false,false", "'''true''',true", "'''no''',false"})
  void takesWhatStandsForATruthValue(String value, boolean flag) {
    assertThat(read("{'a': " + value + "}", "a", JsonFields::flag)).containsExactly(flag);
  }

  @Test
  void readsObjectsWithinObjectsByTheirOwnFields() {
    String json = "{'a': [{'n': 1}, {'m': 2, 'n': 3}], 'b': null, 'c': {'n': 4}, 'n': 5}";

    assertThat(read(json, "a", fields -> fields.list(each -> read(each, "n", JsonFields::text))))
        .containsExactly(List.of(List.of("1"), List.of("3")));
    assertThat(read(json, "b", fields -> fields.list(each -> ""))).containsExactly(List.of());
    assertThat(read(json, "b", fields -> fields.object(each -> "").isPresent()))
        .containsExactly(false);
    assertThat(read(json, "c", fields -> fields.object(each -> read(each, "n", JsonFields::text))))
        .first()
        .hasToString("Optional[[4]]");
    assertThat(read(json, "n", JsonFields::text)).containsExactly("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a': {}}", "{'a': []}", "{'a': [1]}", "{'a': 1", "{'a'", "{'a': x}"})
  void whatIsOfAnotherSortOrNotWholeIsNoAnswer(String json) {
    assertThatThrownBy(() -> read(json, "a", JsonFields::text))
        .isInstanceOf(StreamReadException.class);
  }

  @Test
  void aListOfAnythingButObjectsIsNoAnswer() {
    assertThatThrownBy(() -> read("{'a': [1]}", "a", fields -> fields.list(each -> "")))
        .hasMessageContaining("\"a\" is no list of objects");
    assertThatThrownBy(() -> read("{'a': 1}", "a", fields -> fields.list(each -> "")))
        .hasMessageContaining("\"a\" is no list");
    assertThatThrownBy(() -> read("{'a': [null]}", "a", fields -> fields.list(each -> "")))
        .hasMessageContaining("\"a\" is no list of objects");
  }

  @Test
  void hidesSecretsInTexts() {
    String json = "{'a': 'is swordfish-in-the-sea here'}";

    assertThat(read(json, "a", JsonFields::text, Secrets.of(List.of("swordfish-in-the-sea"))))
        .containsExactly("is *** here");
    assertThat(
            read(
                json,
                "a",
                f -> f.textIfAny().orElse(""),
                Secrets.of(List.of("swordfish-in-the-sea"))))
        .containsExactly("is *** here");
  }

  private static <T> List<T> read(String json, String name, Function<JsonFields, T> reading) {
    return read(json, name, reading, Secrets.none());
  }

  private static <T> List<T> read(
      String json, String name, Function<JsonFields, T> reading, Secrets secrets) {
    String quoted = json.replace('\'', '"');
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), quoted)) {
      parser.nextToken();
      return read(new JsonFields(parser, secrets), name, reading);
    }
  }

  private static <T> List<T> read(JsonFields fields, String name, Function<JsonFields, T> reading) {
    List<T> all = new ArrayList<>();
    while (fields.next()) {
      if (fields.name().equals(name)) {
        all.add(reading.apply(fields));
      } else {
        fields.skip();
      }
    }
    return all;
  }
}
