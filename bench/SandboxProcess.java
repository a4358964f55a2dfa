import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stand-in workspace as a process of its own, so that what it takes is not measured with its
 * client. It is of this checkout, whichever version the client is of.
 */
final class SandboxProcess implements AutoCloseable {

  private static final Pattern COUNT = Pattern.compile("\"([A-Z]+ /[^\"]*)\"\\s*:\\s*(\\d+)");

  private final Process process;
  private final String url;

  private SandboxProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one, and waits until it listens. */
  static SandboxProcess of(Checkout checkout, Path seed) throws IOException {
    Process process =
        checkout
            .program("sandbox", "--port", "0", "--seed", seed.toString())
            .builder()
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    // After the line with its address it says no more than fits into a pipe.
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Optional<String> url =
          Stream.of(line.split(" ")).filter(word -> word.startsWith("http://")).findFirst();
      if (url.isPresent()) {
        return new SandboxProcess(process, url.get());
      }
    }
    throw new Trouble("the stand-in workspace does not say where it listens");
  }

  String url() {
    return url;
  }

  /** How often each kind of request came. */
  Map<String, Integer> counts() throws IOException, InterruptedException {
    Map<String, Integer> counts = new TreeMap<>();
    COUNT
        .matcher(get("/sandbox/counts"))
        .results()
        .forEach(found -> counts.put(found.group(1), Integer.valueOf(found.group(2))));
    return counts;
  }

  /** All that it holds, as lines that are the same for what means the same. */
  String state() throws IOException, InterruptedException {
    return get("/sandbox/comparable-state");
  }

  /** Every request that came, as JSON. */
  String journal() throws IOException, InterruptedException {
    return get("/sandbox/journal");
  }

  /** Lets everybody who is invited accept. */
  void acceptAll() throws IOException, InterruptedException {
    sent(request("/sandbox/accept").POST(HttpRequest.BodyPublishers.ofString("{}")).build());
  }

  private String get(String path) throws IOException, InterruptedException {
    return sent(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private static String sent(HttpRequest request) throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .proxy(HttpClient.Builder.NO_PROXY)
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
