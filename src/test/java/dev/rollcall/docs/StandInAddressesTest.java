package dev.rollcall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the manual asks the stand-in for, it has. */
class StandInAddressesTest {

  private static final Pattern ROW =
      Pattern.compile("\\| `(GET|POST|DELETE) (/sandbox/[\\w-]+)` \\| (?:`(.+?)`)? ?\\| .+ \\|");

  private static final Pattern CURL =
      Pattern.compile("curl -X POST http://127.0.0.1:8080(\\S+) -d '([^']*)'");

  /** Somebody of the sample whose invitation is open. */
  private static final String INVITED = "hana.dahl";

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxOptions.of().withSeed(Path.of("sample-data/workspace.json")));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void everyAddressAnswers() throws Exception {
    List<MatchResult> rows =
        Manual.page("commands.md")
            .section("The stand-in workspace")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> ROW.matcher(line).results())
            .toList();

    assertThat(rows).hasSize(11);
    for (MatchResult row : rows) {
      String body = row.group(3) == null ? "" : row.group(3).replace("amir.haas", INVITED);
      HttpResponse<String> answer = ask(row.group(1), row.group(2), body);
      assertThat(answer.statusCode()).as("%s: %s", row.group(), answer.body()).isEqualTo(200);
    }
  }

  @Test
  void whatTheReadmePostsIsTaken() throws Exception {
    List<MatchResult> posts = CURL.matcher(Manual.page(Manual.README).text()).results().toList();

    assertThat(posts).hasSize(2);
    for (MatchResult post : posts) {
      String body = post.group(2).replace("amir.haas", INVITED);
      assertThat(ask("POST", post.group(1), body).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> ask(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
