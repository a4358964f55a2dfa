package dev.rollcall.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** Ways in which a server gives back what it was told, whole answers as they go over the wire. */
public enum Mischief {
  /** A sentence. */
  PLAIN {
    @Override
    String answer(String said) {
      return error(401, "text/plain", "no such token: " + said);
    }
  },
  /** A message as Workato has them. */
  MESSAGE {
    @Override
    String answer(String said) {
      return json(400, "{\"message\":" + quoted(said) + "}");
    }
  },
  /** Signs escaped that need not be. */
  JSON_ESCAPED {
    @Override
    String answer(String said) {
      String escaped = quoted(said).replace("/", "\\/").replace("=", "\\u003d");
      return json(403, "{\"errors\":[{\"title\":" + escaped.replace("+", "\\u002B") + "}]}");
    }
  },
  /** Every character escaped, within a text that is itself JSON in JSON. */
  JSON_IN_JSON {
    @Override
    String answer(String said) {
      return json(
          500, "{\"error\":" + quoted("{\"of\":" + quoted(Encodings.json(said)) + "}") + "}");
    }
  },
  /** Fields with their messages, which are written as JSON again. */
  FIELDS {
    @Override
    String answer(String said) {
      return json(422, "{\"errors\":{" + quoted(said) + ":[" + quoted("is " + said) + "]}}");
    }
  },
  /** As in an address, once and twice. */
  URL_ENCODED {
    @Override
    String answer(String said) {
      String once = java.net.URLEncoder.encode(said, StandardCharsets.UTF_8);
      return error(404, "text/plain", once + "&" + once.replace("%", "%25").toLowerCase());
    }
  },
  /** A page of a proxy. */
  HTML {
    @Override
    String answer(String said) {
      String named = said.replace("&", "&amp;").replace("<", "&lt;").replace("/", "&sol;");
      return error(502, "text/html", "<pre>" + named + "</pre>" + each(said, "&#%d;"));
    }
  },
  /** The same with digits of sixteen, leading zeros and no semicolon. */
  HTML_DIGITS {
    @Override
    String answer(String said) {
      return error(503, "text/html", each(said, "&#x%x;") + each(said, "&#%07d"));
    }
  },
  /** As credentials, whatever stands before. */
  BASE64 {
    @Override
    String answer(String said) {
      return error(400, "text/plain", packed("", said) + " " + packed("u:", said));
    }
  },
  /** The same for addresses, in lines, and as JSON writes it. */
  BASE64URL {
    @Override
    String answer(String said) {
      String url =
          Base64.getUrlEncoder().encodeToString(("x" + said).getBytes(StandardCharsets.UTF_8));
      String lines = packed("us", said).replaceAll("(.{20})", "$1\\\\r\\\\n");
      return json(409, "{\"message\":\"" + url + " " + lines.replace("/", "\\/") + "\"}");
    }
  },
  /** Octets in digits. */
  HEX {
    @Override
    String answer(String said) {
      return error(422, "text/plain", Encodings.hex(said));
    }
  },
  /** No status line at all. */
  STATUS_LINE {
    @Override
    String answer(String said) {
      return "HTTP/1.1 " + said + " Whatever\r\nContent-Length: 0\r\n\r\n";
    }
  },
  /** A length that is none. */
  CONTENT_LENGTH {
    @Override
    String answer(String said) {
      return "HTTP/1.1 200 OK\r\nContent-Length: " + said + "\r\n\r\n{}";
    }
  },
  /** A header without a colon. */
  HEADER_LINE {
    @Override
    String answer(String said) {
      return "HTTP/1.1 200 OK\r\n" + said + "\r\nContent-Length: 2\r\n\r\n{}";
    }
  },
  /** Headers that somebody may quote. */
  HEADERS {
    @Override
    String answer(String said) {
      return "HTTP/1.1 503 "
          + said
          + "\r\nRetry-After: "
          + said
          + "\r\nX-Token: "
          + said
          + "\r\nContent-Length: 0\r\n\r\n";
    }
  },
  /** To somewhere else. */
  REDIRECT {
    @Override
    String answer(String said) {
      return "HTTP/1.1 302 Found\r\nLocation: https://example.com/?token="
          + said
          + "\r\nContent-Length: "
          + said.length()
          + "\r\n\r\n"
          + said;
    }
  },
  /** JSON that breaks at it. */
  BROKEN_JSON {
    @Override
    String answer(String said) {
      return json(200, "{\"data\":[{\"id\":" + said);
    }
  },
  /** JSON that is something else than what was asked for. */
  WRONG_TYPE {
    @Override
    String answer(String said) {
      return json(
          200,
          "{\"data\":[{\"id\":1,\"roles\":"
              + quoted(said)
              + ",\"user\":"
              + quoted(said)
              + ",\"system\":"
              + quoted(said)
              + ",\"resource\":"
              + quoted(said)
              + "}],\"total\":1}");
    }
  },
  /** A list that is one word. */
  NO_LIST {
    @Override
    String answer(String said) {
      return json(200, "true" + said);
    }
  },
  /** Pieces that have no length. */
  CHUNKS {
    @Override
    String answer(String said) {
      return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + said + "\r\n{}\r\n0\r\n\r\n";
    }
  },
  /** An end in the middle of it. */
  RESET {
    @Override
    String answer(String said) {
      return "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{\"data\":[{\"name\":\"" + said;
    }
  },
  /** An error of a megabyte, in which it is cut off. */
  GIANT {
    @Override
    String answer(String said) {
      String beginning = said + " ";
      String filler = ".".repeat(16 * 1024 - beginning.length() - said.length() / 2);
      return error(500, "text/plain", beginning + filler + said + ".".repeat(1 << 20));
    }
  },
  /** Names like it, in an answer that is otherwise right: see {@link #inNames}. */
  NAMES {
    @Override
    String answer(String said) {
      return json(200, "{}");
    }
  };

  /** The whole answer. */
  abstract String answer(String said);

  /** A right answer with names that are wrong. */
  static String inNames(String body, String said) {
    String escaped = quoted(said).replace("/", "\\/");
    return body.replaceAll(
        "(\"(?:name|role_name|company_name|description)\"\\s*:\\s*)\"(Ops|Member|Builder|Acme|Bob Roy|)\"",
        "$1" + java.util.regex.Matcher.quoteReplacement(escaped));
  }

  private static String json(int status, String body) {
    return error(status, "application/json", body);
  }

  private static String error(int status, String type, String body) {
    return "HTTP/1.1 "
        + status
        + " Answer\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String each(String text, String form) {
    return text.chars().mapToObj(form::formatted).collect(Collectors.joining());
  }

  private static String packed(String before, String said) {
    return Base64.getEncoder().encodeToString((before + said).getBytes(StandardCharsets.UTF_8));
  }
}
