package dev.rollcall.target.workato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.target.Outcome;
import dev.rollcall.target.http.Attempt;
import dev.rollcall.target.http.Tried;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkatoErrorsTest {

  private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"errors\":[{\"title\":\"Taken\"}]}|Taken",
        "{\"message\":\"Not found\"}|Not found",
        "{\"message\":\"Bad\",\"errors\":{\"name\":[\"is short\"]}}|Bad {\"name\":[\"is short\"]}",
        "{\"message\":\"Server error\",\"id\":\"7f\"}|Server error (id 7f)",
        "{\"detail\":\"Why not\"}|Why not",
        "<html> <b>Sorry</b> </html>|<html> <b>Sorry</b> </html>",
        "[]|[]"
      })
  void findsTheMessageInEveryShape(String body, String message) {
    assertThat(WorkatoErrors.text(body)).isEqualTo(message);
  }

  @Test
  void keepsTheBeginningOfALongBody() {
    assertThat(WorkatoErrors.text("x".repeat(5000))).hasSize(201);
    assertThat(WorkatoErrors.text("")).isEqualTo("without a message");
  }

  @ParameterizedTest
  @CsvSource({
    "400, Role Boss not found, refused",
    "400, Environment moon not found, refused",
    "400, role_name or env_roles is required, refused",
    "400, Email is invalid, refused",
    "400, Something else, deferred",
    "409, Something else, deferred",
    "422, Something else, deferred",
    "429, Too many requests, deferred",
    "404, Not found, refused",
    "500, Server error, in doubt",
    "503, Busy, in doubt"
  })
  void anInvitationIsDeferredUnlessTheCauseLasts(int status, String text, String expected) {
    String body = "{\"message\":\"" + text + "\"}";
    Tried<String> tried = new Tried<>(new Attempt.Rejected<>(status, body, Optional.empty()), 1);

    Outcome outcome = WorkatoErrors.invitation(tried, SENT);

    assertThat(outcome.message()).contains(text).contains(Integer.toString(status));
    assertThat(outcome).isInstanceOf(kind(expected));
    if (outcome instanceof Outcome.Deferred deferred) {
      assertThat(deferred.until()).isEqualTo(Instant.parse("2026-03-01T10:21:00Z"));
    }
    if (outcome instanceof Outcome.Failed failed) {
      assertThat(failed.inDoubt()).isTrue();
    }
  }

  private static Class<? extends Outcome> kind(String expected) {
    return switch (expected) {
      case "refused" -> Outcome.Refused.class;
      case "deferred" -> Outcome.Deferred.class;
      default -> Outcome.Failed.class;
    };
  }
}
