package dev.rollcall.tenant.workato;

import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.workato.payload.Id;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The hiding of secrets in texts of answers, before they are kept: whoever answers can call a group
 * like the token that it was sent. Hidden here, once decoded, no name brings it into a plan, a
 * report or the repository.
 */
final class HiddenSecrets {

  private final Secrets secrets;

  HiddenSecrets(Secrets secrets) {
    this.secrets = secrets;
  }

  SimpleModule module() {
    return new SimpleModule("secrets")
        .addDeserializer(String.class, new Texts())
        .addDeserializer(Id.class, new Ids());
  }

  private final class Texts extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = super.deserialize(parser, context);
      return text == null ? text : secrets.hideInName(text);
    }
  }

  private final class Ids extends StdDeserializer<Id> {

    Ids() {
      super(Id.class);
    }

    @Override
    public Id deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return Id.of(secrets.hideInName(parser.getString()));
      }
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        return Id.ofNumber(parser.getString());
      }
      Object json = context.readValue(parser, Object.class);
      return Id.of(json instanceof Number ? json : secrets.hideInName(String.valueOf(json)));
    }
  }
}
