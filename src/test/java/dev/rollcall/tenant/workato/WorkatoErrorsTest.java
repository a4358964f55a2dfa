package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.http.CallOutcome;
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
        "{\"error\":\"Why not\"}|Why not",
        "{\"description\":\"Why not\"}|Why not",
        "{\"error\":{\"message\":\"Why not\"}}|Why not",
        "{\"errors\":[\"Why not\"]}|Why not",
        "{\"errors\":\"Why not\"}|Why not",
        "{\"errors\":[{\"detail\":\"Why not\"}],\"message\":\"Bad\"}|Why not",
        "{\"errors\":{\"email\":\"is taken\"}}|{\"email\":\"is taken\"}",
        "{\"message\":\"Bad\",\"errors\":null,\"id\":null}|Bad",
        "{\"errors\":[{\"title\":\"Server error\"}],\"id\":\"7f\"}|Server error (id 7f)",
        "{\"message\":\"Bad|{\"message\":\"Bad",
        "<html> <b>Sorry</b> </html>|<html> <b>Sorry</b> </html>",
        "[]|[]"
      })
  void findsTheMessageInEveryShape(String body, String message) {
    assertThat(WorkatoErrors.text(body)).isEqualTo(message);
  }

  @Test
  void keepsTheIdBehindALongMessage() {
    String body = "{\"message\":\"" + "x".repeat(5000) + "\",\"id\":\"7f\"}";

    assertThat(WorkatoErrors.text(body)).endsWith("x… (id 7f)");
  }

  @Test
  void keepsTheBeginningOfALongBody() {
    assertThat(WorkatoErrors.text("x".repeat(5000))).hasSize(201);
    assertThat(WorkatoErrors.text("")).isEqualTo("without a message");
  }

  @ParameterizedTest
  @CsvSource({
    "400, Role Boss not found, no, no",
    "400, Environment moon not found, no, no",
    "400, role_name or env_roles is required, no, no",
    "400, Email is invalid, no, no",
    "400, Something else, perhaps, no",
    "409, Something else, perhaps, no",
    "422, Something else, perhaps, no",
    "429, Too many requests, perhaps, no",
    "429, Only one invitation every 20 minutes, perhaps, yes",
    "409, User was already invited, perhaps, yes",
    "422, Too soon, perhaps, yes",
    "404, Not found, no, no",
    "500, Server error, no, no",
    "503, Busy, no, no"
  })
  void tellsWhetherAnEarlierInvitationCanBeTheCause(
      int status, String text, String may, String says) {
    CallOutcome<String> attempt = rejected(status, text);

    assertThat(WorkatoErrors.mayBeTooSoon(attempt)).isEqualTo(may.equals("perhaps"));
    assertThat(WorkatoErrors.saysTooSoon(attempt)).isEqualTo(says.equals("yes"));
  }

  private static CallOutcome<String> rejected(int status, String text) {
    return new CallOutcome.Rejected<>(status, "{\"message\":\"" + text + "\"}", Optional.empty());
  }
}
