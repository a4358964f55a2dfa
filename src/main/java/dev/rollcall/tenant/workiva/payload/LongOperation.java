package dev.rollcall.tenant.workiva.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.List;
import java.util.Locale;

/**
 * Something that goes on for a while.
 *
 * @param status in the vendor's word, in lower case
 * @param request what the vendor's support knows it by
 * @param details what there is to say of parts of it
 */
public record LongOperation(String status, String request, List<String> details) {

  /** Reads one. */
  public static LongOperation read(JsonFields fields) {
    String status = "";
    String request = "";
    List<String> details = List.of();
    while (fields.next()) {
      switch (fields.name()) {
        case "status" -> status = fields.text().toLowerCase(Locale.ROOT);
        case "originalRequest" -> request = fields.text();
        case "details" -> details = fields.list(LongOperation::detail);
        default -> fields.skip();
      }
    }
    return new LongOperation(status, request, details);
  }

  private static String detail(JsonFields fields) {
    String message = "";
    String code = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "message" -> message = fields.text();
        case "code" -> code = fields.text();
        default -> fields.skip();
      }
    }
    return message.isBlank() ? code : message;
  }

  /** Whether it will not change any more. */
  public boolean hasEnded() {
    return List.of("completed", "cancelled", "failed").contains(status);
  }

  /** Whether it did all that was asked. */
  public boolean hasDoneAll() {
    return status.equals("completed") && details.isEmpty();
  }
}
